import { incidentSections } from "#components/incidents/incident-sections.ts";
import { NewRecord } from "../../_parts/new-record.tsx";

export default async function NewIncidentPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  return <NewRecord caseId={caseId} room="incidents" sections={incidentSections} />;
}
