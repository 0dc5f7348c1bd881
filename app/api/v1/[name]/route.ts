import { commandDoor } from "#lib/api/door.ts";

/** POST `{ input, requestId }` carries out the command of that name. */
export async function POST(request: Request, { params }: { params: Promise<{ name: string }> }) {
  return commandDoor((await params).name, request);
}
