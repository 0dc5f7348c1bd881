import { forgetLayoutDoor, saveLayoutDoor } from "#lib/api/preferences.ts";

type Context = { params: Promise<{ key: string }> };

export async function PUT(request: Request, { params }: Context) {
  return saveLayoutDoor(request, (await params).key);
}

export async function DELETE(request: Request, { params }: Context) {
  return forgetLayoutDoor(request, (await params).key);
}
