import { mediaSections } from "#components/media/media-sections.ts";
import { NewRecord } from "../../_parts/new-record.tsx";

export default async function NewMediaPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  return <NewRecord caseId={caseId} room="media" sections={mediaSections} />;
}
