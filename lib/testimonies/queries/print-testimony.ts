import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { Ordinal } from "#lib/core/fields.ts";
import { z } from "zod";
import { findTestimony, findVersion, versionsOf } from "../find.ts";
import { mustTakeAlong } from "../find/take-along.ts";
import { statedBy } from "../find/stated.ts";
import { TestimonyId } from "../vocabulary.ts";

/**
 * One version of a testimony for paper. Paper leaves the house: who was present, where it was taken, how that was told
 * and the note are left out unless they are asked for. Logged as an act of its own, with what it held.
 */
export const printTestimony = query({
  name: "testimony.print",
  input: z.strictObject({ testimonyId: TestimonyId, number: Ordinal.optional(), withProtected: z.boolean() }),
  permission: "testimony.copy",
  async run(ctx, { testimonyId, number, withProtected }) {
    const testimony = await findTestimony(ctx, testimonyId);
    mustTakeAlong(ctx, testimony.caseId);
    const versions = await versionsOf(ctx, testimonyId);
    const listed = versions.find((version) => version.number === (number ?? testimony.versionNumber));
    if (!listed) throw new NotFound();
    const shown = await findVersion(ctx, testimonyId, listed.number);
    const stated = await statedBy(ctx, shown);
    return {
      caseId: testimony.caseId,
      testimony: {
        id: testimony.id,
        version: testimony.version,
        code: testimony.code,
        kind: testimony.kind,
        consentInternal: testimony.consentInternal,
        consentExport: testimony.consentExport,
        retractedAt: testimony.retractedAt,
        retractionReason: withProtected ? testimony.retractionReason : null,
      },
      version: {
        ...listed,
        isNewest: listed.number === testimony.versionNumber,
        paragraphs: shown.paragraphs,
      },
      stated: withProtected
        ? stated
        : {
            ...stated,
            people: [],
            note: null,
            place: null,
            takenPlaceId: null,
            takenWording: null,
            eventWording: null,
            heardBefore: null,
            interview: null,
          },
      withProtected,
      printedAt: ctx.now,
    };
  },
  traceOf: ({ caseId, testimony, withProtected }) => ({
    caseId,
    object: { id: testimony.id, version: testimony.version },
    reason: withProtected ? "with_protected" : "without_protected",
  }),
});
