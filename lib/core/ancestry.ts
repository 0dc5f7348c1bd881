/** Records that belong to another of their own table: no record may come to belong to itself. */
import { eq } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { LoadContext } from "./command.ts";
import { Invalid } from "./refusals.ts";

type TreeTable = PgTable & { id: AnyPgColumn; parentId: AnyPgColumn };

/**
 * Walks from the new parent upwards; to be called inside the writing transaction.
 * @param id the record that is to belong to `parentId`
 * @throws Invalid `own_descendant` on `parentId` when the parent is the record itself or belongs to it
 */
export async function mustNotBelongToItself(
  { read }: Pick<LoadContext, "read">,
  table: TreeTable,
  id: string,
  parentId: string | null,
): Promise<void> {
  for (let above = parentId; above !== null; above = await parentOf(read, table, above)) {
    if (above === id) throw new Invalid([{ path: "parentId", code: "own_descendant" }]);
  }
}

// Guarantee of the cast: drizzle's builder loses its types over a generic table; a parent is an id or null.
async function parentOf(read: LoadContext["read"], table: TreeTable, id: string): Promise<string | null> {
  const rows = (await read
    .select({ parentId: table.parentId })
    .from(table as PgTable)
    .where(eq(table.id, id))) as { parentId: string | null }[];
  return rows[0]?.parentId ?? null;
}
