import { and } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { withoutMembers } from "../find.ts";

/** The register: code, title and kind of every case, for those who admit members and those who audit. No content. */
export const listRegister = query({
  name: "register.list",
  input: z.strictObject({ page: PageInput, withoutMembers: z.literal(true).optional() }),
  permission: "register.read",
  caseOf: () => ORGANISATION,
  async run(ctx, { page, withoutMembers: unstaffed }) {
    const { read } = ctx;
    const wanted = unstaffed ? withoutMembers(ctx) : undefined;
    const keys = keyset(page, "asc", cases.title, cases.id);
    const rows = await read
      .select({
        id: cases.id,
        code: cases.code,
        title: cases.title,
        titleAr: cases.titleAr,
        kind: cases.kind,
        createdAt: cases.createdAt,
      })
      .from(cases)
      .where(and(wanted, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    return {
      ...paged(page, rows, (row) => ({ key: row.title, id: row.id })),
      total: await countUpTo(read, cases, wanted),
    };
  },
});
