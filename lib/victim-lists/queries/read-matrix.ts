import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { personsOf } from "../find/persons.ts";
import { patterns } from "../rules/persons.ts";

/** Sets of lists that are shown; a case with more says so. */
const PATTERNS_MAX = 200;

/** On which lists persons stand, counted by the set of lists: together they are the persons that are documented. Nothing is estimated. */
export const readMatrix = query({
  name: "victimMatrix.read",
  input: z.strictObject({ caseId: CaseId }),
  permission: "victimList.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId }) {
    const { lists, persons } = await personsOf(ctx, caseId);
    const all = patterns(persons, lists);
    return {
      lists: lists.map((list) => ({
        ...list,
        persons: persons.filter(({ listIds }) => listIds.has(list.id)).length,
      })),
      patterns: all.slice(0, PATTERNS_MAX),
      hasMore: all.length > PATTERNS_MAX,
      persons: persons.length,
      may: { export: ctx.scope.roleFor("victimList.export", caseId) !== null },
    };
  },
});
