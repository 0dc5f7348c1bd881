/** Pure rules of testimonies: paragraphs and their numbers, stages, differences between versions. */
import type { HeardBefore, Paragraph, StatedFacts } from "#db/schema/testimonies.ts";
import { Conflict, type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import type { ParagraphInput, TestimonyFields, TestimonyStage } from "./vocabulary.ts";
import { HEARD_QUESTIONS } from "./words.ts";

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

/**
 * Whether it was asked what the witness heard before, as corroboration weighs it: yes once every question was put,
 * whatever the answer and also where it was preferred not to say; no when some were put and others not; left open while
 * one is blank or none was put. So a part that was not asked never weighs as asked.
 */
export function contaminationOf(heard: HeardBefore | null): StatedFacts["contamination"] {
  const answers = HEARD_QUESTIONS.map((question) => heard?.[question] ?? null);
  if (answers.includes(null) || answers.every((answer) => answer === "not_asked")) return "not_asked";
  return answers.includes("not_asked") ? "no" : "yes";
}

/** The witness said that they read or watched what was published before they told it: their account leans on it. */
export const readCoverage = (heard: HeardBefore | null | undefined): boolean => heard?.sawPosts === "yes";

/**
 * What was asked and how the interview went, as a version states it: nothing of a published account, the record of the
 * interview of interviews alone, and words only beside the answer that they explain.
 * @param before what the draft says so far; of one from before there was a list, the single answer stays while nothing is
 *   answered of the list
 */
export function toldOf(
  kind: string,
  {
    form = null,
    heardBefore = null,
    interview = null,
  }: Pick<TestimonyFields, "form" | "heardBefore" | "interview">,
  before: Pick<StatedFacts, "contamination" | "heardBefore"> | null = null,
): Pick<StatedFacts, "form" | "contamination" | "heardBefore" | "interview"> {
  if (kind === "published_account")
    return { form: "first_account", contamination: "not_asked", heardBefore: null, interview: null };
  const heard =
    heardBefore === null || saysNothing(heardBefore)
      ? null
      : {
          ...heardBefore,
          talkedWords: heardBefore.talked === "yes" ? heardBefore.talkedWords : null,
          sawPostsWords: heardBefore.sawPosts === "yes" ? heardBefore.sawPostsWords : null,
          inGroupWords: heardBefore.inGroup === "yes" ? heardBefore.inGroupWords : null,
          askedBeforeBy: heardBefore.askedBefore === "yes" ? heardBefore.askedBeforeBy : [],
        };
  const isOld = heard === null && before !== null && (before.heardBefore ?? null) === null;
  return {
    form: form ?? "first_account",
    contamination: isOld ? before.contamination : contaminationOf(heard),
    heardBefore: heard,
    interview:
      kind !== "interview" || interview === null || saysNothing(interview)
        ? null
        : { ...interview, informedOf: interview.informed === "in_part" ? interview.informedOf : [] },
  };
}

/** Nothing was answered: a record of blanks is stored as none. */
const saysNothing = (record: object): boolean =>
  Object.values(record).every(
    (value) => value === null || value === false || (Array.isArray(value) && value.length === 0),
  );

/** What has to be answered before the version is handed in and is not, by the names of its form. A blank is no answer. */
export function unansweredIn(kind: string, { heardBefore, interview }: StatedFacts): string[] {
  if (kind === "published_account") return [];
  const heard = HEARD_QUESTIONS.filter((question) => (heardBefore?.[question] ?? null) === null);
  const open = heard.map((question) => `heardBefore.${question}`);
  if (kind !== "interview") return open;
  if ((interview?.startedAt ?? null) === null && interview?.startUnknown !== true)
    open.push("interview.startedAt");
  if ((interview?.informed ?? null) === null) open.push("interview.informed");
  if ((interview?.freeRecall ?? null) === null) open.push("interview.freeRecall");
  if ((interview?.support ?? null) === null) open.push("interview.support");
  return open;
}

/** @throws Invalid naming each field that is still blank */
export function mustBeAnswered(kind: string, facts: StatedFacts): void {
  const open = unansweredIn(kind, facts);
  if (open.length > 0) throw new Invalid(open.map((path) => ({ path, code: "required" })));
}

/** Whether the person took up help that was offered in the interview: then what became of it is on record before it is handed in. */
export const tookUpHelp = (kind: string, { interview }: Pick<StatedFacts, "interview">): boolean =>
  kind === "interview" && interview?.support === "accepted";

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
  ["form", ["form"]],
  ["witnessId", ["witnessId"]],
  ["sourceId", ["sourceId"]],
  ["publisherIds", ["publisherIds"]],
  ["voice", ["voice"]],
  ["basis", ["basis"]],
  ["taken", ["takenEdtf", "takenWording"]],
  ["takenPlaceId", ["takenPlaceId"]],
  ["people", ["people"]],
  ["contamination", ["contamination"]],
  ["heardBefore", ["heardBefore"]],
  ["interview", ["interview"]],
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
    keys.some((key) => JSON.stringify(statedAs(before, key)) !== JSON.stringify(statedAs(after, key)))
      ? [name]
      : [],
  );
}

/** What was stored before there were questions and forms states neither answers nor more than a first account. */
const statedAs = (version: VersionFacts, key: keyof VersionFacts) =>
  version[key] ?? (key === "form" ? "first_account" : null);

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
