/** What waits for a person as the author of findings. */
import { and, count, eq, inArray, type SQL } from "drizzle-orm";
import { findings } from "#db/schema/index.ts";
import { humansInCase } from "#lib/accounts/find.ts";
import type { LoadContext } from "#lib/core/command.ts";
import type { AskContext } from "#lib/core/query.ts";

/** By case: how many findings that the caller wrote are drafts, came back, or are contested; only where they may write. */
export const myOpenFindings = ({ read, scope }: Pick<AskContext, "read" | "scope">) =>
  read
    .select({ caseId: findings.caseId, status: findings.status, count: count() })
    .from(findings)
    .where(
      and(
        scope.acrossCases(findings.caseId, "finding.write"),
        inArray(findings.status, ["draft", "returned", "contested"]),
        eq(findings.authorHumanId, scope.humanId),
      ),
    )
    .groupBy(findings.caseId, findings.status);

/** True while the author of a finding can write findings in its case, by whichever account. */
export const authorIsHere = async (
  ctx: Pick<LoadContext, "read" | "now">,
  { caseId, authorHumanId }: { caseId: string; authorHumanId: string },
): Promise<boolean> => (await humansInCase(ctx, caseId, [authorHumanId], "finding.write")).size > 0;

/**
 * The findings that somebody wrote in these cases and that are drafts or came back.
 * @param only which of them
 */
export const openFindingsOf = (
  { read }: Pick<LoadContext, "read">,
  humanId: string,
  caseIds: readonly string[],
  only: SQL | undefined,
) =>
  read
    .select({ id: findings.id, caseId: findings.caseId })
    .from(findings)
    .where(
      and(
        inArray(findings.caseId, [...caseIds]),
        inArray(findings.status, ["draft", "returned"]),
        eq(findings.authorHumanId, humanId),
        only,
      ),
    );

/** The findings that somebody took into review in these cases and has not decided on. */
export const findingsInReviewOf = (
  { read }: Pick<LoadContext, "read">,
  humanId: string,
  caseIds: readonly string[],
) =>
  read
    .select({ id: findings.id, version: findings.version, caseId: findings.caseId })
    .from(findings)
    .where(
      and(
        inArray(findings.caseId, [...caseIds]),
        eq(findings.status, "in_review"),
        eq(findings.reviewerHumanId, humanId),
      ),
    );
