import { addCheckpointDoor } from "#lib/api/witness.ts";

/** Countersigns a checkpoint of another log. */
export async function POST(request: Request) {
  return addCheckpointDoor(request);
}
