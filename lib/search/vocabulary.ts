import { z } from "zod";
import type { SearchableType } from "#db/searchable.ts";

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
] as const satisfies readonly SearchableType[];
export const FoundType = z.enum(foundTypes);
export type FoundType = z.output<typeof FoundType>;

/** What a record is called, and what it says. */
export const SearchSection = z.enum(["names", "texts"]);
export type SearchSection = z.output<typeof SearchSection>;

/** Characters that are looked for at most; longer is a text, not a question. */
export const SEARCH_TEXT_MAX = 200;
export const SearchText = z.string().max(SEARCH_TEXT_MAX);

/** Matches of one kind are counted up to here; more are told as "more than", and the newest come first. */
export const COUNTED_MAX = 1_000;

/** A text with the places of the words that were looked for: start and end of each, in UTF-16 units. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}
