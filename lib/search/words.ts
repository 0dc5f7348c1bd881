import type { searchableTypes } from "#db/schema/search.ts";

/** The nouns that can be found. */
export const foundTypes = [
  "case",
  "testimony",
  "incident",
  "actor",
  "place",
  "source",
  "media",
  "figure",
  "proceeding",
  "witness",
  "victim",
  "allegation",
  "finding",
  "note",
] as const satisfies typeof searchableTypes;
export type FoundType = (typeof foundTypes)[number];

/** Characters that are looked for at most; longer is a text, not a question. */
export const SEARCH_TEXT_MAX = 200;
