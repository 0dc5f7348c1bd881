/** What waits for a person as the author of findings. */
import { and, count, eq, inArray } from "drizzle-orm";
import { findings } from "#db/schema/index.ts";
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
