import type { StandardOfProof } from "../vocabulary.ts";

interface Concluded {
  readonly determination: number | null;
  readonly standard: StandardOfProof;
}
/** A version of which the conclusion is not shown to everybody. */
export type Veiled<T extends Concluded> = Omit<T, "standard"> & {
  readonly standard: StandardOfProof | null;
  /** What its author concluded is hidden from the caller. */
  readonly isHidden: boolean;
};

/** The row without all that tells of its conclusion, where that is hidden from the caller. */
export function veiled<T extends Concluded>(row: T, isHidden: boolean): Veiled<T> {
  const hides = "reasoning" in row ? { reasoning: "", comment: null, needsSecond: false } : {};
  return isHidden
    ? { ...row, ...hides, determination: null, standard: null, isHidden }
    : { ...row, isHidden };
}
