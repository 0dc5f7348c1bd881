import { Stack, Text } from "@mantine/core";
import Link from "next/link";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import type { Purpose } from "#lib/release/vocabulary.ts";
import { listRecipients } from "#lib/recipients/queries/list-recipients.ts";
import { localNames } from "../../_parts/local-names.ts";

interface Props {
  readonly caseId: string;
  /** Where choosing one leads. */
  readonly hrefOf: (way: { readonly id: string; readonly purpose: Purpose }) => string;
  /** For this purpose alone. */
  readonly purpose?: Purpose;
  readonly lead?: string;
  readonly none?: string;
}

/** The first step of an export: for whom and for what, among those who may be handed something now. */
export async function ChooseRecipient({ caseId, hrefOf, purpose: only, lead, none }: Props) {
  const [t, recipients, problems, named, { rows }] = await Promise.all([
    translator("exports"),
    translator("recipients"),
    translator("problems"),
    localNames(),
    asked(listRecipients, { caseId, page: { size: 100 } }),
  ]);
  const ways = rows.flatMap(({ id, name, nameAr, standing }) =>
    standing
      .filter(({ purpose }) => only === undefined || purpose === only)
      .map(({ purpose, barredBy }) => ({
        id,
        purpose,
        barredBy,
        name: named(name, nameAr),
        what: recipients("standing.for", { purpose: recipients(`purpose.${purpose}`) }),
      })),
  );
  return (
    <Section
      id="to"
      title={t("to.title")}
      lead={lead ?? t("to.lead")}
      actions={
        <LinkButton href={`/cases/${caseId}/recipients`} variant="default" size="xs">
          {t("to.record")}
        </LinkButton>
      }
    >
      {ways.length === 0 ? <p>{none ?? t("to.none")}</p> : null}
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
        {ways
          .toSorted((one, other) => one.barredBy.length - other.barredBy.length)
          .map((way) => (
            <li key={`${way.id} ${way.purpose}`}>
              {way.barredBy[0] === undefined ? (
                <Link href={hrefOf(way)} prefetch={false}>
                  <bdi>{way.name}</bdi> · {way.what}
                </Link>
              ) : (
                <>
                  <bdi>{way.name}</bdi> · {way.what}
                  <Text size="sm" c="dimmed">
                    {problems(`rule.${way.barredBy[0].rule}`)}
                  </Text>
                </>
              )}
            </li>
          ))}
      </Stack>
    </Section>
  );
}
