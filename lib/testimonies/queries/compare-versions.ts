import { Ordinal } from "#lib/core/fields.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { findTestimony, findVersion, type TestimonyVersion, versionsOf } from "../find.ts";
import { statedBy } from "../find/stated.ts";
import { changedFacts, compareParagraphs } from "../rules.ts";
import { TestimonyId } from "../vocabulary.ts";

/** What differs between two versions of a testimony, in its facts and in its text. Its reading is logged: it shows the text. */
export const compareVersions = query({
  name: "testimony.compare",
  input: z.strictObject({
    testimonyId: TestimonyId,
    before: Ordinal,
    after: Ordinal,
  }),
  permission: "testimony.read",
  async run(ctx, { testimonyId, before, after }) {
    const testimony = await findTestimony(ctx, testimonyId);
    const earlier = await findVersion(ctx, testimonyId, before);
    const later = await findVersion(ctx, testimonyId, after);
    const side = async (version: TestimonyVersion) => ({
      number: version.number,
      stated: await statedBy(ctx, version),
      textBasis: version.textBasis,
      originalLanguage: version.originalLanguage,
      translationLanguage: version.translationLanguage,
      translator: version.translator,
      amendmentReason: version.amendmentReason,
    });
    return {
      testimonyId,
      caseId: testimony.caseId,
      version: testimony.version,
      code: testimony.code,
      /** All there are, newest first, to choose two from. */
      versions: (await versionsOf(ctx, testimonyId)).map(({ number, stage, createdAt }) => ({
        number,
        stage,
        createdAt,
      })),
      before: await side(earlier),
      after: await side(later),
      changed: changedFacts({ ...earlier, ...earlier.facts }, { ...later, ...later.facts }),
      paragraphs: compareParagraphs(earlier.paragraphs, later.paragraphs),
    };
  },
  traceOf: ({ caseId, testimonyId, version }) => ({ caseId, object: { id: testimonyId, version } }),
});
