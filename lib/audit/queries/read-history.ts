import { and, desc, eq, like } from "drizzle-orm";
import { unindexed } from "#db/unindexed.ts";
import { auditDetails, auditEvents } from "#db/schema/index.ts";
import { openDetail } from "#lib/core/audit-detail.ts";
import { idPrefixes, isId } from "#lib/core/id-forms.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { z } from "zod";
import { hiddenAmong } from "#lib/core/blind-review.ts";
import { type Changes, changesIn } from "../changes.ts";
import { peopleBehind } from "../people.ts";
import { findAnyRecord } from "../records.ts";
import { parseEvent } from "../verify.ts";

/** In canonical text a quotation mark inside a value is escaped, so this can only be the key: the act wrote rows. */
const WROTE = '%,"rows":[%';

/**
 * What was done to one record, newest first: by whom and in which role, when, why, and which fields changed from what to
 * what. For those who may read the record itself; who merely looked at it is for the auditor to know. The reading is
 * logged, since a history can show more than the record.
 */
export const readHistory = query({
  name: "history.read",
  input: z.strictObject({ recordId: z.string().refine(isId, "bad_reference"), page: PageInput }),
  permission: "history.read",
  async run(ctx, { recordId, page }) {
    const { read, scope, keys } = ctx;
    const record = await findAnyRecord(ctx, recordId);
    if (scope.roleFor("history.read", record.caseId) === null) throw new NotFound();
    const order = keyset(page, "desc", auditEvents.seq, auditEvents.seq);
    // Not by case as well: the record was found in scope, and a database would rather walk through the whole case.
    const acts = and(
      eq(auditEvents.objectId, recordId),
      // Nor by decision: nearly all events are allowed.
      eq(unindexed(auditEvents.decision), "allow"),
      like(auditEvents.body, WROTE),
    );
    const found = await read
      .select({
        seq: auditEvents.seq,
        at: auditEvents.at,
        act: auditEvents.act,
        actor: auditEvents.actor,
        body: auditEvents.body,
        keyId: auditDetails.keyId,
        ciphertext: auditDetails.ciphertext,
      })
      .from(auditEvents)
      .leftJoin(auditDetails, eq(auditDetails.seq, auditEvents.seq))
      .where(and(acts, order.where))
      .orderBy(order.backwards ? auditEvents.seq : desc(auditEvents.seq))
      .limit(order.limit);
    const people = await peopleBehind(
      read,
      keys,
      found.map((row) => row.actor),
    );
    const isHidden = (await hiddenAmong(ctx, findingIn(recordId))).size > 0;
    const rows = [];
    for (const row of found) {
      const event = parseEvent(row.body);
      rows.push({
        seq: row.seq,
        at: row.at,
        act: row.act,
        person: people.get(row.actor)?.displayName ?? null,
        role: event?.actor_role ?? null,
        version: event?.obj_v ?? null,
        reasonCode: event?.reason ?? null,
        ...(isHidden ? UNTOLD : changesIn(await detailOf(ctx, row))),
      });
    }
    const total = await countUpTo(read, auditEvents, acts);
    const listed = paged(page, rows, (row) => ({ key: row.seq, id: String(row.seq) }));
    return { ...listed, total, caseId: record.caseId, record: { id: recordId, version: record.version } };
  },
  traceOf: ({ caseId, record }) => ({ caseId, object: record }),
});

/** A finding of which the caller may not see the conclusion yet: what was changed in it, and in which words, tells of it. */
const UNTOLD: Changes = { reason: null, changes: [], unreadable: false };

const findingIn = (recordId: string) => (recordId.startsWith(`${idPrefixes.finding}_`) ? [recordId] : []);

interface Sealed {
  seq: number;
  keyId: string | null;
  ciphertext: string | null;
}

/** The detail in the clear; undefined when there is none, null when its key was destroyed, or replaced since. */
async function detailOf({ read, keys }: AskContext, { seq, keyId, ciphertext }: Sealed): Promise<unknown> {
  if (keyId === null || ciphertext === null) return undefined;
  return openDetail(read, keys, keyId, seq, ciphertext).catch(() => null);
}
