import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { accounts, caseMembers, emergencyAccesses, humans, placements } from "#db/schema/index.ts";
import { caseRolesWith } from "#lib/access/permissions.ts";
import { clearedIn } from "#lib/core/cleared.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { findCaseRecord, sightOfRecord } from "#lib/records/find.ts";
import { RecordId } from "#lib/records/vocabulary.ts";
import { z } from "zod";
import { allCompartments, marksOf } from "../find.ts";
import { bitsIn, placedNounOf } from "../vocabulary.ts";

const PEOPLE_MAX = 500;
const PLACEMENTS_MAX = 100;
const [admitters, admitterHumans] = [alias(accounts, "admitters"), alias(humans, "admitter_humans")];

/**
 * Who may see a record now, and by what: the role that they have in its case and, where it is in compartments, their
 * clearance for each. The same tables that decide (lib/core/scope.ts); whoever is not listed is shown nothing of it.
 */
export const explainSight = query({
  name: "record.explainSight",
  input: z.strictObject({ recordId: RecordId }),
  permission: "case.read",
  async run(ctx, { recordId }) {
    const { caseId, code, noun, retractedAt } = await findCaseRecord(ctx, recordId);
    const { own, mask } = await marksOf(ctx.read, recordId);
    const placed = await placementsOf(ctx, recordId);
    const isPlaced = placedNounOf(recordId) !== null;
    const may = (permission: "compartment.place" | "compartment.lift") =>
      isPlaced && ctx.scope.roleFor(permission, caseId) !== null;
    return {
      code,
      noun,
      compartments: await allCompartments(ctx.read),
      own,
      inherited: mask & ~own,
      people: await peopleWhoSee(ctx, caseId, caseRolesWith(sightOfRecord(noun)), mask),
      placements: placed,
      may: { place: may("compartment.place") && retractedAt === null, lift: may("compartment.lift") },
    };
  },
});

/**
 * People with one of some roles in a case, or on call and with the case open in an emergency, who are cleared for all of a set of
 * compartments.
 */
async function peopleWhoSee(
  ctx: AskContext,
  caseId: string,
  roles: ReturnType<typeof caseRolesWith>,
  mask: number,
) {
  const members = await ctx.read
    .select({
      accountId: accounts.id,
      displayName: humans.displayName,
      role: caseMembers.role,
      since: caseMembers.admittedAt,
      until: caseMembers.expiresAt,
      by: admitterHumans.displayName,
      reason: caseMembers.admissionReason,
      openUntil: emergencyAccesses.expiresAt,
    })
    .from(caseMembers)
    .innerJoin(accounts, eq(accounts.id, caseMembers.accountId))
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .leftJoin(
      emergencyAccesses,
      and(
        eq(emergencyAccesses.accountId, caseMembers.accountId),
        eq(emergencyAccesses.caseId, caseMembers.caseId),
        inArray(caseMembers.role, caseRolesWith("emergency.open")),
        isNull(emergencyAccesses.endedAt),
        gt(emergencyAccesses.expiresAt, ctx.now),
      ),
    )
    .leftJoin(admitters, eq(admitters.id, caseMembers.admittedBy))
    .leftJoin(admitterHumans, eq(admitterHumans.id, admitters.humanId))
    .where(
      and(
        ctx.scope.cases(caseMembers.caseId),
        eq(caseMembers.caseId, caseId),
        eq(accounts.status, "active"),
        or(inArray(caseMembers.role, roles), isNotNull(emergencyAccesses.id)),
        isNull(caseMembers.endedAt),
        or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, ctx.now)),
      ),
    )
    .orderBy(asc(humans.displayName), asc(caseMembers.id))
    .limit(PEOPLE_MAX);
  const needed = bitsIn(mask);
  const cleared = await clearedIn(ctx.read, caseId, ctx.now);
  return members.flatMap(({ openUntil, ...member }) => {
    const own = needed.flatMap(
      (bit) => cleared.find((one) => one.accountId === member.accountId && one.bit === bit) ?? [],
    );
    if (own.length < needed.length) return [];
    const ends = [openUntil, member.until].filter((one) => one !== null);
    const until = ends.length === 0 ? null : Math.min(...ends);
    return [{ ...member, until, clearances: own.map(({ bit, expiresAt }) => ({ bit, until: expiresAt })) }];
  });
}

/** How the record came into its compartments, and what waits to take it out. The newest first. */
async function placementsOf(ctx: AskContext, recordId: string) {
  const rows = await ctx.read
    .select({
      id: placements.id,
      version: placements.version,
      before: placements.before,
      after: placements.after,
      reason: placements.reason,
      proposedAt: placements.proposedAt,
      approvedAt: placements.approvedAt,
      withdrawnAt: placements.withdrawnAt,
      by: humans.displayName,
      humanId: humans.id,
    })
    .from(placements)
    .innerJoin(accounts, eq(accounts.id, placements.proposedBy))
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .where(and(ctx.scope.cases(placements.caseId), eq(placements.recordId, recordId)))
    .orderBy(desc(placements.proposedAt), desc(placements.id))
    .limit(PLACEMENTS_MAX);
  return rows.map(({ humanId, ...row }) => {
    const waits = row.approvedAt === null && row.withdrawnAt === null;
    return { ...row, waits, isOwn: humanId === ctx.scope.humanId };
  });
}
