import { and } from "drizzle-orm";
import { mediaItems } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { listed } from "#lib/core/listing.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { mediaList } from "../find/listing.ts";
import { mediaFilters } from "../vocabulary.ts";

/** Media items of a case by the day they circulated. Titles only: a description may be hard to read. */
export const listMedia = query({
  name: "media.list",
  input: z.strictObject({
    caseId: CaseId,
    ...mediaFilters,
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "media.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, direction, page, ...filters }) {
    const { read } = ctx;
    const keys = keyset(page, direction, mediaItems.circulatedSort, mediaItems.id);
    const inList = listed(ctx, mediaList, caseId, filters);
    const found = await read
      .select({
        id: mediaItems.id,
        code: mediaItems.code,
        kind: mediaItems.kind,
        title: mediaItems.title,
        circulatedEdtf: mediaItems.circulatedEdtf,
        circulatedSort: mediaItems.circulatedSort,
        verifications: mediaItems.verifications,
      })
      .from(mediaItems)
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const rows = found.map(({ verifications, ...row }) => ({
      ...row,
      /** What outlets said of it, each state once. */
      states: [...new Set(verifications.map(({ state }) => state))],
    }));
    const total = await countUpTo(read, mediaItems, inList);
    return { ...paged(page, rows, (row) => ({ key: row.circulatedSort, id: row.id })), total };
  },
});
