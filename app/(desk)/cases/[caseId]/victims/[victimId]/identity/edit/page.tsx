import { IdentityForm } from "../../../../_parts/identity/identity-form.tsx";

export default async function EditVictimIdentityPage({
  params,
}: {
  params: Promise<{ caseId: string; victimId: string }>;
}) {
  const { caseId, victimId } = await params;
  return <IdentityForm caseId={caseId} room="victims" personId={victimId} />;
}
