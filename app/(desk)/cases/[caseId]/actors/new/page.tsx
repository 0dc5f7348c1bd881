import { actorSections } from "#components/actors/actor-sections.ts";
import { NewRecord } from "../../_parts/new-record.tsx";

export default async function NewActorPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  return <NewRecord caseId={caseId} room="actors" sections={actorSections} />;
}
