import { LinkList } from "#components/ui/link-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { listCiting } from "#lib/corroboration/queries/list-citing.ts";
import { translator } from "#lib/i18n/server.ts";
import { citingLines } from "./citing-lines.ts";

const SHOWN = 8;

/** What rests on a record without a link of its own, by kind, with counts; nothing where its role may not see it. */
export async function RecordCiting({ caseId, recordId }: { caseId: string; recordId: string }) {
  const found = await maybeAsked(listCiting, { recordId, page: { size: SHOWN } });
  if (found === null) return null;
  const [t, lineOf] = await Promise.all([translator("corroboration"), citingLines(caseId)]);
  const groups = found.groups.filter(({ count }) => count > 0);
  return (
    <Section id="citing" title={t("citing.title")} lead={t("citing.lead")}>
      {groups.length === 0 ? <p>{t("citing.none")}</p> : null}
      <LinkList
        groups={groups.map(({ kind, count, rows }) => ({
          key: kind,
          label: t(`citing.kind.${kind}`),
          count,
          items: rows.map((row) => lineOf(kind, row)),
          ...(count > SHOWN
            ? {
                more: {
                  href: `/cases/${caseId}/citing/${recordId}?by=${kind}`,
                  label: t("citing.all"),
                },
              }
            : {}),
        }))}
      />
    </Section>
  );
}
