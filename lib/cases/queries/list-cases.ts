import { and, getTableColumns } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";

/** The cases in which the caller has a role. */
export const listCases = query({
  name: "case.list",
  input: z.strictObject({ page: PageInput }),
  permission: "case.read",
  async run({ read, scope }, { page }) {
    const keys = keyset(page, "asc", cases.title, cases.id);
    const mine = scope.cases(cases.id);
    const rows = await read
      .select(getTableColumns(cases))
      .from(cases)
      .where(and(mine, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    return {
      ...paged(page, rows, (row) => ({ key: row.title, id: row.id })),
      total: await countUpTo(read, cases, mine),
    };
  },
});
