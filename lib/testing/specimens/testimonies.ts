import { heardAs, interviewOn } from "#lib/imports/training/interviewed.ts";
import { acceptTestimony } from "#lib/testimonies/commands/accept-testimony.ts";
import { amendTestimony } from "#lib/testimonies/commands/amend-testimony.ts";
import { attachFile } from "#lib/testimonies/commands/attach-file.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import { retractAttachment } from "#lib/testimonies/commands/retract-attachment.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { returnTestimony } from "#lib/testimonies/commands/return-testimony.ts";
import { saveTestimony } from "#lib/testimonies/commands/save-testimony.ts";
import { setConsent } from "#lib/testimonies/commands/set-consent.ts";
import { submitTestimony } from "#lib/testimonies/commands/submit-testimony.ts";
import { compareVersions } from "#lib/testimonies/queries/compare-versions.ts";
import { findSimilar } from "#lib/testimonies/queries/find-similar.ts";
import { countTestimoniesBy } from "#lib/testimonies/queries/count-testimonies-by.ts";
import { listTestimonies } from "#lib/testimonies/queries/list-testimonies.ts";
import { printTestimony } from "#lib/testimonies/queries/print-testimony.ts";
import { readAttachment } from "#lib/testimonies/queries/read-attachment.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { suggestTestimonies } from "#lib/testimonies/queries/suggest-testimonies.ts";
import type { TestimonyFields } from "#lib/testimonies/vocabulary.ts";
import type { Specimens } from "../specimen.ts";
import { MARKER, type PersonKey, type World } from "../world.ts";
import { heardAgain } from "./contact.ts";
import { aWitness } from "./witnesses.ts";

/** The fields of a testimony by a fresh witness of the world's case. */
export async function testimonyFields(world: World, changes: Partial<TestimonyFields> = {}) {
  return { ...testimonyTexts(world), witnessId: (await aWitness(world)).id, ...changes };
}

/** The same without saying whose it is. */
export function testimonyTexts(world: World) {
  return {
    title: world.marked("what happened at the bridge"),
    sourceId: null,
    publisherIds: [],
    voice: "witness" as const,
    basis: "B2" as const,
    takenEdtf: "2031-02-18",
    takenWording: world.marked("the eighteenth"),
    takenPlaceId: null,
    eventEdtf: "2031-02-14~",
    eventWording: world.marked("that night"),
    heardBefore: { ...heardAs("yes"), talked: "yes" as const, talkedWords: world.marked("with a neighbour") },
    interview: {
      ...interviewOn("2031-02-18"),
      leading: [{ question: world.marked("It was they, was it not?") }],
    },
    note: world.marked("note"),
    textBasis: "verbatim" as const,
    originalLanguage: "en" as const,
    translationLanguage: null,
    translator: null,
    people: [
      { role: "interviewer" as const, accountId: world.person("investigator").accountId, description: null },
    ],
    paragraphs: [
      { number: null, original: world.marked("I was at the bridge."), translation: null },
      { number: null, original: world.marked("They came from the north."), translation: null },
    ],
  };
}

/** A draft in the world's case. */
export async function aTestimony(
  world: World,
  changes: Partial<TestimonyFields> = {},
  as: PersonKey = "investigator",
) {
  const fields = await testimonyFields(world, changes);
  if (typeof changes.witnessId === "string") await heardAgain(world, changes.witnessId);
  return world.do(as, recordTestimony, { ...fields, caseId: world.caseId, kind: "interview" });
}

/** A draft, submitted. */
export async function aSubmittedTestimony(world: World, changes: Partial<TestimonyFields> = {}) {
  const { id, version } = await aTestimony(world, changes);
  return world.do("investigator", submitTestimony, { testimonyId: id, version });
}

/** A testimony that a reviewer accepted. */
export async function anAcceptedTestimony(world: World, changes: Partial<TestimonyFields> = {}) {
  const { id, version } = await aSubmittedTestimony(world, changes);
  return world.do("reviewer", acceptTestimony, { testimonyId: id, version });
}

const file = { fileName: "scan.pdf", mediaType: "application/pdf", sizeBytes: 10, sha256: "a".repeat(64) };

