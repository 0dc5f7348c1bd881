import { and, eq } from "drizzle-orm";
import { actors, proceedings } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { listed } from "#lib/core/listing.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { proceedingList } from "../find/listing.ts";
import { proceedingFilters } from "../vocabulary.ts";

/** Proceedings and responses of a case by date. */
export const listProceedings = query({
  name: "proceeding.list",
  input: z.strictObject({
    caseId: CaseId,
    ...proceedingFilters,
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "proceeding.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, direction, page, ...filters }) {
    const { read } = ctx;
    const keys = keyset(page, direction, proceedings.heldSort, proceedings.id);
    const inList = listed(ctx, proceedingList, caseId, filters);
    const rows = await read
      .select({
        id: proceedings.id,
        code: proceedings.code,
        family: proceedings.family,
        kind: proceedings.kind,
        title: proceedings.title,
        heldEdtf: proceedings.heldEdtf,
        heldSort: proceedings.heldSort,
        status: proceedings.status,
        statusAsOfEdtf: proceedings.statusAsOfEdtf,
        body: { id: actors.id, code: actors.code, name: actors.name, nameAr: actors.nameAr },
      })
      .from(proceedings)
      .leftJoin(actors, eq(actors.id, proceedings.bodyActorId))
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, proceedings, inList);
    return { ...paged(page, rows, (row) => ({ key: row.heldSort, id: row.id })), total };
  },
});
