import { lastCheckpointDoor } from "#lib/api/witness.ts";

/** The last checkpoint of another log that was countersigned here. */
export async function GET(_: Request, { params }: RouteContext<"/api/witness/[originHash]/checkpoint">) {
  return lastCheckpointDoor((await params).originHash);
}
