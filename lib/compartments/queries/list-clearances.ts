import { and, asc, desc, eq } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { accounts, clearances, humans } from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { allCompartments } from "../find.ts";

const CLEARANCES_MAX = 500;
const [proposers, proposerHumans] = [alias(accounts, "proposers"), alias(humans, "proposer_humans")];
const [approvers, approverHumans] = [alias(accounts, "approvers"), alias(humans, "approver_humans")];

/** Who is, was or may become cleared for which compartment of a case: by whom, why and until when. The newest first. */
export const listClearances = query({
  name: "clearance.list",
  input: z.strictObject({ caseId: CaseId }),
  permission: "member.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId }) {
    await findCase(ctx, caseId);
    const rows = await ctx.read
      .select({
        id: clearances.id,
        version: clearances.version,
        bit: clearances.bit,
        reason: clearances.reason,
        proposedAt: clearances.proposedAt,
        approvedAt: clearances.approvedAt,
        expiresAt: clearances.expiresAt,
        endedAt: clearances.endedAt,
        accountId: accounts.id,
        displayName: humans.displayName,
        proposedByName: proposerHumans.displayName,
        proposedByHuman: proposers.humanId,
        humanId: humans.id,
        approvedByName: approverHumans.displayName,
      })
      .from(clearances)
      .innerJoin(accounts, eq(accounts.id, clearances.accountId))
      .innerJoin(humans, eq(humans.id, accounts.humanId))
      .leftJoin(proposers, eq(proposers.id, clearances.proposedBy))
      .leftJoin(proposerHumans, eq(proposerHumans.id, proposers.humanId))
      .leftJoin(approvers, eq(approvers.id, clearances.approvedBy))
      .leftJoin(approverHumans, eq(approverHumans.id, approvers.humanId))
      .where(and(ctx.scope.cases(clearances.caseId), eq(clearances.caseId, caseId)))
      .orderBy(desc(clearances.proposedAt), asc(clearances.id))
      .limit(CLEARANCES_MAX);
    const may = (permission: "clearance.propose" | "clearance.approve" | "clearance.end") =>
      ctx.scope.roleFor(permission, caseId) !== null;
    const [propose, approve, end] = [
      may("clearance.propose"),
      may("clearance.approve"),
      may("clearance.end"),
    ];
    return {
      compartments: await allCompartments(ctx.read),
      rows: rows.map(({ humanId, proposedByHuman, ...row }) => {
        const isOver = row.endedAt !== null || (row.expiresAt !== null && row.expiresAt <= ctx.now);
        const waits = !isOver && row.approvedAt === null;
        const isParty = [humanId, proposedByHuman].includes(ctx.scope.humanId);
        return { ...row, isOver, waits, may: { approve: approve && waits && !isParty, end: end && !isOver } };
      }),
      may: { propose },
    };
  },
});