async function anAttachment(world: World) {
  const { id } = await aTestimony(world);
  return world.do("investigator", attachFile, {
    ...file,
    fileName: world.marked("scan.pdf"),
    testimonyId: id,
  });
}

export const testimonySpecimens: Specimens = {
  commands: [
    {
      command: recordTestimony,
      as: "investigator",
      input: async (world) => ({
        ...(await testimonyFields(world)),
        caseId: world.caseId,
        kind: "interview",
      }),
    },
    {
      command: saveTestimony,
      as: "investigator",
      async input(world) {
        const fields = await testimonyFields(world);
        const { id, version } = await aTestimony(world);
        const paragraphs = [{ number: 2, original: world.marked("From the south."), translation: null }];
        return { ...fields, paragraphs, testimonyId: id, version };
      },
    },
    {
      command: submitTestimony,
      as: "investigator",
      async input(world) {
        const { id, version } = await aTestimony(world);
        return { testimonyId: id, version };
      },
    },
    {
      command: acceptTestimony,
      as: "reviewer",
      async input(world) {
        const { id, version } = await aSubmittedTestimony(world);
        return { testimonyId: id, version };
      },
    },
    {
      command: returnTestimony,
      as: "reviewer",
      async input(world) {
        const { id, version } = await aSubmittedTestimony(world);
        return { testimonyId: id, version, comment: world.marked("Who else was there?") };
      },
    },
    {
      command: amendTestimony,
      as: "investigator",
      async input(world) {
        const { id, version } = await anAcceptedTestimony(world);
        return { testimonyId: id, version, reason: world.marked("a date was misheard") };
      },
    },
    {
      command: retractTestimony,
      as: "investigator",
      async input(world) {
        const { id, version } = await aTestimony(world);
        return { testimonyId: id, version, reason: world.marked("recorded twice") };
      },
    },
    {
      command: setConsent,
      as: "protection_officer",
      async input(world) {
        const { id, version } = await aTestimony(world);
        const reason = world.marked("asked by telephone");
        return { testimonyId: id, version, consentInternal: "yes", consentExport: "no", reason };
      },
    },
    {
      command: attachFile,
      as: "investigator",
      input: async (world) => ({
        ...file,
        fileName: world.marked("scan.pdf"),
        testimonyId: (await aTestimony(world)).id,
      }),
    },
    {
      command: retractAttachment,
      as: "investigator",
      async input(world) {
        const { id, version } = await anAttachment(world);
        return { attachmentId: id, version, reason: world.marked("wrong scan") };
      },
    },
  ],
  queries: [
    {
      query: countTestimoniesBy,
      as: "reviewer",
      async input(world) {
        await aTestimony(world);
        return { caseId: world.caseId, by: "witnessId" };
      },
      showsMarker: false,
    },
    {
      query: listTestimonies,
      as: "reviewer",
      async input(world) {
        await aTestimony(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readTestimony,
      as: "legal_officer",
      input: async (world) => ({ testimonyId: (await aTestimony(world)).id }),
      showsMarker: true,
    },
    {
      query: compareVersions,
      as: "reviewer",
      async input(world) {
        const { id, version } = await anAcceptedTestimony(world);
        await world.do("investigator", amendTestimony, {
          testimonyId: id,
          version,
          reason: "a date was misheard",
        });
        return { testimonyId: id, before: 1, after: 2 };
      },
      showsMarker: true,
    },
    {
      query: printTestimony,
      as: "reviewer",
      input: async (world) => ({ testimonyId: (await aTestimony(world)).id, withProtected: true }),
      showsMarker: true,
    },
    {
      query: findSimilar,
      as: "investigator",
      async input(world) {
        const { title, witnessId, takenEdtf } = await testimonyFields(world);
        await aTestimony(world, { witnessId });
        return { caseId: world.caseId, witnessId, sourceId: null, title, takenEdtf };
      },
      showsMarker: true,
    },
    {
      query: suggestTestimonies,
      as: "investigator",
      async input(world) {
        await aTestimony(world);
        return { caseId: world.caseId, text: MARKER };
      },
      showsMarker: true,
    },
    {
      query: readAttachment,
      as: "investigator",
      input: async (world) => ({ attachmentId: (await anAttachment(world)).id }),
      showsMarker: true,
    },
  ],
};
