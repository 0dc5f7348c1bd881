import { and, eq, getTableColumns, inArray } from "drizzle-orm";
import { mediaItems, sources } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { z } from "zod";
import { MediaId } from "../vocabulary.ts";

/** One media item with the names of the outlets that carried or checked it, and what this caller may do with it. */
export const readMedia = query({
  name: "media.read",
  input: z.strictObject({ mediaId: MediaId }),
  permission: "media.read",
  async run({ read, scope }, { mediaId }) {
    const [row] = await read
      .select(getTableColumns(mediaItems))
      .from(mediaItems)
      .where(and(eq(mediaItems.id, mediaId), scope.cases(mediaItems.caseId)));
    if (!row) throw new NotFound();
    const named = [...new Set([...row.circulatedBy, ...row.verifications.map(({ sourceId }) => sourceId)])];
    const outlets = await read
      .select({ id: sources.id, code: sources.code, name: sources.name, nameAr: sources.nameAr })
      .from(sources)
      .where(and(inArray(sources.id, named), scope.cases(sources.caseId, "source.read")));
    const outletOf = new Map(outlets.map((outlet) => [outlet.id, outlet]));
    return {
      ...row,
      carriers: row.circulatedBy.flatMap((id) => outletOf.get(id) ?? []),
      verifications: row.verifications.map((said) => ({
        ...said,
        source: outletOf.get(said.sourceId) ?? null,
      })),
      may: { write: scope.roleFor("media.write", row.caseId) !== null && row.retractedAt === null },
    };
  },
});
