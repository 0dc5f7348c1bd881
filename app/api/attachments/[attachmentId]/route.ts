import { attachmentBytes } from "#lib/api/attachments.ts";

export async function GET(_request: Request, { params }: { params: Promise<{ attachmentId: string }> }) {
  return attachmentBytes((await params).attachmentId);
}
