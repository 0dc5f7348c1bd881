import { and, eq, isNull } from "drizzle-orm";
import { accountRoles, guideClosings } from "#db/schema/index.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { isDone, practiceOf } from "../find.ts";
import { GUIDE, type GuideRole } from "../vocabulary.ts";

/**
 * The caller's first steps in their roles: what each role learns by doing in the training case, and what of it they have
 * done. A live case counts for nothing here.
 */
export const readGuide = query({
  name: "guide.read",
  input: z.strictObject({}),
  permission: "self.act",
  caseOf: () => ORGANISATION,
  async run(ctx) {
    const [practice, isAuditor, closed] = [
      await practiceOf(ctx),
      await holdsAudit(ctx),
      await ctx.read.$count(guideClosings, eq(guideClosings.accountId, ctx.scope.accountId)),
    ];
    const [first] = practice;
    const roles = [...new Set(practice.map(({ role }) => guideRoleOf(role)))].filter((role) => role !== null);
    const parts = await Promise.all(
      [...roles, ...(isAuditor ? (["auditor"] as const) : [])].map(async (role) => ({
        role,
        steps: await stepsOf(ctx, role, first?.caseId ?? ""),
      })),
    );
    return {
      state: closed > 0 ? ("closed" as const) : ("open" as const),
      /** The case to practise in; null for somebody in none. */
      trainingCase:
        first === undefined ? null : { id: first.caseId, title: first.title, titleAr: first.titleAr },
      parts,
    };
  },
});

const stepsOf = (ctx: AskContext, role: GuideRole, caseId: string) =>
  Promise.all(GUIDE[role].map(async (step) => ({ step, done: await isDone(ctx, step, caseId) })));

function guideRoleOf(role: string): GuideRole | null {
  if (role === "senior_reviewer") return "reviewer";
  return role === "investigator" || role === "reviewer" || role === "legal_officer" ? role : null;
}

async function holdsAudit({ read, scope }: AskContext): Promise<boolean> {
  const held = and(
    eq(accountRoles.accountId, scope.accountId),
    eq(accountRoles.role, "auditor"),
    isNull(accountRoles.endedAt),
  );
  return (await read.$count(accountRoles, held)) > 0;
}
