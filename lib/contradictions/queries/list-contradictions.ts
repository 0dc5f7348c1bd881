import { and } from "drizzle-orm";
import { z } from "zod";
import { contradictions, evidenceLinks } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { inCase, linkLines, linksInCase, pairLines } from "../find/listed.ts";
import { ContradictionKind, ContradictionState } from "../vocabulary.ts";

/**
 * The contradictions of a case, newest first: between two statements, and those that a single statement makes to an allegation
 * by a link. What was dismissed or resolved stays in the list.
 */
export const listContradictions = query({
  name: "contradiction.list",
  input: z.strictObject({
    caseId: CaseId,
    state: ContradictionState.optional(),
    kind: ContradictionKind.optional(),
    material: z.enum(["yes", "no"]).optional(),
    direction: z.enum(["asc", "desc"]).default("desc"),
    page: PageInput,
  }),
  permission: "contradiction.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, direction, page, ...filters }) {
    const [pairs, links] = [inCase(ctx, caseId, filters), linksInCase(ctx, caseId, filters)];
    const ofPairs = keyset(page, direction, contradictions.createdAt, contradictions.id);
    const ofLinks = keyset(page, direction, evidenceLinks.createdAt, evidenceLinks.id);
    const lines = [
      ...(await pairLines(ctx, and(pairs, ofPairs.where), ofPairs)),
      ...(links ? await linkLines(ctx, and(links, ofLinks.where), ofLinks) : []),
    ];
    const isUp = (direction === "asc") !== ofPairs.backwards;
    const first = lines
      .toSorted((a, b) => (isUp ? 1 : -1) * (a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)))
      .slice(0, ofPairs.limit);
    const total = await countUpTo(ctx.read, contradictions, pairs);
    return {
      ...paged(page, first, (row) => ({ key: row.createdAt, id: row.id })),
      total: total + (links ? await countUpTo(ctx.read, evidenceLinks, links) : 0),
      may: { record: ctx.scope.roleFor("contradiction.write", caseId) !== null },
    };
  },
});
