import { testimonies, testimonyVersions } from "#db/schema/index.ts";
import { mayBeInterviewed } from "#lib/contact/commands/use-permit.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { noteWriter, standingColumns, writePeople } from "../acts.ts";
import { findTestimony, findVersion, mustHoldTestimonyReferences, resolvePeople } from "../find.ts";
import { asEntered, statedBy } from "../find/stated.ts";
import { mustBeAuthorisedFor } from "../policy.ts";
import { mustBeDraft, mustComeFromOneOrigin, numberParagraphs, toldOf } from "../rules.ts";
import { TestimonyFields, TestimonyId, ThroughAsked } from "../vocabulary.ts";

/**
 * Saves a draft: facts, people present and text together, so that they never disagree. While a version is accepted, the
 * facts of the draft stay in the draft until it is accepted in its turn.
 */
export const saveTestimony = command({
  name: "testimony.save",
  input: TestimonyFields.extend({
    testimonyId: TestimonyId,
    version: RowVersion,
    throughAsked: ThroughAsked,
  }),
  permission: "testimony.write",
  load: (ctx, { testimonyId }) => findTestimony(ctx, testimonyId),
  async run(ctx, { testimonyId, version, throughAsked, ...fields }, testimony) {
    mustStand(testimony);
    mustBeDraft(testimony.stage);
    const draft = await findVersion(ctx, testimonyId, testimony.versionNumber);
    // The testimony's row version stands for the whole draft, so the whole draft is what the second writer must see.
    if (testimony.version !== version) {
      const { paragraphsUsed } = testimony;
      const current = { ...asEntered(draft, await statedBy(ctx, draft)), paragraphsUsed };
      throw new Conflict("stale", { current, version: testimony.version });
    }
    mustComeFromOneOrigin(testimony.kind, fields);
    mustBeAuthorisedFor([fields.form, draft.facts.form], testimony.caseId, ctx.scope);
    await mustHoldTestimonyReferences(ctx, testimony.caseId, fields);
    // Said to be another's, it is an account of theirs for the first time.
    const { witnessId, takenEdtf } = fields;
    if (witnessId !== null && witnessId !== draft.facts.witnessId) {
      const account = { witnessId, caseId: testimony.caseId, id: testimonyId };
      await mayBeInterviewed(ctx, account, { day: takenEdtf, throughAsked });
    }
    const {
      people,
      paragraphs: entered,
      textBasis,
      originalLanguage,
      translationLanguage,
      translator,
      form = draft.facts.form,
      // Left out is not taken away: a program that knows no such questions saves the rest.
      heardBefore = draft.facts.heardBefore as TestimonyFields["heardBefore"],
      interview = draft.facts.interview as TestimonyFields["interview"],
      ...stated
    } = fields;
    const facts = {
      ...stated,
      ...toldOf(testimony.kind, { form, heardBefore, interview }, draft.facts),
      people: await resolvePeople(ctx, testimony.caseId, people, draft.facts.people),
    };
    const known = new Set(draft.paragraphs.map((paragraph) => paragraph.number));
    const { paragraphs, used } = numberParagraphs(entered, known, testimony.paragraphsUsed);
    const stand = testimony.acceptedNumber === null;
    const after = await ctx.write.amend(testimonies, testimonyId, version, {
      ...(stand ? await standingColumns(ctx, testimony, facts) : {}),
      paragraphsUsed: used,
      updatedAt: ctx.now,
    });
    const text = { textBasis, originalLanguage, translationLanguage, translator, paragraphs };
    await ctx.write.amend(testimonyVersions, draft.id, draft.version, { ...text, facts });
    await writePeople(ctx, testimony, facts.people, stand);
    await noteWriter(ctx, testimony);
    // Who took part, and whether contamination was asked, tie accounts together; and whoever a draft names as present
    // has a part from now on.
    await recheckFindings(ctx, { testimonyId });
    return amended({ ...draft, ...testimony, ...draft.facts }, { ...after, ...text, ...facts });
  },
});
