import { and, asc, count, eq, gt, like, lt, type SQL, sql } from "drizzle-orm";
import { unindexed } from "#db/unindexed.ts";
import { auditEvents, emergencyAccesses } from "#db/schema/index.ts";
import { emergencyRole } from "#lib/access/permissions.ts";
import { codesOf, findAnyRecord } from "#lib/audit/records.ts";
import { maybeCallerCode } from "#lib/core/caller-code.ts";
import { REVIEW_MS_MAX } from "#lib/core/emergency.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { z } from "zod";
import { emergencies, findEmergency } from "../find.ts";
import { openEmergency } from "../commands/open-emergency.ts";
import { stateOf } from "../rules.ts";
import { EmergencyId } from "../vocabulary.ts";

/** Lines that are shown; of more, the auditor has the whole in the log. */
const LOOKS_MAX = 500;

/** Whoever has this role wrote it into the event; a quotation mark inside a value would be escaped. */
const IN_EMERGENCY = `%"actor_role":"${emergencyRole}"%`;

/**
 * One emergency access with what was looked at in it, as the log has it: when, what kind of look, and at which record, for those
 * of the case who may see that record themselves; by kind alone for those of the house.
 */
export const readEmergency = query({
  name: "emergency.read",
  input: z.strictObject({ emergencyId: EmergencyId }),
  permission: "emergency.read",
  async run(ctx, { emergencyId }) {
    const { caseId } = await findEmergency(ctx, emergencyId);
    const [row] = await emergencies(ctx.read).where(eq(emergencyAccesses.id, emergencyId));
    if (!row) throw new NotFound();
    const { humanId, ...emergency } = row;
    const state = stateOf(row, ctx.now);
    const isOwn = humanId === ctx.scope.humanId;
    const mayReview = ctx.scope.roleFor("emergency.review", caseId) !== null;
    const isOver = state === "waiting" || state === "overdue";
    return {
      ...emergency,
      state,
      isOwn,
      dueAt: row.openedAt + REVIEW_MS_MAX,
      ...(await looksOf(ctx, { ...row, caseId })),
      may: { review: mayReview && !isOwn && isOver, end: mayReview && !isOwn && state === "open" },
    };
  },
});

/**
 * What was asked while the case was open to somebody, as the log has it: each act on each record once, and how often. Found by
 * the numbers of the log and not by its times, which a clock that was set back would spoil.
 * @returns `closed`: something is left out that the caller may not see
 */
async function looksOf(
  ctx: AskContext,
  { accountId, caseId, id }: { accountId: string; caseId: string; id: string },
) {
  const actor = await maybeCallerCode(ctx.read, ctx.keys, accountId, caseId);
  const from = actor === null ? null : await openedAs(ctx, eq(auditEvents.objectId, id));
  if (actor === null || from === null) return { looks: [], hasMoreLooks: false };
  const next = await openedAs(ctx, and(eq(auditEvents.actor, actor), gt(auditEvents.seq, from)));
  const seq = sql<number>`min(${auditEvents.seq})`;
  const found = await ctx.read
    .select({
      seq: seq.mapWith(Number),
      at: sql<number>`min(${auditEvents.at})`.mapWith(Number),
      act: auditEvents.act,
      objectId: auditEvents.objectId,
      times: count(),
    })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.actor, actor),
        gt(auditEvents.seq, from),
        next === null ? undefined : lt(auditEvents.seq, next),
        like(auditEvents.body, IN_EMERGENCY),
      ),
    )
    .groupBy(auditEvents.act, auditEvents.objectId)
    .orderBy(seq)
    .limit(LOOKS_MAX + 1);
  const codes = await codesInSight(
    ctx,
    found.flatMap(({ objectId }) => objectId ?? []),
  );
  // To somebody of the case, a line about a record that is closed to them would tell that it is there.
  const isOfCase = ctx.scope.roleFor("case.read", caseId) !== null;
  const looks = found
    .slice(0, LOOKS_MAX)
    .filter(({ objectId }) => objectId === null || !isOfCase || codes.has(objectId))
    .map(({ objectId, ...look }) => ({
      ...look,
      isOfRecord: objectId !== null,
      code: objectId === null ? null : (codes.get(objectId) ?? null),
    }));
  return { looks, hasMoreLooks: found.length > LOOKS_MAX };
}

/** The number of the first opening in the log that fits, or null: found by its record or by who did it, not among all acts. */
async function openedAs({ read }: AskContext, which: SQL | undefined): Promise<number | null> {
  const [event] = await read
    .select({ seq: auditEvents.seq })
    .from(auditEvents)
    .where(
      and(
        which,
        eq(unindexed(auditEvents.act), openEmergency.name),
        eq(unindexed(auditEvents.decision), "allow"),
      ),
    )
    .orderBy(asc(auditEvents.seq))
    .limit(1);
  return event?.seq ?? null;
}

/** The codes of those records, of any kind, that the caller may see. */
async function codesInSight(ctx: AskContext, ids: readonly string[]): Promise<Map<string, string>> {
  const seen: string[] = [];
  for (const id of new Set(ids))
    if (
      await findAnyRecord(ctx, id).then(
        () => true,
        () => false,
      )
    )
      seen.push(id);
  return codesOf(ctx.read, seen);
}
