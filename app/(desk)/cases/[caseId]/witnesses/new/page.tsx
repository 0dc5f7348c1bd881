import { witnessSections } from "#components/witnesses/witness-sections.ts";
import { KnownPersonButton } from "../../_parts/identity/known-person-button.tsx";
import { NewRecord } from "../../_parts/new-record.tsx";

export default async function NewWitnessPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  return (
    <NewRecord
      caseId={caseId}
      room="witnesses"
      sections={witnessSections}
      first={<KnownPersonButton caseId={caseId} />}
    />
  );
}
