import Link from "next/link";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { listVictims } from "#lib/victims/queries/list-victims.ts";
import { RecordList } from "../../../_parts/record-list.tsx";

const SHOWN = 20;

/** People and groups recorded under an incident, to tell acts apart; never a toll. */
export async function IncidentVictims({ caseId, incidentId }: { caseId: string; incidentId: string }) {
  const found = await asked(listVictims, { caseId, incidentId, page: { size: SHOWN } });
  const [t, victims] = await Promise.all([translator("incidents"), translator("victims")]);
  return (
    <Section id="victims" title={t("victims.title")} lead={victims("noToll")}>
      <RecordList
        none={t("victims.none")}
        items={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/victims/${row.id}`,
          code: row.code,
          label: row.label,
          detail: row.outcome === null ? undefined : victims(`fields.outcome.options.${row.outcome}`),
        }))}
        more={found.total > SHOWN ? <Link href={`/cases/${caseId}/victims`}>{t("victims.more")}</Link> : null}
      />
    </Section>
  );
}
