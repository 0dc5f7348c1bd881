import { and } from "drizzle-orm";
import { z } from "zod";
import { actors } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { listed } from "#lib/core/listing.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { actorList } from "../find/listing.ts";
import { actorFacets } from "../vocabulary.ts";

/** Actors of a case by name. */
export const listActors = query({
  name: "actor.list",
  input: z.strictObject({
    caseId: CaseId,
    ...actorFacets,
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "actor.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, direction, page, ...filters }) {
    const { read } = ctx;
    const keys = keyset(page, direction, actors.name, actors.id);
    const inList = listed(ctx, actorList, caseId, filters);
    const rows = await read
      .select({
        id: actors.id,
        code: actors.code,
        name: actors.name,
        nameAr: actors.nameAr,
        kind: actors.kind,
        affiliationAlleged: actors.affiliationAlleged,
        attributedSide: actors.attributedSide,
      })
      .from(actors)
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, actors, inList);
    return { ...paged(page, rows, (row) => ({ key: row.name, id: row.id })), total };
  },
});
