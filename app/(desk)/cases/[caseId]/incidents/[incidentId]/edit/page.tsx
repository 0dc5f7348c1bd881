import { incidentSections } from "#components/incidents/incident-sections.ts";
import { asked } from "#lib/api/asked.ts";
import { readIncident } from "#lib/incidents/queries/read-incident.ts";
import { AmendRecord } from "../../../_parts/amend-record.tsx";
import { asReference } from "../../../_parts/as-reference.ts";

export default async function AmendIncidentPage({
  params,
}: {
  params: Promise<{ caseId: string; incidentId: string }>;
}) {
  const { caseId, incidentId } = await params;
  const row = await asked(readIncident, { incidentId });
  return (
    <AmendRecord
      caseId={caseId}
      room="incidents"
      sections={incidentSections}
      row={row}
      record={{ ...row, parentId: asReference(row.parent) }}
    />
  );
}
