import { blindReviewOf } from "#lib/core/blind-review.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { findCase } from "../find.ts";
import { CaseId } from "../vocabulary.ts";

/** A case's own page: what it is, and the caller's role in it. */
export const readCase = query({
  name: "case.read",
  input: z.strictObject({ caseId: CaseId }),
  permission: "case.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId }) {
    const caseFile = await findCase(ctx, caseId);
    const { scope } = ctx;
    const stands = caseFile.retractedAt === null;
    return {
      ...caseFile,
      blindFirstReview: (await blindReviewOf(ctx.read, caseId))?.isOn ?? false,
      role: scope.roleFor("case.read", caseId),
      may: {
        amend: stands && scope.roleFor("case.amend", caseId) !== null,
        write: stands && scope.roleFor("testimony.write", caseId) !== null,
        review: scope.roleFor("finding.review", caseId) !== null,
        export: scope.roleFor("export.start", caseId) !== null,
        seeExports: scope.roleFor("export.read", caseId) !== null,
        seeBreach: scope.roleFor("breach.read", caseId) !== null,
        keepVault: scope.roleFor("vault.keep", caseId) !== null,
      },
    };
  },
});
