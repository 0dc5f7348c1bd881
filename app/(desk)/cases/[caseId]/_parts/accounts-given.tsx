import { CorroborationPill } from "#components/testimonies/pills.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { counts, formats, translator } from "#lib/i18n/server.ts";
import { listTestimonies } from "#lib/testimonies/queries/list-testimonies.ts";
import { describer } from "./describe.ts";
import { RecordList } from "./record-list.tsx";

const SHOWN = 50;

/** The testimonies of one witness or one source: whoever plans to ask again sees first what there is. */
export async function AccountsGiven({
  caseId,
  by,
}: {
  caseId: string;
  by: { witnessId: string } | { sourceId: string };
}) {
  const found = await asked(listTestimonies, { caseId, ...by, page: { size: SHOWN } });
  const [t, witnesses, ui, format, counted, describe] = await Promise.all([
    translator("testimonies"),
    translator("witnesses"),
    translator("ui"),
    formats(),
    counts(),
    describer(),
  ]);
  return (
    <Section
      id="accounts"
      title={t("title")}
      lead={witnesses("accounts.count", { count: found.total, total: counted(found.total) })}
    >
      <RecordList
        none={ui("links.none")}
        items={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/testimonies/${row.id}`,
          code: row.code,
          label: row.title,
          detail: (
            <>
              {row.takenEdtf === null ? null : `${describe(row.takenEdtf)} · `}
              {t(`stage.${row.stage}.label`)} <CorroborationPill value={row.corroboration} />
            </>
          ),
        }))}
        more={
          found.total > found.rows.length
            ? ui("table.shownOf", {
                count: found.total,
                shown: format.number(found.rows.length),
                total: counted(found.total),
              })
            : null
        }
      />
    </Section>
  );
}
