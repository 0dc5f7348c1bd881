import { testimonies, testimonyVersions } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { amended, mustStand, sortOf } from "#lib/core/outcome.ts";
import { findTestimony, findVersion, mustHoldTestimonyReferences, resolvePeople } from "../find.ts";
import { writePeople } from "../acts.ts";
import { mustBeDraft, mustComeFromOneOrigin, numberParagraphs } from "../rules.ts";
import { TestimonyFields, TestimonyId } from "../vocabulary.ts";

/** Saves a draft: facts, people present and text together, so that they never disagree. */
export const saveTestimony = command({
  name: "testimony.save",
  input: TestimonyFields.extend({ testimonyId: TestimonyId, version: RowVersion }),
  permission: "testimony.write",
  load: (ctx, { testimonyId }) => findTestimony(ctx, testimonyId),
  async run(ctx, { testimonyId, version, ...fields }, testimony) {
    mustStand(testimony);
    mustBeDraft(testimony.stage);
    mustComeFromOneOrigin(testimony.kind, fields);
    await mustHoldTestimonyReferences(ctx, testimony.caseId, fields);
    const {
      people,
      paragraphs: entered,
      textBasis,
      originalLanguage,
      translationLanguage,
      translator,
      ...facts
    } = fields;
    const present = await resolvePeople(ctx, testimony.caseId, people);
    const draft = await findVersion(ctx, testimonyId, testimony.versionNumber);
    const known = new Set(draft.paragraphs.map((paragraph) => paragraph.number));
    const { paragraphs, used } = numberParagraphs(entered, known, testimony.paragraphsUsed);
    // The facts' row version stands for the whole draft: a second writer of the text is noticed here too.
    const after = await ctx.write.amend(testimonies, testimonyId, version, {
      ...facts,
      takenSort: sortOf(facts.takenEdtf),
      paragraphsUsed: used,
      updatedAt: ctx.now,
    });
    const text = { textBasis, originalLanguage, translationLanguage, translator, paragraphs };
    await ctx.write.amend(testimonyVersions, draft.id, draft.version, text);
    await writePeople(ctx, testimony, present);
    await recheckFindings(ctx, { testimonyId }); // who took part, and whether contamination was asked, tie accounts together
    const was = { ...testimony, ...text, paragraphs: draft.paragraphs };
    return amended(was, { ...after, ...text });
  },
});
