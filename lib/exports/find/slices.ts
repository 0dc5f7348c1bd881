import { and, asc, eq, getTableColumns, gt, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { EVERY, outside } from "#db/hidden-by.ts";
import type { AskContext } from "#lib/core/query.ts";

type CaseTable = PgTable & { id: AnyPgColumn; caseId: AnyPgColumn };
const SLICE = 500;

/**
 * Every row of a case's table in scope, read by key in slices, so that no statement holds the process for long. What is in a
 * compartment stays, whoever asks: no file leaves with it.
 * @param where a further condition
 */
export async function allOfCase<T extends CaseTable>(
  { read, scope }: Pick<AskContext, "read" | "scope">,
  table: T,
  caseId: string,
  where?: SQL,
): Promise<T["$inferSelect"][]> {
  const found: T["$inferSelect"][] = [];
  for (let last = ""; ;) {
    const rows: T["$inferSelect"][] = await read
      .select(getTableColumns<CaseTable>(table))
      .from<CaseTable>(table)
      .where(
        and(
          scope.cases(table.caseId, "case.read"),
          outside(table, EVERY),
          eq(table.caseId, caseId),
          gt(table.id, last),
          where,
        ),
      )
      .orderBy(asc(table.id))
      .limit(SLICE);
    found.push(...rows);
    const end: unknown = rows.length === SLICE ? Reflect.get(rows.at(-1) ?? {}, "id") : null;
    if (typeof end !== "string") return found;
    last = end;
    await new Promise<void>((resume) => setImmediate(resume));
  }
}
