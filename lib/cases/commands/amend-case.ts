import { cases } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { findCase } from "../find.ts";
import { CaseFields, CaseId } from "../vocabulary.ts";

/** Changes a case's title and summary. */
export const amendCase = command({
  name: "case.amend",
  input: CaseFields.extend({ caseId: CaseId, version: RowVersion }),
  permission: "case.amend",
  load: (ctx, { caseId }) => findCase(ctx, caseId),
  async run(ctx, { caseId, version, ...fields }, caseFile) {
    mustStand(caseFile);
    return amended(
      caseFile,
      await ctx.write.amend(cases, caseId, version, { ...fields, updatedAt: ctx.now }),
    );
  },
});
