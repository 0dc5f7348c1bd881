import { and, asc, eq, gte, like, lte } from "drizzle-orm";
import { auditEvents, emergencyAccesses } from "#db/schema/index.ts";
import { emergencyRole } from "#lib/access/permissions.ts";
import { maybeCallerCode } from "#lib/core/caller-code.ts";
import { REVIEW_MS_MAX } from "#lib/core/emergency.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { linesOf } from "#lib/records/find.ts";
import { z } from "zod";
import { emergencies, findEmergency } from "../find.ts";
import { overAt, stateOf } from "../rules.ts";
import { EmergencyId } from "../vocabulary.ts";

/** Nobody reads more in half an hour; of more, the auditor has the whole in the log. */
const EVENTS_MAX = 1_000;

/** Whoever has this role wrote it into the event; a quotation mark inside a value would be escaped. */
const IN_EMERGENCY = `%"actor_role":"${emergencyRole}"%`;

/**
 * One emergency access with everything that was looked at in it, as the log has it: when, what kind of look, and at which
 * record, named by its code for those alone who may see that record themselves.
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
    return {
      ...emergency,
      state,
      isOwn,
      dueAt: row.openedAt + REVIEW_MS_MAX,
      ...(await looksOf(ctx, { ...row, caseId })),
      may: { review: mayReview && !isOwn && (state === "waiting" || state === "overdue") },
    };
  },
});

interface Access {
  accountId: string;
  caseId: string;
  openedAt: number;
  expiresAt: number;
  endedAt: number | null;
}

/** What was asked while the case was open to somebody, as the log has it. */
async function looksOf(ctx: AskContext, access: Access) {
  const actor = await maybeCallerCode(ctx.read, ctx.keys, access.accountId, access.caseId);
  if (actor === null) return { looks: [], hasMoreLooks: false };
  const events = await ctx.read
    .select({
      seq: auditEvents.seq,
      at: auditEvents.at,
      act: auditEvents.act,
      objectId: auditEvents.objectId,
    })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.actor, actor),
        gte(auditEvents.at, access.openedAt),
        lte(auditEvents.at, overAt(access)),
        like(auditEvents.body, IN_EMERGENCY),
      ),
    )
    .orderBy(asc(auditEvents.seq))
    .limit(EVENTS_MAX + 1);
  const lines = await linesOf(ctx, [...new Set(events.flatMap(({ objectId }) => objectId ?? []))]);
  const looks = events.slice(0, EVENTS_MAX).map(({ objectId, ...event }) => ({
    ...event,
    isOfRecord: objectId !== null,
    code: objectId === null ? null : (lines.get(objectId)?.code ?? null),
  }));
  return { looks, hasMoreLooks: events.length > EVENTS_MAX };
}
