/** Pure rules of testimonies: paragraphs and their numbers, stages, differences between versions. */
import type { Paragraph, StatedFacts } from "#db/schema/testimonies.ts";
import { Conflict, type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import type { ParagraphInput, TestimonyStage } from "./vocabulary.ts";

/**
 * Gives every paragraph its number for life: a known one keeps it, a new one gets the next that was never used.
 * @param known numbers that the version before holds
 * @param used how many numbers were ever given
 * @throws Invalid for a number that is not known, or stands twice
 */
export function numberParagraphs(input: ParagraphInput[], known: ReadonlySet<number>, used: number) {
  const problems: FieldProblem[] = [];
  const seen = new Set<number>();
  let last = used;
  const paragraphs = input.map((paragraph, index): Paragraph => {
    // A number beyond those given is only how the form showed a new paragraph: the server gives the next.
    const isNew = paragraph.number === null || paragraph.number > used;
    const number = isNew ? ++last : (paragraph.number ?? 0);
    if (!isNew && (!known.has(number) || seen.has(number))) {
      problems.push({ path: `paragraphs.${index}.number`, code: "paragraph_number" });
    }
    seen.add(number);
    return { number, original: paragraph.original, translation: paragraph.translation };
  });
  if (problems.length > 0) throw new Invalid(problems);
  return { paragraphs, used: last };
}

/**
 * A witness gives interviews and written statements; a source publishes accounts. Never both, never neither.
 * @throws Invalid naming the field
 */
export function mustComeFromOneOrigin(
  kind: string,
  origin: { witnessId: string | null; sourceId: string | null },
): void {
  const published = kind === "published_account";
  const problems: FieldProblem[] = [];
  if (published && origin.sourceId === null) problems.push({ path: "sourceId", code: "required" });
  if (published && origin.witnessId !== null)
    problems.push({ path: "witnessId", code: "published_has_no_witness" });
  if (!published && origin.witnessId === null) problems.push({ path: "witnessId", code: "required" });
  if (!published && origin.sourceId !== null)
    problems.push({ path: "sourceId", code: "only_published_has_source" });
  if (problems.length > 0) throw new Invalid(problems);
}

/** A published account needs no consent and says so; all else starts as not asked, and anything but yes is no. */
export const consentAtFirst = (kind: string) =>
  kind === "published_account" ? ("not_needed" as const) : ("not_asked" as const);

/**
 * The consent of a testimony once it is told to be another witness's: what one person answered is nobody else's answer.
 * Empty while the witness is the same.
 */
export function consentOf(testimony: { kind: string; witnessId: string | null }, witnessId: string | null) {
  if (witnessId === testimony.witnessId) return {};
  const answer = consentAtFirst(testimony.kind);
  return { consentInternal: answer, consentExport: answer };
}

/**
 * A yes is recorded for the witness whose account stands; while a draft names another, it would not be clear whose it
 * is. A no, and the taking back of a yes, is never refused.
 * @throws Conflict
 */
export function mustBeAskedOfTheWitness(
  standing: { witnessId: string | null },
  newest: Pick<StatedFacts, "witnessId">,
  answers: readonly string[],
): void {
  if (newest.witnessId !== standing.witnessId && answers.includes("yes"))
    throw new Conflict("consent.other_witness_in_draft");
}

/** @throws Conflict when the newest version is not one that may still be written */
export function mustBeDraft(stage: TestimonyStage): void {
  if (stage !== "draft") throw new Conflict("testimony.not_a_draft");
}

/** @throws Conflict unless the version waits for a decision */
export function mustAwaitDecision(stage: TestimonyStage): void {
  if (stage !== "submitted") throw new Conflict("testimony.not_submitted");
}

/** Only a decided version is amended: a draft is simply written on, a submitted one is first returned. */
export function mustBeDecided(stage: TestimonyStage): void {
  if (stage === "draft") throw new Conflict("testimony.still_a_draft");
  if (stage === "submitted") throw new Conflict("testimony.awaits_decision");
}

/** @throws Conflict when there is nothing to submit */
export function mustHaveText(paragraphs: readonly Paragraph[]): void {
  if (paragraphs.length === 0) throw new Conflict("testimony.no_text");
}

export interface ParagraphChange {
  number: number;
  change: "added" | "removed" | "changed" | "same";
  before: Paragraph | null;
  after: Paragraph | null;
}

/** What differs between two versions, paragraph by paragraph, in the order of the newer one; removed ones at their old place. */
export function compareParagraphs(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): ParagraphChange[] {
  const earlier = new Map(before.map((paragraph) => [paragraph.number, paragraph]));
  const later = new Set(after.map((paragraph) => paragraph.number));
  const changes = after.map((paragraph): ParagraphChange => {
    const was = earlier.get(paragraph.number) ?? null;
    if (!was) return { number: paragraph.number, change: "added", before: null, after: paragraph };
    const same = was.original === paragraph.original && was.translation === paragraph.translation;
    return { number: paragraph.number, change: same ? "same" : "changed", before: was, after: paragraph };
  });
  for (const [index, paragraph] of before.entries()) {
    if (later.has(paragraph.number)) continue;
    const removed: ParagraphChange = {
      number: paragraph.number,
      change: "removed",
      before: paragraph,
      after: null,
    };
    changes.splice(Math.min(index, changes.length), 0, removed);
  }
  return changes;
}

/** What a version says beside its paragraphs, by the name of its field in the form. */
const FACTS = [
  ["title", ["title"]],
  ["witnessId", ["witnessId"]],
  ["sourceId", ["sourceId"]],
  ["publisherIds", ["publisherIds"]],
  ["voice", ["voice"]],
  ["basis", ["basis"]],
  ["taken", ["takenEdtf", "takenWording"]],
  ["takenPlaceId", ["takenPlaceId"]],
  ["people", ["people"]],
  ["contamination", ["contamination"]],
  ["event", ["eventEdtf", "eventWording"]],
  ["note", ["note"]],
  ["textBasis", ["textBasis"]],
  ["originalLanguage", ["originalLanguage"]],
  ["translationLanguage", ["translationLanguage"]],
  ["translator", ["translator"]],
] as const;
export type FactName = (typeof FACTS)[number][0];

/** Facts of the account and of its text, as one version states them. */
type VersionFacts = StatedFacts & {
  textBasis: string;
  originalLanguage: string;
  translationLanguage: string | null;
  translator: string | null;
};

/** The facts that two versions state differently, in the order of the form. */
export function changedFacts(before: VersionFacts, after: VersionFacts): FactName[] {
  return FACTS.flatMap(([name, keys]) =>
    keys.some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])) ? [name] : [],
  );
}

type Told = Pick<StatedFacts, "takenEdtf"> & { title: string | null };

/** In what an account of the same origin is like another: in day, title or both; null when in neither. */
export function likenessOf(one: Told, other: Told): "day" | "title" | "both" | null {
  const sameDay = one.takenEdtf !== null && one.takenEdtf === other.takenEdtf;
  const sameTitle = one.title !== null && plain(one.title) === plain(other.title ?? "");
  if (sameDay) return sameTitle ? "both" : "day";
  return sameTitle ? "title" : null;
}

/** A title without marks, case and spacing, so that two spellings of it are one. */
const plain = (title: string): string =>
  title
    .normalize("NFKD")
    .replaceAll(/\p{M}|[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
