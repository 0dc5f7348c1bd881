import { and, eq } from "drizzle-orm";
import { caseExports, witnesses } from "#db/schema/index.ts";
import { AccountId } from "#lib/accounts/vocabulary.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { copiesOf } from "#lib/consent/find/holders.ts";
import { contactsOf } from "#lib/contact/find/contact.ts";
import { havingPlan } from "#lib/contact/find/plans.ts";
import { UNSAID } from "#lib/contact/rules/contact.ts";
import { idOf } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { countUpTo, paged, PageInput } from "#lib/core/page.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { Invalid, NotFound } from "#lib/core/refusals.ts";
import { FIRST_ZONE_MS } from "#lib/core/zone-time.ts";
import { ASSESSED_MS_MAX } from "#lib/release/rules/risk.ts";
import { assessmentsOf, riskEventsOf } from "#lib/risk/find.ts";
import { levelOf } from "#lib/risk/rules.ts";
import { z } from "zod";
import { accountsOf, byUrgency, concernedBy, isApart, urgency } from "../find/exposed.ts";
import { openedBy } from "../find/opened.ts";
import type { Loss } from "../words.ts";

/**
 * Who is exposed when something was lost, the highest risk first, each with the way on which they may be reached and who holds copies:
 * by all of a case, by one bag, or by what one account opened since a day. Retracted records are among them: what was recorded was
 * there to be read. Its reading is logged, with everybody whom it showed.
 */
export const listExposed = query({
  name: "breach.list",
  input: z.strictObject({
    caseId: CaseId,
    /** A bag that is in other hands. */
    exportId: idOf("export").optional(),
    /** An account that is in other hands, and since which day. */
    accountId: AccountId.optional(),
    since: z.iso.date("not_a_day").optional(),
    page: PageInput,
  }),
  permission: "breach.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, page, ...lost }) {
    const { read, scope, now } = ctx;
    const { retractedAt } = await findCase(ctx, caseId);
    const { loss, ids } = await lostIn(ctx, caseId, lost);
    const exposed = and(
      scope.cases(witnesses.caseId),
      eq(witnesses.caseId, caseId),
      ids === null ? undefined : concernedBy(ctx, ids),
    );
    const key = urgency(ctx);
    const keys = byUrgency(page, key);
    const found = await read
      .select({
        id: witnesses.id,
        code: witnesses.code,
        version: witnesses.version,
        ageBand: witnesses.ageBand,
        retractedAt: witnesses.retractedAt,
        urgency: key,
        accounts: accountsOf(ctx),
        isApart: isApart(ctx),
      })
      .from(witnesses)
      .where(and(exposed, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const shown = paged(page, found, (row) => ({ key: row.urgency, id: row.id }));
    const people = shown.rows.map(({ id }) => id);
    const assessments = await assessmentsOf(read, people);
    const happened = await riskEventsOf(read, caseId, people);
    const contacts = await contactsOf(ctx, people);
    const planned = await havingPlan(ctx, people);
    const copies = await copiesOf(ctx, caseId, people);
    return {
      ...shown,
      rows: shown.rows.map((one) => {
        const { urgency: _, ageBand, ...row } = one;
        const newest = assessments.get(row.id)?.at(-1);
        const { mode, through, windowFrom, windowUntil } = contacts.get(row.id) ?? UNSAID;
        return {
          ...row,
          isChild: ageBand === "child",
          risk: newest
            ? {
                level: levelOf(newest),
                isOver: Math.min(newest.validUntil, newest.assessedAt + ASSESSED_MS_MAX) <= now,
                hasHappened: happened(row.id).some(
                  ({ witnessId, recordedAt }) => witnessId !== null && recordedAt >= newest.assessedAt,
                ),
              }
            : null,
          contact: { mode, through, windowFrom, windowUntil },
          hasPlan: planned.has(row.id),
          copies: copies.get(row.id) ?? [],
        };
      }),
      total: await countUpTo(read, witnesses, exposed),
      caseId,
      loss,
      exportId: lost.exportId ?? null,
      may: { report: retractedAt === null && scope.roleFor("risk.write", caseId) !== null },
    };
  },
  traceOf: ({ caseId, loss, exportId, rows }, { accountId, since }) => ({
    caseId,
    reason: `lost_${loss}`,
    ...(exportId === null ? {} : { object: { id: exportId } }),
    shown: rows.map(({ id, version }) => `${id}:${version}`).toSorted(),
    // Whoever asks what a colleague opened says of whom.
    ...(accountId === undefined ? {} : { detail: { accountId, since } }),
  }),
});

interface Lost {
  readonly exportId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly since?: string | undefined;
}

/**
 * What was lost, with the ids of the records that it held; null for all.
 * @throws Invalid, naming the field, where two things are named or an account without its day; NotFound
 */
async function lostIn(
  ctx: AskContext,
  caseId: string,
  { exportId, accountId, since }: Lost,
): Promise<{ loss: Loss; ids: Iterable<string> | null }> {
  if (accountId !== undefined && exportId !== undefined)
    throw new Invalid([{ path: "accountId", code: "one_at_a_time" }]);
  if ((accountId === undefined) !== (since === undefined))
    throw new Invalid([{ path: accountId === undefined ? "accountId" : "since", code: "required" }]);
  if (accountId !== undefined)
    return {
      loss: "access",
      // Rather too many than too few.
      ids: await openedBy(ctx, caseId, accountId, Date.parse(`${since}T00:00:00Z`) - FIRST_ZONE_MS),
    };
  if (exportId === undefined) return { loss: "case", ids: null };
  const bag = await findRecord(ctx, caseExports, exportId, "export.read");
  // A bag that was never built holds nobody, which is no all-clear.
  if (bag.caseId !== caseId || bag.included === null) throw new NotFound();
  // A key to codes exposes those whom it names, and nobody else whose account an older version gave to another.
  return { loss: "export", ids: bag.people?.map(({ personId }) => personId) ?? bag.included ?? [] };
}
