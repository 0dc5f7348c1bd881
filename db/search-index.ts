/**
 * The index of words, where the dialects differ: an FTS5 table on SQLite, `tsvector` columns with a GIN index on
 * PostgreSQL. Words come folded (lib/core/folding.ts); both sides keep them as they are, each behind its part and its case:
 * what is in other cases, however common there, is neither walked through nor counted.
 *
 * Nothing is ranked that is common: the newest matches are walked up to a cap, and only if there are fewer are they
 * ordered by how well they fit (BM25, `ts_rank`).
 */
import { and, desc, eq, inArray, lt, sql, type SQL } from "drizzle-orm";
import { bigint, dialect, table, text } from "./columns.ts";
import { inList } from "./in-list.ts";
import { compartmentMarks } from "./schema/compartments.ts";
import { searchEntries } from "./schema/search.ts";
import type { SearchableType, SearchPart } from "./searchable.ts";
import type { Reader, Tx } from "./store.ts";

/** Made by hand in the migrations, as the kit knows no such table; the names of the columns are the same on both. */
export const searchWords = table("search_words", {
  rowid: bigint("rowid").primaryKey(),
  words: text("words").notNull(),
});

/** One part of a record for the index. */
export interface Entry {
  caseId: string;
  recordType: SearchableType;
  recordId: string;
  part: SearchPart;
  /** Folded, in order; empty takes the part out of the index. */
  words: readonly string[];
}

const isPostgres = dialect === "postgres";
const IDS_AT_ONCE = 400;

/** Puts entries in place of those that stood for the same parts of the same records. */
export async function putEntries(tx: Tx, entries: readonly Entry[], isNew: boolean): Promise<void> {
  if (!isNew) for (const part of ["name", "text"] as const) await takeParts(tx, entries, part);
  const filled = entries.filter(({ words }) => words.length > 0);
  if (filled.length === 0) return;
  const first = (await lastId(tx)) + 1;
  const closets = await compartmentsOf(tx, filled);
  const numbered = filled.map((entry, at) => ({
    ...entry,
    id: first + at,
    compartments: closets.get(entry.recordId) ?? 0,
  }));
  await tx.insertRows(
    searchEntries,
    numbered.map(({ id, caseId, recordType, recordId, part }) => ({
      id,
      caseId,
      recordType,
      recordId,
      part,
    })),
  );
  await tx.insertRows(
    searchWords,
    numbered.map((entry) => ({
      rowid: entry.id,
      words: stored([
        typeWord(entry.part, entry, entry.recordType),
        ...entry.words.map((word) => sealOf(entry.part, entry) + word),
      ]),
    })),
  );
}

/** In which compartments the records of entries are, as bits; those of none are left out. */
async function compartmentsOf(tx: Tx, entries: readonly Entry[]): Promise<Map<string, number>> {
  const marks = tx.kept("search.compartments", (from) =>
    from
      .select({ recordId: compartmentMarks.recordId, mask: compartmentMarks.mask })
      .from(compartmentMarks)
      .where(inList(compartmentMarks.recordId, placeholder("ids"))),
  );
  const found = new Map<string, number>();
  for (const some of inPieces(entries, IDS_AT_ONCE)) {
    const ids = JSON.stringify(some.map(({ recordId }) => recordId));
    for (const { recordId, mask } of await marks.execute({ ids })) found.set(recordId, mask);
  }
  return found;
}

const takeParts = (tx: Tx, entries: readonly Entry[], part: SearchPart) =>
  takeEntries(
    tx,
    entries.filter((entry) => entry.part === part).map(({ recordId }) => recordId),
    part,
  );

/** Takes records out of the index, or one part of them. */
export async function takeEntries(tx: Tx, recordIds: readonly string[], part?: SearchPart): Promise<void> {
  for (const some of inPieces(recordIds, IDS_AT_ONCE)) {
    const found = await tx
      .select({ id: searchEntries.id })
      .from(searchEntries)
      .where(and(inArray(searchEntries.recordId, some), part && eq(searchEntries.part, part)));
    if (found.length === 0) continue;
    const ids = found.map(({ id }) => id);
    await tx.delete(searchWords).where(inArray(searchWords.rowid, ids));
    await tx.delete(searchEntries).where(inArray(searchEntries.id, ids));
  }
}

async function lastId(tx: Tx): Promise<number> {
  const kept = tx.kept("search.last-id", (from) =>
    from
      .select({ id: searchEntries.id })
      .from(searchEntries)
      .orderBy(sql`${searchEntries.id} desc`)
      .limit(1),
  );
  const [last] = await kept.execute();
  return last?.id ?? 0;
}

function inPieces<T>(all: readonly T[], size: number): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < all.length; at += size) pieces.push(all.slice(at, at + size));
  return pieces;
}

/** What is looked into as a whole: of a case, what is in none of its compartments, or in exactly these (as bits). */
interface Place {
  caseId: string;
  compartments: number;
}

