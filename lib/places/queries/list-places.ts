import { and, eq, isNull } from "drizzle-orm";
import { places } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";
import { z } from "zod";
import { PlaceKind, PlacePrecision } from "#lib/codebook/vocabulary.ts";

/** Places of a case by name. */
export const listPlaces = query({
  name: "place.list",
  input: z.strictObject({
    caseId: CaseId,
    kind: PlaceKind.optional(),
    precision: PlacePrecision.optional(),
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "place.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, kind, precision, direction, page }) {
    const keys = keyset(page, direction, places.name, places.id);
    const inList = and(
      scope.cases(places.caseId),
      eq(places.caseId, caseId),
      isNull(places.retractedAt),
      given(places.kind, kind),
      given(places.precision, precision),
    );
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
