import { recipientSections } from "#components/recipients/recipient-sections.ts";
import { asked } from "#lib/api/asked.ts";
import { readRecipient } from "#lib/recipients/queries/read-recipient.ts";
import { AmendRecord } from "../../../_parts/amend-record.tsx";

export default async function AmendRecipientPage({
  params,
}: {
  params: Promise<{ caseId: string; recipientId: string }>;
}) {
  const { caseId, recipientId } = await params;
  const row = await asked(readRecipient, { recipientId });
  return (
    <AmendRecord
      caseId={caseId}
      room="recipients"
      sections={await recipientSections()}
      row={row}
      record={{ ...row }}
    />
  );
}
