import { testimonies, testimonyVersions } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { bitsOf, DISCLOSED, Disclosures } from "#lib/compartments/vocabulary.ts";
import { standingConsent } from "#lib/consent/find/ledger.ts";
import { mayBeInterviewed } from "#lib/contact/commands/use-permit.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { newId } from "#lib/core/ids.ts";
import { newRecord, recorded, sortOf } from "#lib/core/outcome.ts";
import { findTestimony, mustHoldTestimonyReferences, resolvePeople } from "../find.ts";
import { consentAtFirstTalk, linkAtFirst, writePeople, writeWriter } from "../acts.ts";
import { mustBeAuthorisedFor } from "../policy.ts";
import { consentAtFirst, mustComeFromOneOrigin, numberParagraphs, readCoverage, toldOf } from "../rules.ts";
import { FirstConsent, FirstLinks, TestimonyFields, TestimonyKind, ThroughAsked } from "../vocabulary.ts";

/**
 * Records a testimony as a draft: its facts, who was present, the first version of its text and, where they are given,
 * its first links. All or none of it is kept. One that tells of sexual violence, of children or of insiders is in their
 * compartments before anybody can have seen it (Murad Code; IICI guidelines: specialist handling from the disclosure on).
 */
export const recordTestimony = command({
  name: "testimony.record",
  input: TestimonyFields.extend({
    caseId: CaseId,
    kind: TestimonyKind,
    importKey: ImportKey,
    tellsOf: Disclosures.optional(),
    throughAsked: ThroughAsked,
    consent: FirstConsent.nullable().optional(),
    ...FirstLinks.shape,
  }),
  permission: "testimony.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, kind, importKey = null, tellsOf = [], throughAsked, consent = null, ...entered }) {
    const { firstLinks, fields } = apart(entered);
    mustComeFromOneOrigin(kind, fields);
    mustBeAuthorisedFor([fields.form], caseId, ctx.scope);
    await mustHoldTestimonyReferences(ctx, caseId, fields);
    const { witnessId, takenEdtf } = fields;
    if (witnessId !== null)
      await mayBeInterviewed(ctx, { witnessId, caseId, id: null }, { day: takenEdtf, throughAsked });
    const {
      people,
      paragraphs: typed,
      textBasis,
      originalLanguage,
      translationLanguage,
      translator,
      form,
      heardBefore,
      interview,
      ...stated
    } = fields;
    const { paragraphs, used } = numberParagraphs(typed, new Set(), 0);
    const told = toldOf(kind, { form, heardBefore, interview });
    const facts = { ...stated, ...told, people: await resolvePeople(ctx, caseId, people) };
    const testimony = await ctx.write.insert(testimonies, {
      ...newRecord(ctx, "testimony", "T"),
      ...stated,
      contamination: told.contamination,
      sawCoverage: readCoverage(told.heardBefore),
      caseId,
      kind,
      importKey,
      takenSort: sortOf(stated.takenEdtf),
      consentInternal: consentAtFirst(kind),
      consentExport: consentAtFirst(kind),
      ...(kind === "published_account" ? {} : await standingConsent(ctx.read, stated.witnessId, ctx.now)),
      stage: "draft",
      versionNumber: 1,
      paragraphsUsed: used,
    });
    await ctx.write.insert(testimonyVersions, {
      id: newId("testimonyVersion"),
      caseId,
      testimonyId: testimony.id,
      number: 1,
      stage: "draft",
      textBasis,
      originalLanguage,
      translationLanguage,
      translator,
      paragraphs,
      facts,
      authorHumanId: ctx.scope.humanId,
      authorAccountId: ctx.scope.accountId,
      createdAt: ctx.now,
    });
    if (facts.people.length > 0) await writePeople(ctx, testimony, facts.people, true);
    await writeWriter(ctx, testimony);
    await linkAtFirst(ctx, caseId, testimony.id, firstLinks);
    let { version } = testimony;
    if (kind !== "published_account" && stated.witnessId !== null && consent !== null) {
      await consentAtFirstTalk(ctx, stated.witnessId, consent);
      ({ version } = await findTestimony(ctx, testimony.id)); // its consent may follow what was answered
    }
    const add = bitsOf(tellsOf);
    // At the end: whoever records it may not be cleared to go on with it.
    if (add > 0) await ctx.run(placeRecord, { recordId: testimony.id, add, reason: DISCLOSED });
    else await recheckFindings(ctx, { testimonyId: testimony.id }); // who asked ties all that its witness said
    const { result, entry } = recorded(
      { ...testimony, version },
      { kind, ...fields, ...(throughAsked ? { throughAsked } : {}) },
    );
    return { result: { ...result, isClosed: (add & ctx.scope.closed(caseId)) !== 0 }, entry };
  },
});

/** The first links, apart from what the testimony itself says. */
function apart({
  incidentId = null,
  incidentRole = null,
  suspectId = null,
  suspectRole = null,
  suspectBasis = null,
  ...fields
}: FirstLinks & TestimonyFields) {
  return { firstLinks: { incidentId, incidentRole, suspectId, suspectRole, suspectBasis }, fields };
}
