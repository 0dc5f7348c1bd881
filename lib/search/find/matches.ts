import { type Asked, newestMatches, rankedMatches } from "#db/search-index.ts";
import type { Reader } from "#db/store.ts";
import { decodeCursor, encodeCursor } from "#lib/core/cursor.ts";
import type { Sought } from "../rules/sought.ts";
import { COUNTED_MAX } from "../vocabulary.ts";

/** A page of entries of the index, with how many there are: exact up to `COUNTED_MAX`. */
export interface Matches {
  ids: number[];
  counted: number;
  next: string | null;
}

export const NO_MATCHES: Matches = { ids: [], counted: 0, next: null };

type Place = Omit<Asked, "words">;

/**
 * The entries that hold what is sought. Many: the newest first, walked page by page. Few: the best fit first. A last word
 * that is common as a whole word is taken as one; only otherwise may it be the beginning of others.
 */
export async function matchesOf(
  read: Reader,
  place: Place,
  sought: Sought,
  size: number,
  after: string | undefined,
): Promise<Matches> {
  if (place.scopes.length === 0 || sought.whole.length === 0) return NO_MATCHES;
  const cursor = decodeCursor(after);
  const whole = { ...place, words: sought.whole };
  const common = await newestMatches(read, whole, COUNTED_MAX + 1);
  if (common.length > COUNTED_MAX) return newest(read, whole, common, size, cursor?.id);
  if (sought.typing === null) return ranked(await rankedMatches(read, whole, COUNTED_MAX), size, cursor?.id);
  const typing = { ...place, words: sought.typing };
  const begun = await newestMatches(read, typing, COUNTED_MAX + 1);
  if (begun.length > COUNTED_MAX) return newest(read, typing, begun, size, cursor?.id);
  if (begun.length <= 1) return ranked(begun, size, cursor?.id);
  return ranked(await rankedMatches(read, typing, COUNTED_MAX), size, cursor?.id);
}

async function newest(
  read: Reader,
  asked: Asked,
  first: readonly number[],
  size: number,
  after: string | undefined,
): Promise<Matches> {
  const below = after === undefined ? undefined : Number(after);
  const ids = below === undefined ? first : await newestMatches(read, asked, size + 1, below);
  return pageOf(ids, size, first.length);
}

function ranked(ids: readonly number[], size: number, after: string | undefined): Matches {
  const from = after === undefined ? 0 : ids.indexOf(Number(after)) + 1;
  // What stood at the end of the page before has gone: its place is lost, and nothing is shown twice.
  if (after !== undefined && from === 0) return { ids: [], counted: ids.length, next: null };
  return pageOf(ids.slice(from), size, ids.length);
}

function pageOf(ids: readonly number[], size: number, counted: number): Matches {
  const page = ids.slice(0, size);
  const last = page.at(-1);
  const more = ids.length > size && last !== undefined;
  return { ids: page, counted, next: more ? encodeCursor({ key: "entry", id: String(last) }) : null };
}
