import { figureSections } from "#components/figures/figure-sections.ts";
import { NewRecord } from "../../_parts/new-record.tsx";

export default async function NewFigurePage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  return <NewRecord caseId={caseId} room="figures" sections={figureSections(null)} />;
}
