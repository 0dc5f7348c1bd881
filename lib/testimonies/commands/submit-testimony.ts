import { testimonies, testimonyVersions } from "#db/schema/index.ts";
import { tellWhoHas } from "#lib/assignments/commands/assign-record.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { noteWriter } from "../acts.ts";
import { findTestimony, findVersion } from "../find.ts";
import { lacksReferral } from "../find/referral.ts";
import { mustBeAnswered, mustBeDraft, mustHaveText } from "../rules.ts";
import { TestimonyId } from "../vocabulary.ts";

/** Hands a draft to the reviewers. From now on this version never changes. */
export const submitTestimony = command({
  name: "testimony.submit",
  input: z.strictObject({ testimonyId: TestimonyId, version: RowVersion }),
  permission: "testimony.write",
  load: (ctx, { testimonyId }) => findTestimony(ctx, testimonyId),
  async run(ctx, { testimonyId, version }, testimony) {
    mustStand(testimony);
    mustBeDraft(testimony.stage);
    const draft = await findVersion(ctx, testimonyId, testimony.versionNumber);
    mustHaveText(draft.paragraphs);
    mustBeAnswered(testimony.kind, draft.facts);
    if (await lacksReferral(ctx, testimony.kind, draft.facts)) throw new Conflict("referral.missing");
    const after = await ctx.write.amend(testimonies, testimonyId, version, {
      stage: "submitted",
      updatedAt: ctx.now,
    });
    await ctx.write.amend(testimonyVersions, draft.id, draft.version, {
      stage: "submitted",
      submittedAt: ctx.now,
    });
    await noteWriter(ctx, testimony);
    await tellWhoHas(ctx, testimony.caseId, testimonyId);
    const object = { id: testimonyId, version: after.version };
    return { result: { ...object, code: after.code }, entry: { object, detail: { number: draft.number } } };
  },
});
