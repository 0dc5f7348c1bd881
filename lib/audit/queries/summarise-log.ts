import { and, count, desc, eq, inArray } from "drizzle-orm";
import { auditEvents } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { readEnds } from "../read-log.ts";
import { parseEvent } from "../verify.ts";
import { CHECKS, verdicts } from "../vocabulary.ts";
import { within } from "../when.ts";

const WEEK_MS = 7 * 24 * 3_600_000;

/** The log at a glance: what was done and refused in the last seven days, where it ends, and when it was last verified. */
export const summariseLog = query({
  name: "audit.summary",
  input: z.strictObject({}),
  permission: "audit.read",
  caseOf: () => ORGANISATION,
  async run({ read, now }) {
    const { head } = await readEnds(read);
    const week = await read
      .select({ act: auditEvents.act, decision: auditEvents.decision, count: count() })
      .from(auditEvents)
      .where(await within(read, now - WEEK_MS, undefined))
      .groupBy(auditEvents.act, auditEvents.decision)
      .orderBy(desc(count()), auditEvents.act, auditEvents.decision);
    return { head, week, lastVerification: await lastVerification(read) };
  },
});

/** What the newest check said, and up to which entry; null when there was none. */
async function lastVerification(read: Reader) {
  const [row] = await read
    .select({ seq: auditEvents.seq, at: auditEvents.at, body: auditEvents.body })
    .from(auditEvents)
    .where(and(inArray(auditEvents.act, CHECKS), eq(auditEvents.decision, "allow")))
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  if (!row) return null;
  const event = parseEvent(row.body);
  const verdict = verdicts.find((one) => one === event?.reason) ?? null;
  return { seq: row.seq, at: row.at, verdict, upTo: event?.obj_v ?? null };
}
