/** The care of the index of words: records that were there before it, or before its folding changed, and its pieces. */
import { and, asc, eq, getTableColumns, getTableName, gt, inArray, isNotNull, or } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { searchProgress, testimonies } from "#db/schema/index.ts";
import { type Searchable, searchables } from "#db/searchable.ts";
import { type Entry, putEntries } from "#db/search-index.ts";
import { mergeWords } from "#db/search-merge.ts";
import type { Tx } from "#db/store.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { FOLDING_VERSION } from "#lib/core/folding.ts";
import { entriesOf } from "#lib/core/search-sync.ts";
import type { System } from "#lib/core/system.ts";

const SLICE_ROWS = 500;

/**
 * Brings the index up to date, a slice a transaction: cut off, it goes on where it stopped. Oldest first, since what was
 * put in last is shown first.
 * @param print receives a line for each table with rows to put in
 */
export async function fillSearchIndex(sys: System, print: (line: string) => void): Promise<void> {
  const known = await sys.store.read
    .select({ origin: searchProgress.origin, folding: searchProgress.folding, done: searchProgress.done })
    .from(searchProgress);
  const isDone = (one: Searchable) =>
    known.some((row) => row.origin === originOf(one) && row.done && row.folding === FOLDING_VERSION);
  for (const one of searchables.filter((some) => !isDone(some))) {
    let rows = 0;
    for (;;) {
      const { put, done } = await keepBooks(sys, (tx) => fillSlice(tx, one));
      if (rows === 0 && put > 0)
        print(`Search: putting ${originOf(one).replaceAll("_", " ")} into the index …`);
      rows += put;
      if (done) break;
    }
  }
}

/** Keeps looking words up quick, however often somebody wrote: in slices, between which others may write. */
export async function tidySearchIndex(sys: System): Promise<void> {
  while (await keepBooks(sys, mergeWords));
}

const originOf = (one: Searchable): string => getTableName(one.table);

async function fillSlice(tx: Tx, one: Searchable): Promise<{ put: number; done: boolean }> {
  const origin = originOf(one);
  const from = await startOf(tx, origin);
  const rows = await rowsAfter(tx, one, from);
  const taken = new Set(await retractedOf(tx, one, rows));
  // Two versions of one text may lie in one slice: the later one stands.
  const entries = new Map<string, Entry>();
  for (const row of rows.filter((some) => !taken.has(some.id)))
    for (const entry of entriesOf(one, row)) entries.set(`${entry.part} ${entry.recordId}`, entry);
  // Later than what others who share the commit put in before it.
  tx.beforeCommit((last) => putEntries(last, [...entries.values()], false));
  const last = rows.at(-1);
  const done = rows.length < SLICE_ROWS;
  const place = last ? { afterAt: last.createdAt, afterId: last.id } : from;
  await tx
    .update(searchProgress)
    .set({ ...place, done })
    .where(eq(searchProgress.origin, origin));
  return { put: rows.length, done };
}

interface Place {
  afterAt: number;
  afterId: string;
}

const BEGINNING: Place = { afterAt: -1, afterId: "" };

/** Where to go on; at the beginning when the folding is another. */
async function startOf(tx: Tx, origin: string): Promise<Place> {
  const [row] = await tx
    .select(getTableColumns(searchProgress))
    .from(searchProgress)
    .where(eq(searchProgress.origin, origin));
  if (row?.folding === FOLDING_VERSION) return { afterAt: row.afterAt, afterId: row.afterId };
  const fresh = { folding: FOLDING_VERSION, ...BEGINNING, done: false };
  if (row) await tx.update(searchProgress).set(fresh).where(eq(searchProgress.origin, origin));
  else await tx.insert(searchProgress).values({ origin, ...fresh });
  return BEGINNING;
}

type Row = Record<string, unknown> & { id: string; createdAt: number };

/** Guarantee: every searchable table has an id and the instant of its making. */
async function rowsAfter(tx: Tx, one: Searchable, { afterAt, afterId }: Place): Promise<Row[]> {
  const { id, createdAt } = one.table;
  const all: Record<string, AnyPgColumn> = getTableColumns(one.table);
  const wanted = ["id", "createdAt", "retractedAt", one.caseId, one.recordId, ...one.name, ...one.text];
  const rows = await tx
    .select(Object.fromEntries(Object.entries(all).filter(([property]) => wanted.includes(property))))
    .from(one.table as PgTable)
    .where(or(gt(createdAt, afterAt), and(eq(createdAt, afterAt), gt(id, afterId))))
    .orderBy(asc(createdAt), asc(id))
    .limit(SLICE_ROWS);
  return rows as Row[];
}

/** Versions of testimonies that were taken back: the version itself does not say so. */
async function retractedOf(tx: Tx, one: Searchable, rows: readonly Row[]): Promise<string[]> {
  if (one.recordId !== "testimonyId" || rows.length === 0) return [];
  const ids = rows.map((row) => String(row["testimonyId"]));
  const gone = await tx
    .select({ id: testimonies.id })
    .from(testimonies)
    .where(and(inArray(testimonies.id, ids), isNotNull(testimonies.retractedAt)));
  const retracted = new Set(gone.map(({ id }) => id));
  return rows.filter((row) => retracted.has(String(row["testimonyId"]))).map(({ id }) => id);
}
