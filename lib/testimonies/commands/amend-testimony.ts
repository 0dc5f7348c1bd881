import { testimonies, testimonyVersions } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { z } from "zod";
import { noteWriter } from "../acts.ts";
import { findTestimony, findVersion } from "../find.ts";
import { mustBeDecided } from "../rules.ts";
import { TestimonyId } from "../vocabulary.ts";

/** Opens the next version of a returned or accepted testimony, with a reason; the version before stays as it was. */
export const amendTestimony = command({
  name: "testimony.amend",
  input: z.strictObject({ testimonyId: TestimonyId, version: RowVersion, reason: Reason }),
  permission: "testimony.write",
  load: (ctx, { testimonyId }) => findTestimony(ctx, testimonyId),
  async run(ctx, { testimonyId, version, reason }, testimony) {
    mustStand(testimony);
    mustBeDecided(testimony.stage);
    const decided = await findVersion(ctx, testimonyId, testimony.versionNumber);
    const number = decided.number + 1;
    const after = await ctx.write.amend(testimonies, testimonyId, version, {
      stage: "draft",
      versionNumber: number,
      updatedAt: ctx.now,
    });
    const { caseId, facts, textBasis, originalLanguage, translationLanguage, translator, paragraphs } =
      decided;
    await ctx.write.insert(testimonyVersions, {
      id: newId("testimonyVersion"),
      testimonyId,
      number,
      stage: "draft",
      caseId,
      textBasis,
      originalLanguage,
      translationLanguage,
      translator,
      paragraphs,
      facts,
      amendmentReason: reason,
      authorHumanId: ctx.scope.humanId,
      authorAccountId: ctx.scope.accountId,
      createdAt: ctx.now,
    });
    await noteWriter(ctx, testimony);
    const object = { id: testimonyId, version: after.version };
    return { result: { ...object, code: after.code }, entry: { object, detail: { number, reason } } };
  },
});
