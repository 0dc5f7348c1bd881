/** Looks up one row in scope. Out of scope looks like absent: the same query answers both. */
import { compartmentsOfRow } from "#db/hidden-by.ts";
import { eq, getTableColumns, getTableName, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Built } from "#db/kept.ts";
import type { Permission } from "#lib/access/permissions.ts";
import type { LoadContext } from "./command.ts";
import { NotFound } from "./refusals.ts";

type CaseTable = PgTable & { id: AnyPgColumn; caseId: AnyPgColumn };

/**
 * The row of a case-owned table by id, or null when absent or out of scope.
 * @param permission when the row is seen under another permission than the verb's own
 */
export async function maybeRecord<T extends CaseTable>(
  ctx: Pick<LoadContext, "read" | "scope">,
  table: T,
  id: string,
  permission?: Permission,
): Promise<T["$inferSelect"] | null> {
  const [found] = await rowById(ctx.read, table).execute({ id });
  if (!found) return null;
  const { row, compartments } = found;
  return ctx.scope.sees(row.caseId, permission, compartments) ? (row as T["$inferSelect"]) : null;
}

/** Guarantee: the table is one of a case, and its rows come with all their columns. */
function rowById(read: LoadContext["read"], table: CaseTable) {
  return read.kept(`record.${getTableName(table)}`, (from) =>
    from
      .select({
        row: getTableColumns(table) as { caseId: AnyPgColumn },
        compartments: compartmentsOfRow(table),
      })
      .from(table as PgTable)
      .where(eq(table.id, sql.placeholder("id"))),
  ) as Built<{ row: { caseId: string }; compartments: number }[]>;
}

/** Like `maybeRecord`. @throws NotFound */
export async function findRecord<T extends CaseTable>(
  ctx: Pick<LoadContext, "read" | "scope">,
  table: T,
  id: string,
  permission?: Permission,
): Promise<T["$inferSelect"]> {
  const row = await maybeRecord(ctx, table, id, permission);
  if (!row) throw new NotFound();
  return row;
}

/**
 * A record that another one points to: in scope and in the same case.
 * @throws NotFound otherwise, so that a reference across cases looks like an absent record
 */
export async function findReference<T extends CaseTable>(
  ctx: Pick<LoadContext, "read" | "scope">,
  table: T,
  id: string,
  caseId: string,
  permission: Permission,
): Promise<T["$inferSelect"]> {
  const row = await findRecord(ctx, table, id, permission);
  if (Reflect.get(row, "caseId") !== caseId) throw new NotFound();
  return row;
}
