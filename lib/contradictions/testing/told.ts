/** How an invented account tells of something. */
import type { Claim, SaidNow } from "../rules/claim.ts";

export type Random = (below: number) => number;
type Told = readonly [Partial<SaidNow>, Partial<SaidNow>, Partial<Claim>?, Partial<Claim>?];
export type Recipe = readonly [why: string, tell: (r: Random) => Told];

const two = (n: number) => String(n).padStart(2, "0");
export const day = (d: number, month = 5) => `2031-${two(month)}-${two(d)}`;
export const otherOf = { allegations: new Set(["another"]) };
export const unlinked = { allegations: new Set<string>() };
export const figure = (
  asOfEdtf: string | null,
  certainty = "exact",
  more: Partial<NonNullable<Claim["figure"]>> = {},
) => ({
  figure: {
    scope: "incident",
    incidentId: "incident",
    placeId: null,
    periodEdtf: null,
    category: "total",
    outcome: "killed",
    unit: "persons",
    attributedTo: "not_stated",
    asOfEdtf,
    certainty,
    ...more,
  },
});
export const happened = (more: Partial<SaidNow> = {}) => ({ act: "K1", sense: "happened" as const, ...more });
export const denied = (more: Partial<SaidNow> = {}) => ({ act: "K1", sense: "denied" as const, ...more });

/** So many persons killed, as an account gives it. */
export const killed = (min: number | null, max: number | null = min, more: Partial<SaidNow> = {}) => ({
  min,
  max,
  unit: "persons",
  category: "total",
  outcome: "killed",
  ...more,
});
