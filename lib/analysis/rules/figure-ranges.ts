import { statedBounds } from "#lib/core/uncertain-date.ts";

/**
 * Where claims of a number stand on one scale from 0 to 1, and how far each reaches. What a source left open stays open; a
 * range is drawn from end to end and has no middle. No number is made of theirs: a scale has marks of its own, round ones.
 */
export interface NumberScale {
  readonly kind: "linear" | "logarithmic";
  /** Round numbers, from the lowest. */
  readonly ticks: readonly { readonly value: number; readonly at: number }[];
}

/** How a claim is drawn; its sign stands at an end that the source gave. */
export interface RangeMark {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly fromSide: "firm" | "soft" | "open";
  readonly toSide: "firm" | "soft" | "open";
}

/** Days that lie further apart than this are not drawn as if one followed the other. */
const GAP_MS = 8 * 86_400_000;

/** Whether much time lies between two days: their places on the axis do not show it. */
export function isAfterGap(before: string | null, edtf: string | null): boolean {
  if (before === null || edtf === null) return false;
  const [one, other] = [statedBounds(before).latest, statedBounds(edtf).earliest];
  return one !== null && other !== null && other - one > GAP_MS;
}

interface Claim {
  readonly min: number | null;
  readonly max: number | null;
  readonly certainty: string;
}

/** From so many times the least on, what is small would lie on the ground of an even scale. */
const LOGARITHMIC_FROM = 20;
/** Above the greatest number stays room, so that an open end is seen to be open. */
const ROOM = 1.25;
/** Where nothing stands that is greater than nought, on a logarithmic scale that has no place for nought. */
const NOUGHT_ROOM = 0.08;
const TICKS_MAX = 9;

const STEPS = [1, 2, 5];

/** The scale on which all of these claims fit; null where none of them has a number. */
export function scaleOf(claims: readonly Claim[]): NumberScale | null {
  const bounds = claims.flatMap(({ min, max }) => [min, max]).filter((bound) => bound !== null);
  if (bounds.length === 0) return null;
  const above = bounds.filter((bound) => bound > 0);
  const [least, greatest] = [Math.min(...above), Math.max(0, ...above)];
  const values =
    greatest >= least * LOGARITHMIC_FROM
      ? [...(above.length < bounds.length ? [0] : []), ...roundBetween(least, greatest * ROOM)]
      : evenUpTo(greatest * ROOM);
  const kind = greatest >= least * LOGARITHMIC_FROM ? "logarithmic" : "linear";
  return { kind, ticks: values.map((value) => ({ value, at: placeOf(value, kind, values) })) };
}

/** How a claim is drawn on a scale; null when it was made in words alone. */
export function rangeOf({ min, max, certainty }: Claim, { kind, ticks }: NumberScale): RangeMark | null {
  const first = min ?? max;
  if (first === null) return null;
  const values = ticks.map(({ value }) => value);
  const at = (value: number) => placeOf(value, kind, values);
  const isOneNumber = certainty === "exact" || certainty === "about";
  const side = certainty === "about" ? "soft" : "firm";
  return {
    at: at(first),
    from: min === null ? (isOneNumber ? at(first) : 0) : at(min),
    to: max === null ? (isOneNumber ? at(first) : 1) : at(max),
    fromSide: min === null && !isOneNumber ? "open" : side,
    toSide: max === null && !isOneNumber ? "open" : side,
  };
}

function placeOf(value: number, kind: NumberScale["kind"], ticks: readonly number[]): number {
  const top = ticks.at(-1) ?? 0;
  if (kind === "linear") return top === 0 ? 0 : value / top;
  const [ground = 1] = ticks.filter((tick) => tick > 0);
  const base = ticks[0] === 0 ? NOUGHT_ROOM : 0;
  if (value <= 0) return 0;
  return base + (1 - base) * (Math.log(value / ground) / Math.log(top / ground));
}

/** 1, 2, 5, 10 … from the last that is not above the least to the first that is not below the most. */
function roundBetween(least: number, most: number): number[] {
  const all: number[] = [];
  for (let power = 10 ** Math.floor(Math.log10(least)); (all.at(-1) ?? 0) < most; power *= 10)
    all.push(...STEPS.map((step) => step * power));
  const from = all.findLastIndex((tick) => tick <= least);
  const to = all.findIndex((tick) => tick >= most);
  const some = all.slice(from, to + 1);
  const isOfTens = (tick: number) => Number.isInteger(Math.log10(tick));
  return some.length <= TICKS_MAX
    ? some
    : some.filter((tick, place) => place === 0 || place === some.length - 1 || isOfTens(tick));
}

/** 0 and some even steps up to the first that is not below the most. */
function evenUpTo(most: number): number[] {
  if (most === 0) return [0];
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [0.2, 0.5, 1, 2].map((one) => one * power).find((one) => one >= 1 && most / one <= 6) ?? power;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, place) => place * step);
}
