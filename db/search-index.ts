/**
 * The index of words, where the dialects differ: an FTS5 table on SQLite, `tsvector` columns with a GIN index on
 * PostgreSQL. Words come folded (lib/core/folding.ts); both sides keep them as they are. The cases that a caller may see
 * are words of the index too, so that what is in other cases is never walked through.
 *
 * Nothing is ranked that is common: the newest matches are walked up to a cap, and only if there are fewer are they
 * ordered by how well they fit (BM25, `ts_rank`).
 */
import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import { bigint, dialect, table, text } from "./columns.ts";
import { searchEntries } from "./schema/search.ts";
import type { SearchableType, SearchPart } from "./searchable.ts";
import type { Reader, Tx } from "./store.ts";

/** Made by hand in the migrations, as the kit knows no such table; the names of the columns are the same on both. */
export const searchWords = table("search_words", {
  rowid: bigint("rowid").primaryKey(),
  scope: text("scope").notNull(),
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
const ROWS_AT_ONCE = 40;
const IDS_AT_ONCE = 400;

/** Puts entries in place of those that stood for the same parts of the same records. */
export async function putEntries(tx: Tx, entries: readonly Entry[], isNew: boolean): Promise<void> {
  if (!isNew) for (const part of ["name", "text"] as const) await takeParts(tx, entries, part);
  const filled = entries.filter(({ words }) => words.length > 0);
  if (filled.length === 0) return;
  const first = (await lastId(tx)) + 1;
  const numbered = filled.map((entry, at) => ({ ...entry, id: first + at }));
  for (const some of inPieces(numbered, ROWS_AT_ONCE)) {
    await tx.insert(searchEntries).values(
      some.map(({ id, caseId, recordType, recordId, part }) => ({
        id,
        caseId,
        recordType,
        recordId,
        part,
      })),
    );
    await tx.insert(searchWords).values(
      some.map((entry) => ({
        rowid: entry.id,
        scope: stored([
          scopeWord(entry.part, entry.caseId),
          scopeWord(entry.part, entry.caseId, entry.recordType),
        ]),
        words: stored(entry.words),
      })),
    );
  }
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
  const [last] = await tx
    .select({ id: searchEntries.id })
    .from(searchEntries)
    .orderBy(sql`${searchEntries.id} desc`)
    .limit(1);
  return last?.id ?? 0;
}

function inPieces<T>(all: readonly T[], size: number): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < all.length; at += size) pieces.push(all.slice(at, at + size));
  return pieces;
}

/** A word of the index that no text can hold, as it begins with a sign: the case, or the case and the type. */
const scopeWord = (part: SearchPart, caseId: string, type = ""): string =>
  `§${part.slice(0, 1)}§${caseId.replace(/^c_/, "")}§${type}`;

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

/** Where is looked: in all records of a case, or in those of some types. */
export interface SearchScope {
  caseId: string;
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
  const rows = await read.raw<{ id: number | string }>(
    isPostgres
      ? sql`select rowid as id from search_words where ${matches(asked)} and rowid < ${below} order by rowid desc limit ${limit}`
      : sql`select rowid as id from search_words where search_words match ${ftsOf(asked)} and rowid < ${below} order by rowid desc limit ${limit}`,
  );
  return rows.map(({ id }) => Number(id));
}

/** The entries that hold all words, the best fit first, the newer of two alike. Only for what is known to be few. */
export async function rankedMatches(read: Reader, asked: Asked, limit: number): Promise<number[]> {
  const rows = await read.raw<{ id: number | string }>(
    isPostgres
      ? sql`select rowid as id from search_words where ${matches(asked)}
            order by ts_rank(words, ${tsqueryOf(asked.words)}::tsquery, 1) desc, rowid desc limit ${limit}`
      : sql`select rowid as id from search_words where search_words match ${ftsOf(asked)}
            order by bm25(search_words, 0.0, 1.0), rowid desc limit ${limit}`,
  );
  return rows.map(({ id }) => Number(id));
}

const matches = (asked: Asked): SQL =>
  sql`scope @@ ${tsqueryOf([{ forms: scopeWords(asked), beginnings: [] }])}::tsquery and words @@ ${tsqueryOf(asked.words)}::tsquery`;

const scopeWords = ({ part, scopes }: Asked): string[] =>
  scopes.flatMap(({ caseId, types }) =>
    types === "all" ? [scopeWord(part, caseId)] : types.map((type) => scopeWord(part, caseId, type)),
  );

// Folded words are letters and digits and the words of scope are ours, so that a quote ends none of them.
const ftsOf = (asked: Asked): string =>
  `scope : (${scopeWords(asked).map(quoted('"')).join(" OR ")}) AND words : (${asked.words
    .map(({ forms, beginnings }) => {
      const all = [...forms.map(quoted('"')), ...beginnings.map((one) => `${quoted('"')(one)}*`)];
      return `(${all.join(" OR ")})`;
    })
    .join(" AND ")})`;

const tsqueryOf = (words: readonly Sought[]): string =>
  words
    .map(({ forms, beginnings }) => {
      const all = [...forms.map(quoted("'")), ...beginnings.map((one) => `${quoted("'")(one)}:*`)];
      return `(${all.join(" | ")})`;
    })
    .join(" & ");

const quoted =
  (mark: string) =>
  (word: string): string =>
    mark + word.replaceAll(mark, "") + mark;
