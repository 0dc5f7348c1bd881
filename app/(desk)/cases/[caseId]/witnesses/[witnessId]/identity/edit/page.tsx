import { IdentityForm } from "../../../../_parts/identity/identity-form.tsx";

export default async function EditWitnessIdentityPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  return <IdentityForm caseId={caseId} room="witnesses" personId={witnessId} />;
}
