/** Two people changed one record. Which field changed on which side, and what the record becomes. */
import type { FieldSpec, FieldValue, FormValues } from "./field-spec.ts";
import { isEmptyValue } from "./read-value.ts";

export type Side = "mine" | "theirs";

export interface FieldConflict {
  readonly name: string;
  /** Which side moved away from what both started with. */
  readonly changedBy: Side | "both";
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
}

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
  return fields.flatMap(({ name }) => {
    const stored = theirs[name];
    const [started = null, typed = null] = [base[name], mine[name]];
    if (stored === undefined || isSameValue(typed, stored)) return [];
    const iMoved = !isSameValue(started, typed);
    const theyMoved = !isSameValue(started, stored);
    const changedBy = iMoved && theyMoved ? "both" : iMoved ? "mine" : "theirs";
    return [{ name, changedBy, mine: typed, theirs: stored }];
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
    conflicts.flatMap(({ name, changedBy }): [string, Side][] =>
      changedBy === "both" ? [] : [[name, changedBy]],
    ),
  );
}

/** One side for every field. */
export function picksOf(conflicts: readonly FieldConflict[], side: Side): Picks {
  return Object.fromEntries(conflicts.map(({ name }) => [name, side]));
}

/** The fields for which nobody has chosen yet. */
export function openConflicts(conflicts: readonly FieldConflict[], picks: Picks): FieldConflict[] {
  return conflicts.filter(({ name }) => picks[name] === undefined);
}

/** What I typed, with their value wherever it was picked. Fields without conflict stay as I typed them. */
export function merged(mine: FormValues, conflicts: readonly FieldConflict[], picks: Picks): FormValues {
  const taken = conflicts
    .filter(({ name }) => picks[name] === "theirs")
    .map(({ name, theirs }) => [name, theirs] as const);
  return { ...mine, ...Object.fromEntries(taken) };
}

/** Same in meaning: nothing is nothing, however it is written; references are their ids; keys have no order. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (isEmptyValue(a) && isEmptyValue(b)) return true;
  if (typeof a === "string" && typeof b === "string") return a.trim() === b.trim();
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSameValue(item, b[index]));
  }
  if (isPlain(a) && isPlain(b)) {
    if (typeof a["id"] === "string" && typeof b["id"] === "string") return a["id"] === b["id"];
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSameValue(a[key], b[key]));
  }
  return Object.is(a, b);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
