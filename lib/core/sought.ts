/** What the log keeps of a search. */
import type { Keys } from "#lib/platform/keys.ts";
import type { Searched } from "./chain.ts";
import { wordsOf } from "./folding.ts";

/**
 * What is kept of a text that was searched for: a keyed hash of its folded words, so that a search that is repeated shows as the
 * same, its length in characters without space around it, and how much was found. The text itself is kept nowhere.
 */
export function searchedFor(keys: Keys, text: string, hits: number): Searched {
  const folded = wordsOf(text).map((word) => word.folded);
  return { hash: keys.hmac("search", folded.join(" ")), length: [...text.trim()].length, hits };
}
