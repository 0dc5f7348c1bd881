import type { doubleModes, nameReasons } from "#db/schema/victim-lists.ts";

/** What names on lists are read for. */
export const NAME_REASONS = [
  "doubles",
  "correct_record",
  "danger",
  "court",
] as const satisfies typeof nameReasons;

/** How names are compared: by what they sound like in either script, or sign by sign. */
export const DOUBLE_MODES = ["folded", "literal"] as const satisfies typeof doubleModes;

/** For how long names are read for one reason: as long as somebody works on doubles in one go. */
export const NAMES_SHOWN_MS = 30 * 60_000;

/** Rows that are added at once, and that the lists of a case hold, at most. */
export const ROWS_MAX = 500;
export const ENTRIES_MAX = 20_000;

/** Rows that one merge joins, at most. */
export const MERGED_MAX = 20;

/** Entries whose names are read at once, at most. */
export const NAMES_MAX = 200;

/** The columns of a pasted table, in the order in which they are explained. */
export const PASTED = ["name_ar", "name", "age", "sex", "place", "date", "outcome"] as const;
export type Pasted = (typeof PASTED)[number];
