import { and } from "drizzle-orm";
import { places } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { listed } from "#lib/core/listing.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { placeList } from "../find/listing.ts";
import { placeFacets } from "../vocabulary.ts";

/** Places of a case by name. */
export const listPlaces = query({
  name: "place.list",
  input: z.strictObject({
    caseId: CaseId,
    ...placeFacets,
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "place.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, direction, page, ...filters }) {
    const { read } = ctx;
    const keys = keyset(page, direction, places.name, places.id);
    const inList = listed(ctx, placeList, caseId, filters);
    const rows = await read
      .select({
        id: places.id,
        code: places.code,
        name: places.name,
        nameAr: places.nameAr,
        kind: places.kind,
        precision: places.precision,
      })
      .from(places)
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, places, inList);
    return { ...paged(page, rows, (row) => ({ key: row.name, id: row.id })), total };
  },
});
