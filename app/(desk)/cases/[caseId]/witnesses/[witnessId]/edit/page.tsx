import { witnessSections } from "#components/witnesses/witness-sections.ts";
import { asked } from "#lib/api/asked.ts";
import { readWitness } from "#lib/witnesses/queries/read-witness.ts";
import { AmendRecord } from "../../../_parts/amend-record.tsx";

export default async function AmendWitnessPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  const row = await asked(readWitness, { witnessId });
  return <AmendRecord caseId={caseId} room="witnesses" sections={witnessSections} row={row} record={row} />;
}
