import { proceedingSections } from "#components/proceedings/proceeding-sections.ts";
import { NewRecord } from "../../_parts/new-record.tsx";

export default async function NewProceedingPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  return <NewRecord caseId={caseId} room="proceedings" sections={await proceedingSections()} />;
}
