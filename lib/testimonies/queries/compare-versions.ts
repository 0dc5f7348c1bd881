import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { findTestimony, findVersion } from "../find.ts";
import { compareParagraphs } from "../rules.ts";
import { TestimonyId } from "../vocabulary.ts";

/** What differs between two versions of a testimony. Its reading is logged: it shows the text. */
export const compareVersions = query({
  name: "testimony.compare",
  input: z.strictObject({
    testimonyId: TestimonyId,
    before: z.number().int().min(1),
    after: z.number().int().min(1),
  }),
  permission: "testimony.read",
  async run(ctx, { testimonyId, before, after }) {
    const testimony = await findTestimony(ctx, testimonyId);
    const earlier = await findVersion(ctx, testimonyId, before);
    const later = await findVersion(ctx, testimonyId, after);
    return {
      testimonyId,
      caseId: testimony.caseId,
      version: testimony.version,
      code: testimony.code,
      title: testimony.title,
      before: {
        number: before,
        originalLanguage: earlier.originalLanguage,
        translationLanguage: earlier.translationLanguage,
      },
      after: {
        number: after,
        originalLanguage: later.originalLanguage,
        translationLanguage: later.translationLanguage,
        amendmentReason: later.amendmentReason,
      },
      paragraphs: compareParagraphs(earlier.paragraphs, later.paragraphs),
    };
  },
  traceOf: ({ caseId, testimonyId, version }) => ({ caseId, object: { id: testimonyId, version } }),
});
