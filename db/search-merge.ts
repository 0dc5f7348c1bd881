/**
 * Putting together what the index of words has written in pieces. FTS5 writes a piece (a segment) at each commit and merges
 * them only now and then; every word of a search is looked up in each piece. PostgreSQL tidies its own index (autovacuum).
 * Source: SQLite FTS5 Extension §6.8 "The 'merge' Command", §6.12 "The 'usermerge' Configuration Option".
 */
import { sql } from "drizzle-orm";
import { dialect, integer, table, text } from "./columns.ts";
import type { Tx } from "./store.ts";

/** A command to FTS5 is a row put into a column named as the table. */
const searchCommands = table("search_words", { command: text("search_words"), argument: integer("rank") });

// As SQL, since the driver hands every number over as a float, and FTS5 takes whole ones only.
/** Pages of 4 kB that one slice writes: other work waits for the writer no longer than that takes. */
const PAGES = sql`64`;
/** Two pieces of a size are put together; FTS5 would wait for the fourth. */
const PIECES_MIN = sql`2`;

/** Does one slice of the merging. @returns whether there is more to do */
export async function mergeWords(tx: Tx): Promise<boolean> {
  if (dialect === "postgres") return false;
  await tx.insert(searchCommands).values({ command: "usermerge", argument: PIECES_MIN });
  const before = await changes(tx);
  await tx.insert(searchCommands).values({ command: "merge", argument: PAGES });
  // Of the command itself the connection counts one change.
  return (await changes(tx)) - before > 1;
}

/**
 * Begins to write the whole index anew: what was taken out of it stands in its pieces, struck out, until these are put together.
 * To be gone on with by `mergeWords` until there is nothing more to do.
 */
export async function rewriteWords(tx: Tx): Promise<void> {
  if (dialect === "postgres") return;
  // A number below zero takes in every piece there is now, however few of a size there are.
  await tx.insert(searchCommands).values({ command: "merge", argument: sql`-64` });
}

async function changes(tx: Tx): Promise<number> {
  const [row] = await tx.raw<{ total: number }>(sql`select total_changes() as total`);
  return row?.total ?? 0;
}
