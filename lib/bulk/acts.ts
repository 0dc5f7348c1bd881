import type { Outcome } from "#lib/core/command.ts";
import { Conflict, NotFound, Refused } from "#lib/core/refusals.ts";
import { BULK_OUTCOMES, type BulkCounts, type BulkOutcome } from "./vocabulary.ts";

/** Rules by which a record is as it was wished already. */
const ALREADY: ReadonlySet<string> = new Set([
  "tag.put_already",
  "tag.not_put",
  "link.exists",
  "assignment.held",
]);
const RETRACTED: ReadonlySet<string> = new Set(["record.retracted", "link.end_retracted"]);

/**
 * Does one act on each record and counts what became of it. Each is a command of its own, with its own permission and its
 * own entry; one that is refused leaves nothing, as every verb decides before it writes.
 * @param act a nested command on one record
 */
export async function onEach(
  recordIds: readonly string[],
  act: (recordId: string) => Promise<unknown>,
): Promise<Outcome<BulkCounts>> {
  const counts = Object.fromEntries(BULK_OUTCOMES.map((outcome) => [outcome, 0])) as BulkCounts;
  for (const recordId of recordIds) counts[await outcomeOf(() => act(recordId))]++;
  return { result: counts, entry: { detail: { counts } } };
}

async function outcomeOf(act: () => Promise<unknown>): Promise<BulkOutcome> {
  try {
    await act();
    return "done";
  } catch (error) {
    if (error instanceof NotFound) return "absent";
    if (error instanceof Refused) return "refused";
    if (!(error instanceof Conflict)) throw error;
    if (ALREADY.has(error.rule)) return "already";
    return RETRACTED.has(error.rule) ? "retracted" : "conflict";
  }
}
