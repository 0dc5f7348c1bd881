import { and, desc, eq, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { readRingFile } from "#lib/platform/key-ring.ts";
import { setOf } from "#lib/platform/share-text.ts";
import { z } from "zod";

/** Who can recover the keys: how many custodians of how many, since when, and when they last proved it. Null where nobody can. */
export const readCustody = query({
  name: "keys.custody",
  input: z.strictObject({}),
  permission: "keys.keep",
  caseOf: () => ORGANISATION,
  async run({ read, dataFolder }) {
    const slot = readRingFile(dataFolder)?.recovery;
    if (!slot) return { custodians: null };
    const { madeAt, needed, shares, publicKey } = slot;
    const set = setOf(Buffer.from(publicKey, "base64url"));
    return {
      custodians: { madeAt, needed, shares, set, lastDrillAt: await lastDrillSince(read, madeAt) },
    };
  },
});

/** The newest drill, where it is not of a set from before: that proves nothing of this one. */
async function lastDrillSince(read: Reader, since: number): Promise<number | null> {
  const [row] = await read
    .select({ at: auditEvents.at })
    .from(auditEvents)
    // Not by the index of decisions, through nearly all of which it would walk: nearly all events are allowed.
    .where(and(eq(auditEvents.act, "keys.drill"), eq(sql`${auditEvents.decision} || ''`, "allow")))
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  return row && row.at >= since ? row.at : null;
}
