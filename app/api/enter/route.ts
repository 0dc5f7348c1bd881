import { enterDoor } from "#lib/api/enter.ts";

/** Checks a name and a password; what follows asks for the second factor. */
export async function POST(request: Request) {
  return enterDoor(request);
}
