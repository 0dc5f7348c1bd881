import { setupDoor } from "#lib/api/setup.ts";

/** Makes the first administrator, with the one-time code from the terminal. */
export async function POST(request: Request) {
  return setupDoor(request);
}
