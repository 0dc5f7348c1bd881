import { and, desc, eq, getTableColumns } from "drizzle-orm";
import { auditEvents, cases } from "#db/schema/index.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { peopleBehind } from "../people.ts";
import { codesOf } from "../records.ts";
import { soughtIn } from "../sentence.ts";
import { soughtFields, whereSought } from "../sought-entries.ts";
import { parseEvent } from "../verify.ts";

/**
 * Entries of the log, newest first, for the auditor: who did what, when, in which role and to which code; never a title,
 * a name in a record or a detail. The log itself holds only a code per person and case; the auditor gets the name, since
 * an act that cannot be laid at somebody's door cannot be audited, and each such look is itself in the log.
 */
export const listEvents = query({
  name: "audit.list",
  input: z.strictObject({ ...soughtFields, page: PageInput }),
  permission: "audit.read",
  caseOf: () => ORGANISATION,
  async run({ read, keys }, { page, ...asked }) {
    const order = keyset(page, "desc", auditEvents.seq, auditEvents.seq);
    const matching = await whereSought(read, keys, asked);
    const { leaf: _, ...columns } = getTableColumns(auditEvents);
    const found = await read
      .select({ ...columns, caseCode: cases.code })
      .from(auditEvents)
      .leftJoin(cases, eq(cases.id, auditEvents.caseId))
      .where(and(matching, order.where))
      .orderBy(order.backwards ? auditEvents.seq : desc(auditEvents.seq))
      .limit(order.limit);
    const people = await peopleBehind(
      read,
      keys,
      found.map((row) => row.actor),
    );
    const codes = await codesOf(
      read,
      found.flatMap((row) => row.objectId ?? []),
    );
    const rows = found.map(({ body, ...row }) => {
      const event = parseEvent(body);
      return {
        ...row,
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
      };
    });
    const total = await countUpTo(read, auditEvents, matching);
    return {
      ...paged(page, rows, (row) => ({ key: row.seq, id: String(row.seq) })),
      total,
      caseId: asked.caseId ?? null,
    };
  },
  // Whom the auditor followed through their codes is itself a finding of the log.
  traceOf: ({ caseId }, { accountId }) => ({
    caseId,
    reason: "names_shown",
    ...(accountId ? { object: { id: accountId } } : {}),
  }),
});
