import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { z } from "zod";
import { personsOf } from "../find/persons.ts";
import { matrixTable } from "../rules/persons.ts";

/**
 * Takes along who stands on which list, by codes alone, for whoever estimates elsewhere what was not documented (multiple systems
 * estimation). Nothing is estimated here: its lines are as many as the persons that are documented, which is a minimum.
 */
export const exportMatrix = command({
  name: "victimMatrix.export",
  input: z.strictObject({ caseId: CaseId }),
  permission: "victimList.export",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId }) {
    const { persons, lists } = await personsOf(ctx, caseId);
    const counted = { persons: persons.length, lists: lists.length };
    return {
      result: { table: matrixTable(persons, lists), ...counted },
      entry: { detail: { ...counted, codes: lists.map(({ code }) => code) } },
    };
  },
});
