import type { personIndexes } from "#db/schema/index.ts";
import { type Word, wordsOf } from "#lib/core/folding.ts";
import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import { CUT_OUT_MARK, type ThirdPersonInput, wordsIn } from "./vocabulary.ts";

export type PersonIndexRow = typeof personIndexes.$inferSelect;
type Person = PersonIndexRow["persons"][number];

const formsOf = ({ folded, joined, bare }: Word): string[] =>
  [folded, joined, bare].filter((form) => form !== null);

/** Where a phrase stands in a text, however it is spelled, as beginnings and ends; in Arabic also with what is written onto it. */
function placesOf(text: readonly Word[], phrase: readonly Word[]): { start: number; end: number }[] {
  if (phrase.length === 0) return [];
  const wanted = phrase.map(formsOf);
  return text.flatMap((first, at) => {
    const fits = wanted.every((forms, index) => {
      const word = text[at + index];
      return word !== undefined && formsOf(word).some((form) => forms.includes(form));
    });
    return fits ? [{ start: first.start, end: text[at + wanted.length - 1]?.end ?? first.end }] : [];
  });
}

/** Whether a text says a phrase, in whatever spelling. */
export const says = (text: string, phrase: string): boolean =>
  placesOf(wordsOf(text), wordsOf(phrase)).length > 0;

/** Cuts phrases out of texts, with the mark in their place (ICC RPE 81(4), redaction code B.3). */
export function cutterOf(phrases: Iterable<string>): (text: string) => string {
  const sought = [...new Set(phrases)].map(wordsOf).filter((words) => words.length > 0);
  if (sought.length === 0) return (text) => text;
  return (text) => {
    const words = wordsOf(text);
    const places = sought
      .flatMap((phrase) => placesOf(words, phrase))
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
    let rest = 0;
    let cut = "";
    for (const { start, end } of places) {
      if (end <= rest) continue;
      // Two that overlap or touch leave one mark.
      cut += start >= rest ? text.slice(rest, start) + CUT_OUT_MARK : "";
      rest = end;
    }
    return cut + text.slice(rest);
  };
}

/**
 * The people of one reading, as they are stored.
 * @param texts everything that the account says, where each of the words has to stand
 * @throws Invalid, naming the field of the person
 */
export function peopleIn(entered: readonly ThirdPersonInput[], texts: readonly string[]): Person[] {
  const problems: FieldProblem[] = [];
  const whole = texts.map(wordsOf);
  const people = entered.map(({ relation, decision, words: listed, said }, index) => {
    const words = wordsIn(listed);
    const path = (field: string) => `persons.${index}.${field}`;
    if (decision === "cut_out" && words.length === 0)
      problems.push({ path: path("words"), code: "needed_to_cut_out" });
    if (words.some((phrase) => !whole.some((text) => placesOf(text, wordsOf(phrase)).length > 0)))
      problems.push({ path: path("words"), code: "not_in_the_account" });
    if (decision === "consented" && said === null)
      problems.push({ path: path("said"), code: "needed_to_consent" });
    return { key: `P${index + 1}`, relation, decision, words, said };
  });
  if (problems.length > 0) throw new Invalid(problems);
  return people;
}

/** What the release gate is told of the people in an account; null where nobody has read this version for them. */
export function asGateKnows(row: PersonIndexRow | undefined, acceptedNumber: number | null) {
  if (!row?.isWhole || row.testimonyNumber !== acceptedNumber) return null;
  return row.persons.map(({ key, decision, words }) => ({
    key,
    consented: decision === "consented",
    redacted: decision === "cut_out" && words.length > 0,
  }));
}
