import type { FigureCertainty } from "#lib/codebook/reported.ts";
import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import { FIGURE_SCOPE_KEYS, type FigureScopeKey } from "./words.ts";

/**
 * Figures are claims, each with a scope. Nothing here adds, averages or ranks them: conflicting tolls stand side by side,
 * and a choice between them is to be declared by a person (Every Casualty, Standards for Casualty Recording).
 */

/** The number of a claim as it was put. */
export interface ClaimedNumber {
  min: number | null;
  max: number | null;
  certainty: FigureCertainty;
  valueText: string | null;
}

/** A number as it is stored: "more than N" excludes its minimum. */
export interface StoredNumber {
  min: number | null;
  max: number | null;
  minExclusive: boolean;
}

/**
 * The stored form of a number. An exact figure may be entered once; it is stored as its own minimum and maximum.
 * @throws Invalid when the bounds do not fit how firmly the source put it
 */
export function storedNumber(claim: ClaimedNumber): StoredNumber {
  const problems = problemsOf(claim);
  if (problems.length > 0) throw new Invalid(problems);
  const { min, certainty } = claim;
  const max = certainty === "exact" ? min : claim.max;
  return { min, max, minExclusive: certainty === "more_than" };
}

/** @throws Invalid when a figure about one incident names none */
export function mustNameItsIncident(figure: { scope: string; incidentId: string | null }): void {
  if (figure.scope === "incident" && figure.incidentId === null) {
    throw new Invalid([{ path: "incidentId", code: "required" }]);
  }
}

function problemsOf({ min, max, certainty, valueText }: ClaimedNumber): FieldProblem[] {
  switch (certainty) {
    case "exact":
      return [
        ...required("min", min),
        ...(max !== null && max !== min ? [{ path: "max", code: "figure.exact_is_one_number" }] : []),
      ];
    case "at_least":
    case "more_than":
      return [...required("min", min), ...unwanted("max", max)];
    case "up_to":
    case "fewer_than":
      return [...required("max", max), ...unwanted("min", min)];
    case "about":
      return [...(min === null ? required("max", max) : []), ...backwards(min, max)];
    case "between":
      return [
        ...required("min", min),
        ...required("max", max),
        ...backwards(min, max),
        ...(min !== null && min === max ? [{ path: "max", code: "figure.range_needs_two_numbers" }] : []),
      ];
    case "unquantified":
      return [...unwanted("min", min), ...unwanted("max", max), ...required("valueText", valueText)];
  }
}

const required = (path: string, value: unknown): FieldProblem[] =>
  value === null ? [{ path, code: "required" }] : [];

const unwanted = (path: string, value: number | null): FieldProblem[] =>
  value === null ? [] : [{ path, code: "figure.bound_not_claimed" }];

const backwards = (min: number | null, max: number | null): FieldProblem[] =>
  min !== null && max !== null && max < min ? [{ path: "max", code: "figure.below_minimum" }] : [];

/** What a figure covers. Two figures may be set against each other only when all of it is the same. */
export interface FigureScopeKeys {
  scope: string;
  incidentId: string | null;
  placeId: string | null;
  periodEdtf: string | null;
  category: string;
  outcome: string;
  unit: string;
  attributedTo: string;
}

export type Comparison =
  | { readonly comparable: true }
  | { readonly comparable: false; readonly because: readonly FigureScopeKey[] };

/**
 * Whether two figures count the same thing, and if not, in what they differ. Never which of them is right.
 * An incident bounds the time that is counted; for any wider scope a period that nobody stated matches nothing.
 */
export function comparable(a: FigureScopeKeys, b: FigureScopeKeys): Comparison {
  const because = FIGURE_SCOPE_KEYS.filter((key) => a[key] !== b[key] || isOpenPeriod(key, a));
  return because.length === 0 ? { comparable: true } : { comparable: false, because };
}

const isOpenPeriod = (key: FigureScopeKey, figure: FigureScopeKeys): boolean =>
  key === "periodEdtf" && figure.periodEdtf === null && figure.scope !== "incident";

/** What figures that may be set against each other have in common and no other has; null of one that matches none. */
export const scopeOf = (figure: FigureScopeKeys): string | null =>
  comparable(figure, figure).comparable ? JSON.stringify(FIGURE_SCOPE_KEYS.map((key) => figure[key])) : null;
