import { sourceSections } from "#components/sources/source-sections.ts";
import { NewRecord } from "../../_parts/new-record.tsx";

export default async function NewSourcePage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  return <NewRecord caseId={caseId} room="sources" sections={sourceSections} />;
}
