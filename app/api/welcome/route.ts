import { welcomeDoor } from "#lib/api/welcome.ts";

/** Opens a link by which somebody chooses their password. */
export async function POST(request: Request) {
  return welcomeDoor(request);
}
