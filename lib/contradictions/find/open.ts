import { and, eq } from "drizzle-orm";
import { contradictions } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { Conflict } from "#lib/core/refusals.ts";

/**
 * No open contradiction of the same two statements, kind and facet of an allegation is on record.
 * @throws Conflict
 */
export async function mustNotBeOpen(read: Reader, caseId: string, pairKey: string): Promise<void> {
  const [found] = await read
    .select({ id: contradictions.id })
    .from(contradictions)
    .where(and(eq(contradictions.caseId, caseId), eq(contradictions.pairKey, pairKey)));
  if (found) throw new Conflict("contradiction.exists");
}
