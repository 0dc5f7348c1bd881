import { and, asc, lte } from "drizzle-orm";
import { z } from "zod";
import { auditEvents } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { lastCheckpoint } from "../kept-checkpoints.ts";
import { keysOfLog } from "../log-keys.ts";
import { proveEntries } from "../prove-entries.ts";
import { readEnds } from "../read-log.ts";
import { soughtFields, whereSought } from "../sought-entries.ts";
import { EXCERPT_ENTRIES_MAX } from "../vocabulary.ts";

/**
 * The entries of the auditor's list, with what proves to anybody else that each stands in the log (docs/audit-log.md, section 9),
 * and without the others. Entries since the last checkpoint are left out: nothing signed leads to them yet.
 * @throws Conflict `audit.nothing_signed`, `audit.nothing_to_take` or, for more entries than one excerpt may have,
 * `audit.excerpt_too_large`
 */
export const takeExcerpt = query({
  name: "audit.excerpt",
  input: z.strictObject(soughtFields),
  permission: "audit.read",
  caseOf: () => ORGANISATION,
  async run({ read, keys }, asked) {
    const { head } = await readEnds(read);
    const origin = head ? (await keysOfLog(read, head.log)).at(-1)?.origin : undefined;
    const last = origin === undefined ? null : await lastCheckpoint(read, origin);
    if (!head || !last?.checkpoint) throw new Conflict("audit.nothing_signed");
    const entries = await read
      .select({ seq: auditEvents.seq, body: auditEvents.body })
      .from(auditEvents)
      .where(and(await whereSought(read, keys, asked), lte(auditEvents.seq, last.size)))
      .orderBy(asc(auditEvents.seq))
      .limit(EXCERPT_ENTRIES_MAX + 1);
    if (entries.length === 0) throw new Conflict("audit.nothing_to_take");
    if (entries.length > EXCERPT_ENTRIES_MAX) throw new Conflict("audit.excerpt_too_large");
    return {
      log: head.log,
      size: last.size,
      caseId: asked.caseId ?? null,
      lines: entries.map(({ body }) => body),
      proofs: await proveEntries(read, last.checkpoint, entries),
    };
  },
  traceOf: ({ log, size, caseId }, { accountId }) => ({
    caseId,
    // Whom the auditor followed is itself a finding of the log, as in the list.
    object: accountId === undefined ? { id: log, version: size } : { id: accountId },
  }),
});
