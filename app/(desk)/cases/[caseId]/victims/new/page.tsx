import { victimSections } from "#components/victims/victim-sections.ts";
import { NewRecord } from "../../_parts/new-record.tsx";

export default async function NewVictimPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  return <NewRecord caseId={caseId} room="victims" sections={victimSections} />;
}
