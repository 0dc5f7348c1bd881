import { bigint, boolean, integer, oneOf, table, text, uniqueIndex } from "../columns.ts";

/** The nouns that can be found. */
export const searchableTypes = [
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
] as const;

/** A record is indexed in up to two parts: what it is called, and what it says. */
export const searchParts = ["name", "text"] as const;

/**
 * Bookkeeping: what the index of words holds, one row a part of a record; the words themselves are in the index
 * (`db/search-index.ts`). The number grows with time: the newest is the highest.
 */
export const searchEntries = table(
  "search_entries",
  {
    id: bigint("id").primaryKey(),
    caseId: text("case_id").notNull(),
    recordType: oneOf("record_type", searchableTypes).notNull(),
    recordId: text("record_id").notNull(),
    part: oneOf("part", searchParts).notNull(),
  },
  (t) => [uniqueIndex("search_entries_record_key").on(t.recordId, t.part)],
);

/** Bookkeeping: how far the records of a table have been put into the index, under which version of the folding. */
export const searchProgress = table("search_progress", {
  origin: text("origin").primaryKey(),
  folding: integer("folding").notNull(),
  /** Instant and id of the last row that was put in. */
  afterAt: bigint("after_at").notNull(),
  afterId: text("after_id").notNull(),
  done: boolean("done").notNull(),
});
