/**
 * How the number of a claim is drawn on a scale from 0 to 1. What a source left open stays open: "at least" has no end,
 * "up to" no beginning, "about" none that is firm.
 */
export interface FigureBar {
  readonly start: number;
  readonly end: number;
  readonly startSide: "firm" | "soft" | "open";
  readonly endSide: "firm" | "soft" | "open";
}

interface Claim {
  readonly min: number | null;
  readonly max: number | null;
  readonly certainty: string;
}

/** The bar of a claim, or null when it has no number. @param top where the scale ends; at least every bound on it */
export function barOf({ min, max, certainty }: Claim, top: number): FigureBar | null {
  if (min === null && max === null) return null;
  const at = (value: number) => (top === 0 ? 0 : value / top);
  const side = certainty === "about" ? "soft" : "firm";
  return {
    start: min === null ? 0 : at(min),
    end: max === null ? (isOneNumber(certainty) && min !== null ? at(min) : 1) : at(max),
    startSide: min === null && !isOneNumber(certainty) ? "open" : side,
    endSide: max === null && !isOneNumber(certainty) ? "open" : side,
  };
}

/** "About 40" may be entered as one bound: it is one number, not an open range. */
const isOneNumber = (certainty: string): boolean => certainty === "exact" || certainty === "about";

/** Where the scale of these claims ends: the next round number above the greatest that anybody gave. */
export function scaleTop(claims: readonly Claim[]): number {
  const greatest = Math.max(0, ...claims.flatMap(({ min, max }) => [min ?? 0, max ?? 0]));
  if (greatest === 0) return 0;
  const power = 10 ** Math.floor(Math.log10(greatest));
  const step = [1, 2, 5, 10].find((one) => one * power >= greatest) ?? 10;
  return step * power;
}
