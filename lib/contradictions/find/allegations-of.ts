import { and, asc, inArray, isNull, eq } from "drizzle-orm";
import { allegations, evidenceLinks } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";

/** The allegations that some statements are linked to and the caller may see, each once. */
export async function allegationsOf({ read, scope }: AskContext, statementIds: readonly string[]) {
  return read
    .selectDistinct({ id: allegations.id, code: allegations.code, wording: allegations.wording })
    .from(evidenceLinks)
    .innerJoin(allegations, eq(allegations.id, evidenceLinks.allegationId))
    .where(
      and(
        inArray(evidenceLinks.statementId, [...statementIds]),
        isNull(evidenceLinks.retractedAt),
        scope.cases(evidenceLinks.caseId, "evidence.read"),
        isNull(allegations.retractedAt),
      ),
    )
    .orderBy(asc(allegations.code));
}
