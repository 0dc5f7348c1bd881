import { and, asc, eq } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { accounts, caseMembers, humans } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { findCase } from "../find.ts";
import { CaseId } from "../vocabulary.ts";

const MEMBERS_MAX = 500;
const admitters = alias(accounts, "admitters");
const admitterHumans = alias(humans, "admitter_humans");
const enders = alias(accounts, "enders");
const enderHumans = alias(humans, "ender_humans");

/**
 * Who belongs to a case, in which role, since when and until when, by whom admitted and why; memberships that ended stay
 * listed, with who ended them and why.
 */
export const listMembers = query({
  name: "member.list",
  input: z.strictObject({ caseId: CaseId }),
  permission: "member.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId }) {
    const caseFile = await findCase(ctx, caseId);
    const rows = await ctx.read
      .select({
        id: caseMembers.id,
        version: caseMembers.version,
        role: caseMembers.role,
        admittedAt: caseMembers.admittedAt,
        expiresAt: caseMembers.expiresAt,
        endedAt: caseMembers.endedAt,
        accountId: accounts.id,
        accountName: accounts.name,
        displayName: humans.displayName,
        admittedByName: admitterHumans.displayName,
        admissionReason: caseMembers.admissionReason,
        endedByName: enderHumans.displayName,
        endReason: caseMembers.endReason,
      })
      .from(caseMembers)
      .innerJoin(accounts, eq(accounts.id, caseMembers.accountId))
      .innerJoin(humans, eq(humans.id, accounts.humanId))
      .leftJoin(admitters, eq(admitters.id, caseMembers.admittedBy))
      .leftJoin(admitterHumans, eq(admitterHumans.id, admitters.humanId))
      .leftJoin(enders, eq(enders.id, caseMembers.endedBy))
      .leftJoin(enderHumans, eq(enderHumans.id, enders.humanId))
      .where(and(ctx.scope.cases(caseMembers.caseId), eq(caseMembers.caseId, caseId)))
      .orderBy(asc(humans.displayName), asc(caseMembers.id))
      .limit(MEMBERS_MAX);
    return {
      case: {
        id: caseFile.id,
        code: caseFile.code,
        title: caseFile.title,
        titleAr: caseFile.titleAr,
        kind: caseFile.kind,
      },
      rows: rows.map((row) => ({ ...row, hasExpired: row.expiresAt !== null && row.expiresAt <= ctx.now })),
      may: { admit: ctx.scope.roleFor("member.admit", caseId) !== null },
    };
  },
});
