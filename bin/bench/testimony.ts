/** One invented testimony: its facts, its text, who wrote it, two links, and now and then a statement cut from it. */
import { links, statements, testimonies, testimonyVersions, testimonyWriters } from "#db/schema/index.ts";
import { VOICES } from "#lib/codebook/vocabulary.ts";
import { sortOf } from "#lib/core/outcome.ts";
import { pairKeyOf } from "#lib/links/rules.ts";
import { type Context, recordOf, type Surroundings } from "./surroundings.ts";
import { paragraph, titleOf, uncertainDate } from "./words.ts";

const RARE_EVERY = 10_000;
const RARE_EVERY_SMALL = 100;
const STATEMENT_EVERY = 50;
const PARAGRAPHS_MAX = 3;

/** Adds the testimony and its event. @returns its id */
export function addTestimony(
  context: Context,
  around: Surroundings,
  incidentId: string,
  number: number,
): string {
  const { bulk, dice, caseId, author, reviewer, at } = context;
  const language = number % 2 === 0 ? ("ar" as const) : ("en" as const);
  const kind = number % 10 === 3 ? "published_account" : number % 3 === 0 ? "written_statement" : "interview";
  const published = kind === "published_account";
  const stage = stageOf(dice.roll(20));
  const takenEdtf = uncertainDate(dice);
  const stated = {
    title: titleOf(dice, language, number),
    witnessId: published ? null : dice.pick(around.witnesses),
    sourceId: published ? dice.pick(around.sources) : null,
    publisherIds: [],
    voice: dice.pick(VOICES),
    basis: "B3",
    takenEdtf,
    takenWording: null,
    takenPlaceId: dice.pick(around.places),
    eventEdtf: uncertainDate(dice),
    eventWording: null,
    contamination: "not_asked" as const,
    note: null,
  };
  const paragraphs = Array.from({ length: 1 + dice.roll(PARAGRAPHS_MAX) }, (_, index) => ({
    number: index + 1,
    // Both scripts have the common word in every second of their accounts, the rare one in few.
    original: paragraph(dice, language, {
      common: index === 0 && number % 4 < 2,
      rare: index === 0 && isRare(number),
    }),
    translation: null,
  }));
  const consent = published ? ("not_needed" as const) : dice.pick(["yes", "no", "not_asked"] as const);
  const record = recordOf(context, "t", "T");
  const decided = stage === "accepted" || stage === "returned";
  bulk.add(testimonies, {
    ...record,
    ...stated,
    caseId,
    kind,
    takenSort: sortOf(takenEdtf),
    consentInternal: consent,
    consentExport: consent,
    stage,
    versionNumber: 1,
    acceptedNumber: stage === "accepted" ? 1 : null,
    paragraphsUsed: paragraphs.length,
  });
  bulk.add(testimonyVersions, {
    id: dice.id("tv"),
    caseId,
    testimonyId: record.id,
    number: 1,
    stage,
    textBasis: "notes",
    originalLanguage: language,
    paragraphs,
    facts: { ...stated, people: [] },
    authorHumanId: author.humanId,
    authorAccountId: author.accountId,
    createdAt: at,
    submittedAt: stage === "draft" ? null : at,
    decidedAt: decided ? at : null,
    decidedByHumanId: decided ? reviewer.humanId : null,
    comment: stage === "returned" ? "Invented: please say who asked." : null,
  });
  bulk.add(testimonyWriters, {
    id: dice.id("tw"),
    caseId,
    testimonyId: record.id,
    humanId: author.humanId,
    firstAt: at,
  });
  addLinks(context, around, record.id, incidentId, number);
  if (stage === "accepted" && number % STATEMENT_EVERY < 2) addStatement(context, record.id);
  bulk.event({
    act: "testimony.record",
    actor: context.actor,
    requestId: dice.id("r"),
    caseId,
    object: { id: record.id, version: 1 },
  });
  return record.id;
}

/** Rare in any size, and in both scripts: even numbers speak Arabic, odd ones English, and both of these lie in the main case. */
const isRare = (number: number): boolean =>
  isOneOf(number % RARE_EVERY) || (number < RARE_EVERY && isOneOf(number % RARE_EVERY_SMALL));
const isOneOf = (rest: number): boolean => rest === 7 || rest === 8;

/** 12 of 20 accepted, 4 drafts, 3 submitted, 1 returned. */
const stageOf = (rolled: number) =>
  rolled < 12 ? "accepted" : rolled < 16 ? "draft" : rolled < 19 ? "submitted" : "returned";

function addLinks(
  context: Context,
  around: Surroundings,
  testimonyId: string,
  incidentId: string,
  number: number,
) {
  const { bulk, dice, caseId } = context;
  const described = {
    kind: "testimony_incident",
    fromId: testimonyId,
    toId: incidentId,
    role: "describes",
  } as const;
  bulk.add(links, {
    ...recordOf(context, "l", "L"),
    ...described,
    caseId,
    pairKey: pairKeyOf(described),
    testimonyId,
    incidentId,
  });
  if (number % 2 === 0) {
    const placeId = dice.pick(around.places);
    const there = { kind: "testimony_place", fromId: testimonyId, toId: placeId, role: null } as const;
    bulk.add(links, {
      ...recordOf(context, "l", "L"),
      ...there,
      caseId,
      pairKey: pairKeyOf(there),
      testimonyId,
      placeId,
    });
    return;
  }
  const actorId = dice.pick(around.actors);
  const named = { kind: "testimony_suspect", fromId: testimonyId, toId: actorId, role: "named" } as const;
  bulk.add(links, {
    ...recordOf(context, "l", "L"),
    ...named,
    caseId,
    basis: "stated_in_account",
    pairKey: pairKeyOf(named),
    testimonyId,
    actorId,
  });
}

function addStatement(context: Context, testimonyId: string): void {
  const { bulk, dice, caseId } = context;
  bulk.add(statements, {
    ...recordOf(context, "st", "ST"),
    caseId,
    testimonyId,
    testimonyNumber: 1,
    paragraphs: [1],
    claim: paragraph(dice, "en", { common: false, rare: false }),
    basis: "B3",
    identification: "none",
    countBasis: "none",
    tags: [],
  });
}
