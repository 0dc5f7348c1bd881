import { and, inArray } from "drizzle-orm";
import { z } from "zod";
import { sources, testimonies, witnesses } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { facetOf } from "#lib/core/facet.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { facetColumn, filteredTestimonies } from "../find/filtered.ts";
import { TESTIMONY_FACETS, type TestimonyFacet, testimonyFilters } from "../vocabulary.ts";

/** How many testimonies of a case have each value of one filter, under the other filters; witnesses and sources by name. */
export const countTestimoniesBy = query({
  name: "testimony.countBy",
  input: z.strictObject({ caseId: CaseId, facet: z.enum(TESTIMONY_FACETS), ...testimonyFilters }),
  permission: "testimony.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, facet, ...filters }) {
    const others = { ...filters, [facet]: undefined };
    const where = filteredTestimonies(ctx, caseId, others);
    const counts = await facetOf(ctx.read, testimonies, facetColumn(ctx, facet), where);
    return {
      ...counts,
      names: await namesOf(
        ctx,
        facet,
        counts.values.flatMap(({ value }) => value ?? []),
      ),
    };
  },
});

/** Names of the values that are records, where the caller may read those. */
async function namesOf({ read, scope }: AskContext, facet: TestimonyFacet, ids: string[]) {
  if (ids.length === 0) return [];
  if (facet === "witnessId") {
    const rows = await read
      .select({ id: witnesses.id, name: witnesses.code })
      .from(witnesses)
      .where(and(inArray(witnesses.id, ids), scope.cases(witnesses.caseId, "witness.read")));
    return rows.map((row) => ({ ...row, nameAr: null }));
  }
  if (facet !== "sourceId") return [];
  return read
    .select({ id: sources.id, name: sources.name, nameAr: sources.nameAr })
    .from(sources)
    .where(and(inArray(sources.id, ids), scope.cases(sources.caseId, "source.read")));
}
