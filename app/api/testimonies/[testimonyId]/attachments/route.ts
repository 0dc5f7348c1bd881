import { attachmentDoor } from "#lib/api/attachments.ts";

/** POST a file's bytes; its name in `x-file-name` (base64url). */
export async function POST(request: Request, { params }: { params: Promise<{ testimonyId: string }> }) {
  return attachmentDoor(request, (await params).testimonyId);
}
