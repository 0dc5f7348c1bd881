import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { previewRelease } from "../find/material.ts";

/** What an export would hold now, and what stays and why. */
export const previewExport = query({
  name: "export.preview",
  input: z.strictObject({ caseId: CaseId }),
  permission: "export.read",
  caseOf: ({ caseId }) => caseId,
  run: (ctx, { caseId }) => previewRelease(ctx, caseId),
});
