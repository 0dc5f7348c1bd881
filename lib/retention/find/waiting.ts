import { and, count, eq, ne } from "drizzle-orm";
import { deletions } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";

/** By case: how many requests to delete an account wait for a decision that the caller may take. */
export const deletionsWaiting = ({ read, scope }: Pick<AskContext, "read" | "scope">) =>
  read
    .select({ caseId: deletions.caseId, count: count() })
    .from(deletions)
    .where(
      and(
        scope.acrossCases(deletions.caseId, "deletion.decide"),
        eq(deletions.status, "waiting"),
        ne(deletions.requestedByHumanId, scope.humanId),
      ),
    )
    .groupBy(deletions.caseId);
