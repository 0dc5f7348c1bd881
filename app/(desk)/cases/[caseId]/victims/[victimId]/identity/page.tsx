import { IdentityPage } from "../../../_parts/identity/identity-page.tsx";

export default async function VictimIdentityPage({
  params,
}: {
  params: Promise<{ caseId: string; victimId: string }>;
}) {
  const { caseId, victimId } = await params;
  return <IdentityPage caseId={caseId} room="victims" personId={victimId} />;
}
