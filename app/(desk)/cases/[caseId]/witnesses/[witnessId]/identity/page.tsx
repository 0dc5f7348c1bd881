import { IdentityPage } from "../../../_parts/identity/identity-page.tsx";

export default async function WitnessIdentityPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  return <IdentityPage caseId={caseId} room="witnesses" personId={witnessId} />;
}
