import { Invalid } from "#lib/core/refusals.ts";

/** Finest step of a coordinate, in 1/100,000 degree (about 1.1 m), that each precision may claim. */
const STEP_E5: Record<string, number> = {
  P0: 1,
  P1: 10,
  P2: 100,
  P3: 1_000,
  P4: 5_000,
  P5: 5_000,
  P6: 10_000,
  P7: 10_000,
};

/**
 * A coordinate never has more digits than its radius allows: a point that looks exact is read as exact.
 * @throws Invalid naming the coordinate
 */
export function mustNotClaimTooExactAPoint(place: {
  precision: string;
  latE5: number | null;
  lonE5: number | null;
}): void {
  if ((place.latE5 === null) !== (place.lonE5 === null)) {
    throw new Invalid([{ path: place.latE5 === null ? "latE5" : "lonE5", code: "both_coordinates" }]);
  }
  const step = STEP_E5[place.precision] ?? 1;
  const fields = (["latE5", "lonE5"] as const).filter((name) => (place[name] ?? 0) % step !== 0);
  if (fields.length > 0) throw new Invalid(fields.map((path) => ({ path, code: "too_exact" })));
}
