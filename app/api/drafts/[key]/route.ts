import { discardDraftDoor, readDraftDoor, saveDraftDoor } from "#lib/api/drafts.ts";

type Context = { params: Promise<{ key: string }> };

export async function GET(request: Request, { params }: Context) {
  return readDraftDoor(request, (await params).key);
}

export async function PUT(request: Request, { params }: Context) {
  return saveDraftDoor(request, (await params).key);
}

export async function DELETE(request: Request, { params }: Context) {
  return discardDraftDoor(request, (await params).key);
}
