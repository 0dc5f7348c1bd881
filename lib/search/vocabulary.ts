import { z } from "zod";
import { foundTypes, SEARCH_TEXT_MAX } from "./words.ts";

export * from "./words.ts";

export const FoundType = z.enum(foundTypes);
export type FoundType = z.output<typeof FoundType>;

/** What a record is called, and what it says. */
export const SearchSection = z.enum(["names", "texts"]);
export type SearchSection = z.output<typeof SearchSection>;

export const SearchText = z.string().max(SEARCH_TEXT_MAX);

/** Matches of one kind are counted up to here; more are told as "more than", and the newest come first. */
export const COUNTED_MAX = 1_000;

/** A text with the places of the words that were looked for: start and end of each, in UTF-16 units. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly (readonly [number, number])[];
}
