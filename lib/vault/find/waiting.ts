import { and, count, eq, ne } from "drizzle-orm";
import { identityShreds, reveals } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";

/** By case: how many openings and destructions of identities wait for a decision that the caller may take. */
export async function identitiesWaiting({ read, scope }: Pick<AskContext, "read" | "scope">) {
  const asked = await read
    .select({ caseId: reveals.caseId, count: count() })
    .from(reveals)
    .where(
      and(
        scope.acrossCases(reveals.caseId, "vault.keep"),
        eq(reveals.status, "waiting"),
        ne(reveals.askedByHumanId, scope.humanId),
      ),
    )
    .groupBy(reveals.caseId);
  const shreds = await read
    .select({ caseId: identityShreds.caseId, count: count() })
    .from(identityShreds)
    .where(
      and(
        scope.acrossCases(identityShreds.caseId, "vault.keep"),
        eq(identityShreds.status, "waiting"),
        ne(identityShreds.requestedByHumanId, scope.humanId),
      ),
    )
    .groupBy(identityShreds.caseId);
  return [...asked, ...shreds];
}
