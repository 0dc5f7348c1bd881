import { and } from "drizzle-orm";
import { z } from "zod";
import { sources } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { listed } from "#lib/core/listing.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { reliabilityThatCounts } from "../find.ts";
import { sourceList } from "../find/listing.ts";
import { sourceFacets } from "../vocabulary.ts";

/** Sources of a case by name, each with the grade that counts (null: never graded, counts as F). */
export const listSources = query({
  name: "source.list",
  input: z.strictObject({
    caseId: CaseId,
    ...sourceFacets,
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "source.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, direction, page, ...filters }) {
    const { read } = ctx;
    const keys = keyset(page, direction, sources.name, sources.id);
    const grade = reliabilityThatCounts({ read }, "sourceId", sources.id);
    const inList = listed(ctx, sourceList, caseId, filters);
    const rows = await read
      .select({
        id: sources.id,
        code: sources.code,
        name: sources.name,
        nameAr: sources.nameAr,
        kind: sources.kind,
        reliability: grade,
      })
      .from(sources)
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, sources, inList);
    return { ...paged(page, rows, (row) => ({ key: row.name, id: row.id })), total };
  },
});
