import { leaveDoor } from "#lib/api/elsewhere.ts";

/** Says where to send the browser that is to prove elsewhere who sits there. */
export async function POST(request: Request) {
  return leaveDoor(request);
}
