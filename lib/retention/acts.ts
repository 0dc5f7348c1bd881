import type { deletions, testimonies } from "#db/schema/index.ts";
import type { RunContext } from "#lib/core/command.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { isHeld } from "./find/retention.ts";

/**
 * An account of which nothing makes use any more, and which no legal hold keeps.
 * @throws Conflict naming what stands in the way
 */
export async function mustBeDeletable(
  { read }: Pick<RunContext, "read">,
  testimony: typeof testimonies.$inferSelect,
): Promise<void> {
  if (await isHeld(read, testimony)) throw new Conflict("deletion.held");
  if (testimony.retractedAt === null) throw new Conflict("deletion.in_use");
}

/**
 * A request that nobody decided on yet, before somebody who did not make it (ASVS 5.0, 2.3.5).
 * @throws Conflict when it was decided on; Refused to whoever asked
 */
export function mustDecideOn(
  { scope }: Pick<RunContext, "scope">,
  deletion: typeof deletions.$inferSelect,
): void {
  if (deletion.status !== "waiting") throw new Conflict("deletion.decided");
  if (deletion.requestedByHumanId === scope.humanId) throw new Refused("deletion.second_person");
}
