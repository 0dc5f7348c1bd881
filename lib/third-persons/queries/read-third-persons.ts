import { query } from "#lib/core/query.ts";
import { findTestimony, findVersion } from "#lib/testimonies/find.ts";
import { TestimonyId } from "#lib/testimonies/vocabulary.ts";
import { z } from "zod";
import { newestReading } from "../find.ts";

/**
 * Who else is in an account, as it was read last, beside the text that is to be read: the accepted version, or the newest while none
 * is. Its reading is logged.
 */
export const readThirdPersons = query({
  name: "testimony.readPersons",
  input: z.strictObject({ testimonyId: TestimonyId }),
  permission: "testimony.read",
  async run(ctx, { testimonyId }) {
    const testimony = await findTestimony(ctx, testimonyId);
    const { id, code, caseId, title, kind, retractedAt, acceptedNumber, versionNumber } = testimony;
    const number = acceptedNumber ?? versionNumber;
    const { paragraphs, originalLanguage, translationLanguage, translator } = await findVersion(
      ctx,
      testimonyId,
      number,
    );
    const reading = await newestReading(ctx.read, testimonyId);
    return {
      testimony: { id, code, caseId, title, kind, version: testimony.version },
      text: { number, paragraphs, originalLanguage, translationLanguage, translator },
      /** Of which version; null where nobody has looked for them. */
      readNumber: reading?.testimonyNumber ?? null,
      seen: reading?.number ?? 0,
      persons: reading?.persons ?? [],
      may: {
        write:
          retractedAt === null &&
          kind !== "published_account" &&
          ctx.scope.roleFor("testimony.consent", caseId) !== null,
      },
    };
  },
  traceOf: ({ testimony: { id, version, caseId } }) => ({ caseId, object: { id, version } }),
});
