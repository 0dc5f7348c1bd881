import type { deletions, testimonies } from "#db/schema/index.ts";
import type { RunContext } from "#lib/core/command.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { isHeld, keptUntil } from "./find/retention.ts";

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

/** What is deleted because its time is over is due, also when the second person says yes. @throws Conflict */
export async function mustBeDue(
  { read, now }: Pick<RunContext, "read" | "now">,
  testimony: typeof testimonies.$inferSelect,
): Promise<void> {
  const { dueAt } = await keptUntil(read, testimony);
  if (dueAt === null || dueAt > now) throw new Conflict("deletion.not_due");
}

type Deletion = typeof deletions.$inferSelect;

/** @throws Conflict when a request was decided on */
export function mustWait({ status }: Pick<Deletion, "status">): void {
  if (status !== "waiting") throw new Conflict("deletion.decided");
}

/** A request is approved by somebody who did not make it (ASVS 5.0, 2.3.5). @throws Refused to whoever asked */
export function mustBeSecond({ scope }: Pick<RunContext, "scope">, deletion: Deletion): void {
  if (deletion.requestedByHumanId === scope.humanId) throw new Refused("deletion.second_person");
}
