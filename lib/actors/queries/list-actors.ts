import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { actors } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { ActorKind, Side } from "#lib/codebook/vocabulary.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";

/** Actors of a case by name. */
export const listActors = query({
  name: "actor.list",
  input: z.strictObject({
    caseId: CaseId,
    kind: ActorKind.optional(),
    attributedSide: Side.optional(),
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "actor.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, kind, attributedSide, direction, page }) {
    const keys = keyset(page, direction, actors.name, actors.id);
    const inList = and(
      scope.cases(actors.caseId),
      eq(actors.caseId, caseId),
      isNull(actors.retractedAt),
      given(actors.kind, kind),
      given(actors.attributedSide, attributedSide),
    );
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