/**
 * What each word of a part begins with: no text can hold it, since folded words are letters and digits. What is in
 * compartments lies apart, as what is of another case does: whoever is not cleared walks past none of it.
 */
const sealOf = (part: SearchPart, { caseId, compartments }: Place): string =>
  `${part.slice(0, 1)}§${caseId.replace(/^c_/, "")}${compartments === 0 ? "" : `m${compartments}`}§`;

/** A word beside those of the text, for who looks for some types only. */
const typeWord = (part: SearchPart, place: Place, type: SearchableType): string =>
  `${sealOf(part, place)}§${type}`;

/** How words are kept: as a text that the tokenizer takes apart, or as a vector with the place of each. */
function stored(words: readonly string[]): SQL | string {
  if (!isPostgres) return words.join(" ");
  const places = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    const known = places.get(word);
    if (known) known.push(at + 1);
    else places.set(word, [at + 1]);
  }
  const vector = [...places].map(
    ([word, at]) => `'${word}':${at.slice(0, PLACES_MAX).map(placeOf).join(",")}`,
  );
  return sql`${vector.join(" ")}::tsvector`;
}

// PostgreSQL keeps no more places of one word, and no place beyond.
const PLACES_MAX = 255;
const placeOf = (place: number): number => Math.min(place, 16_383);

/** One word that is looked for: any of its forms, or what begins with the last of them. */
export interface Sought {
  forms: readonly string[];
  /** Beginnings of words. */
  beginnings: readonly string[];
}

/** Where is looked: in all records of a place, or in those of some types. */
export interface SearchScope extends Place {
  types: readonly SearchableType[] | "all";
}

export interface Asked {
  part: SearchPart;
  scopes: readonly SearchScope[];
  words: readonly Sought[];
}

/** The newest entries that hold all words, the newest first. @param below only those with a smaller number */
export async function newestMatches(
  read: Reader,
  asked: Asked,
  limit: number,
  below: number = Number.MAX_SAFE_INTEGER,
): Promise<number[]> {
  const newest = read.kept("search.newest", (from) =>
    from
      .select({ id: searchWords.rowid })
      .from(searchWords)
      .where(and(matches, lt(searchWords.rowid, placeholder("below"))))
      .orderBy(desc(searchWords.rowid))
      .limit(placeholder("limit")),
  );
  return (await newest.execute({ wanted: expressionOf(asked), below, limit })).map(({ id }) => id);
}

/** The entries that hold all words, the best fit first, the newer of two alike. Only for what is known to be few. */
export async function rankedMatches(read: Reader, asked: Asked, limit: number): Promise<number[]> {
  const ranked = read.kept("search.ranked", (from) =>
    from
      .select({ id: searchWords.rowid })
      .from(searchWords)
      .where(matches)
      .orderBy(
        isPostgres
          ? sql`ts_rank(${searchWords.words}, ${placeholder("words")}::tsquery, 1) desc`
          : sql`bm25(search_words)`,
        desc(searchWords.rowid),
      )
      .limit(placeholder("limit")),
  );
  // PostgreSQL ranks by the words alone; BM25 gives next to nothing for a type, which most of a case share.
  const words = expressionOf({
    ...asked,
    scopes: asked.scopes.map((place) => ({ ...place, types: "all" })),
  });
  return (await ranked.execute({ wanted: expressionOf(asked), words, limit })).map(({ id }) => id);
}

const { placeholder } = sql;

const matches = isPostgres
  ? sql`${searchWords.words} @@ ${placeholder("wanted")}::tsquery`
  : sql`search_words match ${placeholder("wanted")}`;

const SIGNS = isPostgres
  ? { quote: "'", and: " & ", or: " | ", beginning: ":*" }
  : { quote: '"', and: " AND ", or: " OR ", beginning: "*" };

/** What is looked for, in the language of the index: all words in one place, or all in another. */
const expressionOf = ({ part, scopes, words }: Asked): string =>
  anyOf(
    scopes.map(({ types, ...place }) => {
      const seal = sealOf(part, place);
      const all = words.map(({ forms, beginnings }) =>
        anyOf([
          ...forms.map((word) => quoted(seal + word)),
          ...beginnings.map((word) => quoted(seal + word) + SIGNS.beginning),
        ]),
      );
      const ofTypes =
        types === "all" ? [] : [anyOf(types.map((type) => quoted(typeWord(part, place, type))))];
      return [...ofTypes, ...all].join(SIGNS.and);
    }),
  );

const anyOf = (some: readonly string[]): string => `(${some.join(SIGNS.or)})`;

// Folded words are letters and digits and what they begin with is ours: no quote can be in them, and none is let through.
const quoted = (word: string): string => SIGNS.quote + word.replaceAll(SIGNS.quote, "") + SIGNS.quote;
