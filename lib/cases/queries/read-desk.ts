import { and, asc, inArray } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import { peopleWaiting } from "#lib/consent/find/waiting.ts";
import { assignedByCase } from "#lib/assignments/find.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { decidedByCase } from "#lib/corroboration/find/decided.ts";
import { myOpenFindings } from "#lib/corroboration/find/mine.ts";
import { waitingByCase } from "#lib/corroboration/find/waiting.ts";
import { exportsEndingSoon } from "#lib/exports/find/ending.ts";
import { exportsWaiting } from "#lib/exports/find/waiting.ts";
import { deletionsWaiting } from "#lib/retention/find/waiting.ts";
import { myOpenTestimonies } from "#lib/testimonies/find/mine.ts";
import { identitiesWaiting } from "#lib/vault/find/waiting.ts";
import { z } from "zod";
import { DESK_TASKS } from "../vocabulary.ts";

const CASES_MAX = 50;

/**
 * What waits for the caller now, over all their cases: a number for each case and task, and no case without one. Each
 * number is that of the list it stands for. However many cases there are, it takes the same few statements.
 */
export const readDesk = query({
  name: "desk.read",
  input: z.strictObject({}),
  permission: "self.act",
  caseOf: () => ORGANISATION,
  async run(ctx) {
    const counts = await countsOf(ctx);
    const waiting = [...new Set(counts.map(({ caseId }) => caseId))];
    const rows = await ctx.read
      .select({ id: cases.id, title: cases.title, titleAr: cases.titleAr })
      .from(cases)
      .where(and(ctx.scope.acrossCases(cases.id, "case.read"), inArray(cases.id, waiting)))
      .orderBy(asc(cases.title), asc(cases.id))
      .limit(CASES_MAX);
    const tasksOf = (caseId: string) =>
      DESK_TASKS.flatMap((task) => {
        const found = counts.filter((one) => one.caseId === caseId && one.task === task);
        const count = found.reduce((sum, one) => sum + one.count, 0);
        return count === 0 ? [] : [{ task, count }];
      });
    return {
      cases: rows.map((row) => ({ ...row, tasks: tasksOf(row.id) })),
      /** Cases in which something waits beyond those listed. */
      more: waiting.length - rows.length,
    };
  },
});

/** How much of each task there is, case by case. */
async function countsOf(ctx: AskContext) {
  const texts = await myOpenTestimonies(ctx);
  const judgements = await myOpenFindings(ctx);
  const reviews = await waitingByCase(ctx);
  const decided = await decidedByCase(ctx);
  const given = await assignedByCase(ctx);
  const bags = await exportsEndingSoon(ctx);
  const unapproved = await exportsWaiting(ctx);
  const deletions = await deletionsWaiting(ctx);
  const identities = await identitiesWaiting(ctx);
  const widened = await peopleWaiting(ctx);
  return [
    ...texts.map(({ stage, ...row }) => ({ ...row, task: `testimony_${stage}` })),
    ...judgements.map(({ status, ...row }) => ({ ...row, task: `finding_${status}` })),
    ...reviews.map((row) => ({ ...row, task: "review" })),
    ...decided.map((row) => ({ ...row, task: "decided" })),
    ...given.map((row) => ({ ...row, task: "assigned" })),
    ...bags.map((row) => ({ ...row, task: "export_ending" })),
    ...unapproved.map((row) => ({ ...row, task: "export_approval" })),
    ...widened.map((row) => ({ ...row, task: "consent_approval" })),
    ...deletions.map((row) => ({ ...row, task: "deletion_decision" })),
    ...identities.map((row) => ({ ...row, task: "identity_decision" })),
  ];
}
