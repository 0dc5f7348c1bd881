import { cases } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { z } from "zod";
import { findCase } from "../find.ts";
import { CaseId } from "../vocabulary.ts";

/**
 * Takes a case back with a reason: it stays readable, marked, and takes no new records. What is in it can still be
 * corrected, retracted and withdrawn from: a consent that is taken back must count here too.
 */
export const retractCase = command({
  name: "case.retract",
  input: z.strictObject({ caseId: CaseId, version: RowVersion, reason: Reason }),
  permission: "case.amend",
  load: (ctx, { caseId }) => findCase(ctx, caseId),
  async run(ctx, { caseId, version, reason }, caseFile) {
    mustStand(caseFile);
    return retracted(await ctx.write.amend(cases, caseId, version, retraction(ctx, reason)), reason);
  },
});
