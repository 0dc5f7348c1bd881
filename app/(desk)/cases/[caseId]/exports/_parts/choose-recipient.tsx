import Link from "next/link";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { listRecipients } from "#lib/recipients/queries/list-recipients.ts";
import { localNames } from "../../_parts/local-names.ts";

/** The first step of an export: for whom and for what, among those who may be handed something now. */
export async function ChooseRecipient({ caseId }: { caseId: string }) {
  const [t, recipients, problems, named, { rows }] = await Promise.all([
    translator("exports"),
    translator("recipients"),
    translator("problems"),
    localNames(),
    asked(listRecipients, { caseId, page: { size: 100 } }),
  ]);
  return (
    <Section
      id="to"
      title={t("to.title")}
      lead={t("to.lead")}
      actions={
        <LinkButton href={`/cases/${caseId}/recipients`} variant="default" size="xs">
          {t("to.record")}
        </LinkButton>
      }
    >
      {rows.length === 0 ? <p>{t("to.none")}</p> : null}
      <ul>
        {rows.flatMap((row) =>
          row.standing.map(({ purpose, barredBy }) => {
            const name = <bdi>{named(row.name, row.nameAr)}</bdi>;
            const what = recipients("standing.for", { purpose: recipients(`purpose.${purpose}`) });
            const [first] = barredBy;
            return (
              <li key={`${row.id} ${purpose}`}>
                {first ? (
                  <>
                    {name} · {what}: {problems(`rule.${first.rule}`)}
                  </>
                ) : (
                  <Link
                    href={`/cases/${caseId}/exports/new?recipient=${row.id}&purpose=${purpose}`}
                    prefetch={false}
                  >
                    {name} · {what}
                  </Link>
                )}
              </li>
            );
          }),
        )}
      </ul>
    </Section>
  );
}
