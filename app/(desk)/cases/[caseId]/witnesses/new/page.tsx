import { witnessSections } from "#components/witnesses/witness-sections.ts";
import { NewRecord } from "../../_parts/new-record.tsx";

export default async function NewWitnessPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  return <NewRecord caseId={caseId} room="witnesses" sections={witnessSections} />;
}
