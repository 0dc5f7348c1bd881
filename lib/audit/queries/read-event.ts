import { eq, getTableColumns } from "drizzle-orm";
import { auditDetails, auditEvents, cases } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { peopleBehind } from "../people.ts";
import { codesOf } from "../records.ts";
import { soughtIn } from "../sentence.ts";
import { parseEvent } from "../verify.ts";

/**
 * One entry of the log whole: its text as it was hashed, its hash and that of the entry before. The encrypted detail
 * stays shut: it may hold testimony, which no auditor reads.
 */
export const readEvent = query({
  name: "audit.read",
  input: z.strictObject({ seq: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
  permission: "audit.read",
  caseOf: () => ORGANISATION,
  async run({ read, keys }, { seq }) {
    const [row] = await read
      .select({ ...getTableColumns(auditEvents), caseCode: cases.code, detailOf: auditDetails.seq })
      .from(auditEvents)
      .leftJoin(cases, eq(cases.id, auditEvents.caseId))
      .leftJoin(auditDetails, eq(auditDetails.seq, auditEvents.seq))
      .where(eq(auditEvents.seq, seq));
    if (!row) throw new NotFound();
    const { detailOf, ...stored } = row;
    const people = await peopleBehind(read, keys, [row.actor]);
    const codes = await codesOf(read, row.objectId ? [row.objectId] : []);
    const event = parseEvent(row.body);
    return {
      ...stored,
      prev: event?.prev ?? null,
      person: people.get(row.actor)?.displayName ?? null,
      accountId: people.get(row.actor)?.accountId ?? null,
      objectCode: (row.objectId && codes.get(row.objectId)) ?? null,
      objectVersion: event?.obj_v ?? null,
      role: event?.actor_role ?? null,
      auth: event?.auth ?? null,
      rules: event?.rules ?? [],
      reason: event?.reason ?? null,
      repeats: event?.repeats ?? 0,
      sought: soughtIn(event),
      shown: event?.shown ?? [],
      rows: event?.rows ?? [],
      hasDetail: detailOf !== null,
    };
  },
  traceOf: ({ caseId }) => ({ caseId, reason: "names_shown" }),
});
