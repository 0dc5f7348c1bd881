/** A save met a newer version of its record: what the two say, and whether anything may be saved over it. */
import type { FieldSpec, FieldValue, FormValues, SectionSpec } from "./field-spec.ts";
import type { FormBase } from "./form-draft.ts";
import { storedValues } from "./form-values.ts";
import type { FieldConflict } from "./field-conflict.ts";
import { conflictsOf, merged, type Picks, unseenFields } from "./merge.ts";
import { behindNumbersUsed, renumbered } from "./paragraphs.ts";
import { numberOf, paragraphsOf } from "./read-value.ts";
import { isSameValue } from "./same-value.ts";

/** The highest number ever given to a paragraph, by the name of its field. */
export type NumbersUsed = Readonly<Record<string, number>>;

export interface Meeting {
  /** Empty when what was typed is what is stored. */
  readonly conflicts: readonly FieldConflict[];
  /** What was typed; paragraphs added here stand behind those that were added there. */
  readonly mine: FormValues;
  readonly stored: Partial<FormValues>;
  readonly numbersUsed: NumbersUsed;
}

/**
 * Lays what was typed beside what is stored now.
 * @param over what the typing began with
 * @param current the stored values by input key, as the server told them
 * @returns null when the server did not tell all that the save would write: then nothing may be saved
 */
export function meetingOf(
  fields: readonly FieldSpec[],
  over: FormBase,
  typed: FormValues,
  current: Readonly<Record<string, unknown>>,
): Meeting | null {
  const stored = storedValues(fields, current);
  if (unseenFields(fields, stored).length > 0) return null;
  const texts = fields.filter((field) => field.kind === "paragraphs");
  const numbersUsed = Object.fromEntries(
    texts.map(({ name, numbersUsed: known = 0 }) => {
      const numbers = paragraphsOf(stored[name]).map(({ number }) => number);
      return [name, Math.max(known, numberOf(current[`${name}Used`]) ?? 0, ...numbers)];
    }),
  );
  const moved: [string, FieldValue][] = texts
    .filter(({ name }) => !isSameValue(typed[name], stored[name]))
    .map(({ name }) => {
      const known = paragraphsOf(over.values[name]);
      return [name, behindNumbersUsed(paragraphsOf(typed[name]), known, numbersUsed[name] ?? 0)];
    });
  const mine: FormValues = { ...typed, ...Object.fromEntries(moved) };
  return { conflicts: conflictsOf(fields, over.values, mine, stored), mine, stored, numbersUsed };
}

/** What the record becomes when each side was chosen. What they took out and I keep gets a number of its own. */
export function settled({ mine, stored, conflicts, numbersUsed }: Meeting, picks: Picks): FormValues {
  const values = merged(mine, stored, conflicts, picks);
  const texts = Object.entries(numbersUsed).map(([name, used]): [string, FieldValue] => [
    name,
    renumbered(paragraphsOf(values[name]), used),
  ]);
  return { ...values, ...Object.fromEntries(texts) };
}

/** The sections with the numbers that a meeting found used: what is added from now on is counted behind them. */
export const withNumbersUsed = (
  sections: readonly SectionSpec[],
  used: NumbersUsed,
): readonly SectionSpec[] =>
  sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) =>
      field.kind === "paragraphs"
        ? { ...field, numbersUsed: Math.max(field.numbersUsed ?? 0, used[field.name] ?? 0) }
        : field,
    ),
  }));
