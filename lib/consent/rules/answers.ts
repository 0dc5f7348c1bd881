import type { ledgerAnswers } from "#db/schema/index.ts";
import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import type { Answer } from "#lib/release/rules/gate-snapshot.ts";
import { type ConsentFields, CELLS, type Cell, type Choice } from "../vocabulary.ts";

const DAY_MS = 86_400_000;
const beginOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const endOf = (day: string): number => beginOf(day) + DAY_MS;

export type AnswerRow = typeof ledgerAnswers.$inferSelect;

/** What of a row an answer says; the rest says who recorded it when, and where it stands in the ledger. */
export type Said = Omit<
  AnswerRow,
  | "id"
  | "version"
  | "caseId"
  | "witnessId"
  | "number"
  | "waitsForSecond"
  | "recordedAt"
  | "recordedBy"
  | "approvedAt"
  | "approvedBy"
>;

/**
 * A sitting that says something, on a day that has been and until one that is to come.
 * @throws Invalid, naming each field
 */
export function mustBeASitting(fields: ConsentFields, now: number): void {
  const problems: FieldProblem[] = [];
  const { answeredOn, endsOn, embargoUntil } = fields;
  if (beginOf(answeredOn) > now) problems.push({ path: "answeredOn", code: "in_the_future" });
  if (endsOn !== null && endsOn < answeredOn) problems.push({ path: "endsOn", code: "before_its_start" });
  else if (endsOn !== null && endOf(endsOn) <= now) problems.push({ path: "endsOn", code: "in_the_past" });
  if (embargoUntil !== null && endsOn !== null && embargoUntil >= endsOn)
    problems.push({ path: "embargoUntil", code: "after_its_end" });
  if (CELLS.every(({ key }) => choiceIn(fields, key) === null))
    problems.push({ path: "", code: "nothing_answered" });
  if (problems.length > 0) throw new Invalid(problems);
}

/**
 * A yes follows on what the person said before: of two talks the later one counts, whichever was typed in first. A no is always heard.
 * @throws Invalid
 */
export function mustFollow(ledger: readonly Answer[], said: readonly Said[]): void {
  const isPassed = said.some((one) =>
    ledger.some(
      (earlier) =>
        one.answer === "yes" &&
        earlier.purpose === one.purpose &&
        earlier.recipientClass === one.recipientClass &&
        (earlier.country === null || one.country === null || earlier.country === one.country) &&
        earlier.answeredAt >= one.answeredAt + DAY_MS,
    ),
  );
  if (isPassed) throw new Invalid([{ path: "answeredOn", code: "older_than_answer" }]);
}

/** Guarantee: every cell is a field of a sitting. */
const choiceIn = (fields: ConsentFields, key: string): Choice | null =>
  (Reflect.get(fields, key) as Choice | null | undefined) ?? null;

/** What was said to each question that was put, in their order. */
export function saidIn(fields: ConsentFields): Said[] {
  return CELLS.flatMap((cell) => {
    const choice = choiceIn(fields, cell.key);
    return choice === null ? [] : [said(cell, choice, fields)];
  });
}

function said(cell: Cell, choice: Choice, fields: ConsentFields): Said {
  const isYes = choice !== "no" && choice !== "prefer_not_to_say";
  return {
    recipientClass: cell.recipientClass,
    purpose: cell.purpose,
    country: cell.recipientClass === "domestic_authority" ? fields.domesticCountry : null,
    answer: isYes ? "yes" : choice,
    form: isYes ? choice : "aggregate",
    answeredAt: beginOf(fields.answeredOn),
    ...(isYes ? limitsOf(fields, cell) : NO_LIMITS),
    process: processOf(fields),
    note: fields.note,
  };
}

const NO_LIMITS = { endsAt: null, exclusions: [], conditions: [], refusedElements: [] };

/**
 * What limits a yes. Recipients, and what they may be shown, are no matter of our own use; words that nobody has made a condition
 * of may be, so they limit that too.
 */
function limitsOf(fields: ConsentFields, { recipientClass }: Cell) {
  const { endsOn, embargoUntil, conditions, exclusions, refusedElements, otherCondition } = fields;
  const endsAt = endsOn === null ? null : endOf(endsOn);
  const inWords = otherCondition === null ? [] : [{ kind: "other", text: otherCondition }];
  if (recipientClass === "ourselves") return { ...NO_LIMITS, endsAt, conditions: inWords };
  const embargo = embargoUntil === null ? [] : [{ kind: "embargo_until", until: endOf(embargoUntil) }];
  return {
    endsAt,
    exclusions,
    conditions: [...conditions.map((kind) => ({ kind })), ...embargo, ...inWords],
    refusedElements,
  };
}

const asBoolean = (word: "yes" | "no" | null): boolean | null => (word === null ? null : word === "yes");

const processOf = (fields: ConsentFields): Said["process"] => ({
  language: fields.language,
  interpreterUsed: asBoolean(fields.interpreterUsed),
  risksExplained: asBoolean(fields.risksExplained),
  rightToRefuse: asBoolean(fields.rightToRefuse),
  noPaymentOrPromise: asBoolean(fields.noPaymentOrPromise),
  howGiven: fields.howGiven,
  safeCopy: fields.safeCopy,
  guardianId: fields.guardianId,
  guardianIsSuspect: asBoolean(fields.guardianIsSuspect),
  assent: asBoolean(fields.assent),
});

const NOT_RECORDED: Said["process"] = {
  language: null,
  interpreterUsed: null,
  risksExplained: null,
  rightToRefuse: null,
  noPaymentOrPromise: null,
  howGiven: null,
  safeCopy: null,
  guardianId: null,
  guardianIsSuspect: null,
  assent: null,
};

/** A no to a question: what the person takes back needs no reason and no form (Murad Code). */
export const takenBack = ({ recipientClass, purpose }: Cell, now: number, note: string | null): Said => ({
  recipientClass,
  purpose,
  country: null,
  answer: "no",
  form: "aggregate",
  answeredAt: now,
  ...NO_LIMITS,
  process: NOT_RECORDED,
  note,
});

/** A row of the ledger as the release gate knows it. */
export function asGateKnows(
  row: Omit<
    AnswerRow,
    "version" | "caseId" | "witnessId" | "note" | "recordedAt" | "recordedBy" | "approvedAt" | "approvedBy"
  >,
): Answer {
  const { guardianIsSuspect, ...process } = row.process;
  return {
    id: row.id,
    number: row.number,
    purpose: row.purpose,
    recipientClass: row.recipientClass,
    country: row.country,
    answer: row.answer,
    form: row.form,
    answeredAt: row.answeredAt,
    from: row.answeredAt,
    until: row.endsAt,
    exclusions: row.exclusions,
    conditions: row.conditions,
    process,
    // Nobody said that the guardian is none of those alleged: then they may be.
    guardianIsSuspect: process.guardianId !== null && guardianIsSuspect !== false,
    waitsForSecond: row.waitsForSecond,
    confirmedAt: row.answeredAt,
    refusedElements: row.refusedElements,
  } as Answer; // Guarantee: written through the schemas of the vocabulary.
}
