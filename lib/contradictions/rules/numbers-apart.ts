import { bounds, overlaps } from "#lib/core/uncertain-date.ts";
import { comparable, type FigureScopeKeys } from "#lib/figures/rules.ts";
import type { Claim } from "./claim.ts";

/** How far "about" reaches on each side of a figure that was given as one number. */
const ABOUT = 0.1;

/**
 * True when two claims count the same thing and no number can be meant by both. What is not comparable contradicts nothing:
 * a part does not contradict its whole, nor the wounded the killed (Every Casualty, Standards for Casualty Recording).
 */
export function numbersApart(a: Claim, b: Claim): boolean {
  const [one, other] = [rangeOf(a), rangeOf(b)];
  if (!one || !other || !comparable(scopeOf(a, b), scopeOf(b, a)).comparable) return false;
  if (one.from <= other.to && other.from <= one.to) return false;
  return !hasGrown(a, b, one.to < other.from) && !hasGrown(b, a, other.to < one.from);
}

interface Range {
  from: number;
  to: number;
}

function rangeOf({ said, figure }: Claim): Range | null {
  const { min, max, unit, category, outcome } = said;
  if ((min === null && max === null) || unit === null || category === null || outcome === null) return null;
  const isAbout = figure?.certainty === "about";
  const spare = isAbout ? ABOUT : 0;
  const [low, high] = isAbout ? [min ?? max, max ?? min] : [min, max];
  return {
    from: low === null ? -Infinity : Math.floor(low * (1 - spare)),
    to: high === null ? Infinity : Math.ceil(high * (1 + spare)),
  };
}

/** What a claim counts. That of an account is as wide as the incident that both speak of, at the place and time it names. */
function scopeOf({ said, figure, incidents }: Claim, other: Claim): FigureScopeKeys {
  const { unit, category, outcome, placeId, edtf } = said;
  const counted = { unit: unit ?? "", category: category ?? "", outcome: outcome ?? "" };
  if (figure) return { ...figure, ...counted };
  const [incidentId = null] = [...incidents].filter((id) => other.incidents.has(id)).toSorted();
  return {
    ...counted,
    scope: "incident",
    incidentId,
    placeId,
    periodEdtf: edtf,
    attributedTo: "not_stated",
  };
}

/** A count of a later day may be higher than one of an earlier day and both be right; it may not be lower. */
function hasGrown(earlier: Claim, later: Claim, isHigher: boolean): boolean {
  const [from, to] = [earlier.figure?.asOfEdtf ?? null, later.figure?.asOfEdtf ?? null];
  if (!isHigher || from === null || to === null || overlaps(from, to)) return false;
  const [was, is] = [bounds(from), bounds(to)];
  return was.latest !== null && is.earliest !== null && was.latest < is.earliest;
}
