import { returnDoor } from "#lib/api/elsewhere.ts";

/** Takes what the browser brought back from there. */
export async function POST(request: Request) {
  return returnDoor(request);
}
