import { recipientSections } from "#components/recipients/recipient-sections.ts";
import { NewRecord } from "../../_parts/new-record.tsx";

export default async function NewRecipientPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  return <NewRecord caseId={caseId} room="recipients" sections={await recipientSections()} />;
}
