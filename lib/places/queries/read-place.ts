import { and, eq, getTableColumns } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { places } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { z } from "zod";
import { PlaceId } from "../vocabulary.ts";

const parents = alias(places, "parents");
const duplicates = alias(places, "duplicates");

/** One place with what it points to, and what this caller may do with it. */
export const readPlace = query({
  name: "place.read",
  input: z.strictObject({ placeId: PlaceId }),
  permission: "place.read",
  async run({ read, scope }, { placeId }) {
    const [row] = await read
      .select({
        ...getTableColumns(places),
        parent: { id: parents.id, code: parents.code, label: parents.name },
        duplicate: { id: duplicates.id, code: duplicates.code, label: duplicates.name },
      })
      .from(places)
      .leftJoin(parents, eq(parents.id, places.parentId))
      .leftJoin(duplicates, eq(duplicates.id, places.possibleDuplicateOfId))
      .where(and(eq(places.id, placeId), scope.cases(places.caseId)));
    if (!row) throw new NotFound();
    return {
      ...row,
      may: { write: scope.roleFor("place.write", row.caseId) !== null && row.retractedAt === null },
    };
  },
});
