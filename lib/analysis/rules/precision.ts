/** How exactly a place is known, in metres: the radius that the codebook gives each precision (`placePrecision`). */
export const PRECISION_METRES: Readonly<Record<string, number>> = {
  P0: 10,
  P1: 50,
  P2: 500,
  P3: 5_000,
  P4: 20_000,
  P5: 50_000,
  P6: 150_000,
};
