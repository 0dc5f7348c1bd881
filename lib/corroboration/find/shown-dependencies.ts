import { and, asc, eq, getTableColumns, inArray, isNull } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { dependencies, statements } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";
import { inPieces } from "./in-pieces.ts";

const others = alias(statements, "others");

/** The recorded ties between some statements, oldest first, each with the statements at its two ends. */
export async function dependenciesAmong({ read, scope }: AskContext, statementIds: readonly string[]) {
  const rows = await inPieces([...statementIds], (some) =>
    read
      .select({
        ...getTableColumns(dependencies),
        one: { id: statements.id, code: statements.code, claim: statements.claim },
        other: { id: others.id, code: others.code, claim: others.claim },
      })
      .from(dependencies)
      .innerJoin(statements, eq(statements.id, dependencies.statementId))
      .innerJoin(others, eq(others.id, dependencies.otherStatementId))
      .where(
        and(
          scope.cases(dependencies.caseId, "evidence.read"),
          isNull(dependencies.retractedAt),
          inArray(dependencies.statementId, some),
        ),
      )
      .orderBy(asc(dependencies.createdAt), asc(dependencies.id)),
  );
  const among = new Set(statementIds);
  return rows.filter(({ other }) => among.has(other.id));
}
