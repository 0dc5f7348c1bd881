import type { FieldValue } from "./field-spec.ts";
import { isSameValue } from "./same-value.ts";

export type Side = "mine" | "theirs";

export interface FieldConflict {
  /** What a choice is kept under: the field's name, and for one paragraph of a text its number. */
  readonly key: string;
  readonly name: string;
  /** The paragraph that is to be chosen; absent for the field as a whole. */
  readonly paragraph?: number;
  /** Which side moved away from what both started with. */
  readonly changedBy: Side | "both";
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
}

/** Which side moved away from what both started with, where the two differ. */
export function changedBy(started: unknown, mine: unknown, theirs: unknown): Side | "both" {
  if (isSameValue(started, theirs)) return "mine";
  return isSameValue(started, mine) ? "theirs" : "both";
}
