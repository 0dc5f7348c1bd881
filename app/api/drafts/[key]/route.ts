import { behindTheDoor } from "#lib/api/door.ts";
import { discardDraft, maybeDraft, saveDraft } from "#lib/core/drafts.ts";

type Context = { params: Promise<{ key: string }> };

/** The caller's own draft under a key, or null. */
export async function GET(request: Request, { params }: Context) {
  const { key } = await params;
  return behindTheDoor(request, (caller) => maybeDraft(caller, key));
}

/** Saves `{ version, body }`; answers the next version. */
export async function PUT(request: Request, { params }: Context) {
  const { key } = await params;
  return behindTheDoor(request, (caller, { version, body }) => saveDraft(caller, key, Number(version), body));
}

export async function DELETE(request: Request, { params }: Context) {
  const { key } = await params;
  return behindTheDoor(request, (caller) => discardDraft(caller, key));
}
