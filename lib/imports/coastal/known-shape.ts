/** What is said of a contradiction that the description of the record names, and the words for what is out of reach of it. */
import type { ContradictionKind } from "#lib/contradictions/vocabulary.ts";

/** Why one of them, or a part of it, cannot be shown as records that differ. */
export const OUT_OF_REACH = [
  "arithmetic",
  "number_corrupt",
  "one_record",
  "one_reading",
  "left_out",
  "not_stated",
  "merged",
  "no_own_record",
] as const;
export type OutOfReach = (typeof OUT_OF_REACH)[number];

/** The headings under which the description lists them. */
export const KNOWN_PARTS = ["counts", "datesPlacesNames", "attribution"] as const;

/** Two statements that the compiler sets against each other, by their import keys. */
export interface KnownPair {
  readonly kind: ContradictionKind;
  readonly statements: readonly [string, string];
}

export interface KnownContradiction {
  /** Its number in the description. */
  readonly number: number;
  readonly part: (typeof KNOWN_PARTS)[number];
  /** In the compiler's words. */
  readonly text: string;
  /** Ids of figures to be set side by side, in sets of two to six. */
  readonly figures: readonly (readonly string[])[];
  /** Ids of other records in which it is seen. */
  readonly records: readonly string[];
  readonly pairs: readonly KnownPair[];
  /** What is out of reach of it; null where all of it is shown. */
  readonly outOfReach: OutOfReach | null;
}
