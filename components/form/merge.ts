/** Two people changed one record. Which field changed on which side, and what the record becomes. */
import type { FieldSpec, FieldValue, FormValues } from "./field-spec.ts";
import { changedBy, type FieldConflict, type Side } from "./field-conflict.ts";
import { isOfParagraph, mergedText, paragraphConflicts } from "./paragraph-conflicts.ts";
import { paragraphsOf } from "./read-value.ts";
import { isSameValue } from "./same-value.ts";

export type Picks = Readonly<Record<string, Side>>;

/**
 * The fields that differ between what I typed and what is stored now.
 * @param base what I started from
 * @param theirs what is stored now; see `unseenFields` for what it does not hold
 */
export function conflictsOf(
  fields: readonly FieldSpec[],
  base: FormValues,
  mine: FormValues,
  theirs: Readonly<Partial<FormValues>>,
): FieldConflict[] {
  return fields.flatMap(({ kind, name }): FieldConflict[] => {
    const stored = theirs[name];
    const [started = null, typed = null] = [base[name], mine[name]];
    if (stored === undefined || isSameValue(typed, stored)) return [];
    const parts = kind === "paragraphs" ? paragraphConflicts(name, started, typed, stored) : [];
    if (parts.length > 0) return parts;
    return [{ key: name, name, changedBy: changedBy(started, typed, stored), mine: typed, theirs: stored }];
  });
}

/**
 * Fields that a save would write and whose stored value nobody was shown. While there is one, saving could silently take
 * away what another person wrote, so it is not done.
 * @param theirs what is stored now, as far as the server told
 */
export function unseenFields(
  fields: readonly FieldSpec[],
  theirs: Readonly<Partial<FormValues>>,
): readonly string[] {
  return fields.flatMap(({ name, ofTheAct }) => (ofTheAct || theirs[name] !== undefined ? [] : [name]));
}

/** What is proposed before anybody chooses: where only one side changed a field, that side; where both did, nothing. */
export function proposedPicks(conflicts: readonly FieldConflict[]): Picks {
  return Object.fromEntries(
    conflicts.flatMap(({ key, changedBy: side }): [string, Side][] => (side === "both" ? [] : [[key, side]])),
  );
}

/** One side for every field. */
export function picksOf(conflicts: readonly FieldConflict[], side: Side): Picks {
  return Object.fromEntries(conflicts.map(({ key }) => [key, side]));
}

/** The fields for which nobody has chosen yet. */
export function openConflicts(conflicts: readonly FieldConflict[], picks: Picks): FieldConflict[] {
  return conflicts.filter(({ key }) => picks[key] === undefined);
}

/**
 * What I typed, with their value wherever it was picked. Fields without conflict stay as I typed them.
 * @param stored what is stored now
 */
export function merged(
  mine: FormValues,
  stored: Readonly<Partial<FormValues>>,
  conflicts: readonly FieldConflict[],
  picks: Picks,
): FormValues {
  const isTheirs = ({ key }: FieldConflict): boolean => picks[key] === "theirs";
  const byText = Map.groupBy(conflicts.filter(isOfParagraph), ({ name }) => name);
  const texts = [...byText].map(([name, some]): [string, FieldValue] => [
    name,
    mergedText(paragraphsOf(mine[name]), paragraphsOf(stored[name]), some, isTheirs),
  ]);
  const whole = conflicts
    .filter((one) => !isOfParagraph(one) && isTheirs(one))
    .map(({ name, theirs }): [string, FieldValue] => [name, theirs]);
  return { ...mine, ...Object.fromEntries([...texts, ...whole]) };
}
