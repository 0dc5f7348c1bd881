import { witnessKeyDoor } from "#lib/api/witness.ts";

/** The key by which other logs are countersigned here. */
export async function GET() {
  return witnessKeyDoor();
}
