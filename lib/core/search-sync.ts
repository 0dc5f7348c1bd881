/** Keeps the index of words in step with the records: what a transaction wrote goes in with its commit, or not at all. */
import { type Searchable, searchableOf, type SearchPart, textsOf } from "#db/searchable.ts";
import { type Entry, putEntries, takeEntries } from "#db/search-index.ts";
import type { Tx } from "#db/store.ts";
import type { PgTable } from "drizzle-orm/pg-core";
import { indexedWords } from "./folding.ts";

/** Collects rows as they are written; the last state of each counts. */
export interface SearchSync {
  /** @param changed the properties that were written; all of them when it is a new row */
  note(table: PgTable, row: object, changed: readonly string[] | "all"): void;
  /**
   * Has what was collected written at the end of the transaction, and with it what others wrote who share its commit: the
   * index is written out once, not at every savepoint.
   */
  leave(tx: Tx): void;
}

export function openSearchSync(): SearchSync {
  const fresh = new Map<string, Entry>();
  const again = new Map<string, Entry>();
  const gone = new Set<string>();
  const write = async (tx: Tx): Promise<void> => {
    const stays = (entry: Entry) => !gone.has(entry.recordId);
    if (gone.size > 0) await takeEntries(tx, [...gone]);
    if (again.size > 0) await putEntries(tx, [...again.values()].filter(stays), false);
    if (fresh.size > 0) await putEntries(tx, [...fresh.values()].filter(stays), true);
  };
  return {
    note(table, row, changed) {
      const one = searchableOf(table);
      if (one === null) return;
      if (isRetracted(row)) {
        gone.add(idOf(one, row));
        return;
      }
      for (const part of one.parts) {
        const key = `${part} ${idOf(one, row)}`;
        if (changed !== "all" && !one[part].some((property) => changed.includes(property))) continue;
        // A version after the first puts its text in place of the one before.
        const isFirst = changed === "all" && (Reflect.get(row, "number") ?? 1) === 1;
        (isFirst || fresh.has(key) ? fresh : again).set(key, entryOf(one, row, part));
      }
    },
    leave(tx) {
      if (gone.size + again.size + fresh.size > 0) tx.beforeCommit(write);
    },
  };
}

const isRetracted = (row: object): boolean => typeof Reflect.get(row, "retractedAt") === "number";
const idOf = (one: Searchable, row: object): string => String(Reflect.get(row, one.recordId));

function entryOf(one: Searchable, row: object, part: SearchPart): Entry {
  return {
    caseId: String(Reflect.get(row, one.caseId)),
    recordType: one.type,
    recordId: idOf(one, row),
    part,
    words: textsOf(row, one[part]).flatMap(indexedWords),
  };
}

/** What a row puts into the index; nothing for one that was taken back. */
export const entriesOf = (one: Searchable, row: object): Entry[] =>
  isRetracted(row) ? [] : one.parts.map((part) => entryOf(one, row, part));
