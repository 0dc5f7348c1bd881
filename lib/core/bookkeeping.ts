/**
 * The second and last way to write: a closed list of tables that hold no evidence (sessions, factors, ties to a provider, invitations,
 * throttles, drafts, keys of details, jobs, receipts, tallies, profiles, notices, the index of words) or that the log's own proofs are
 * made of (its tree, checkpoints, keys and anchors), without an event each.
 */
import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import {
  accountProfiles,
  anchorFaults,
  auditAnchors,
  auditCheckpoints,
  auditSubtrees,
  dataKeys,
  drafts,
  externalIdentities,
  factors,
  guideClosings,
  invitations,
  jobs,
  logKeys,
  logSecrets,
  mails,
  noticeSettings,
  notices,
  notFoundTallies,
  preferences,
  readMarks,
  receipts,
  recoverySeries,
  searchEntries,
  searchProgress,
  sessions,
  signInThrottles,
  witnessedLogs,
} from "#db/schema/index.ts";
import { searchWords } from "#db/search-index.ts";
import type { Tx } from "#db/store.ts";
import type { System } from "./system.ts";

const books: ReadonlySet<string> = new Set(
  [
    accountProfiles,
    anchorFaults,
    auditAnchors,
    auditCheckpoints,
    auditSubtrees,
    dataKeys,
    drafts,
    externalIdentities,
    factors,
    guideClosings,
    invitations,
    jobs,
    logKeys,
    logSecrets,
    mails,
    notFoundTallies,
    noticeSettings,
    notices,
    preferences,
    readMarks,
    receipts,
    recoverySeries,
    searchEntries,
    searchProgress,
    searchWords,
    sessions,
    signInThrottles,
    witnessedLogs,
  ].map((table) => getTableName(table)),
);

/** Runs `work` in a transaction that can write the books only. @throws Error for any other table */
export function keepBooks<T>(sys: System, work: (tx: Tx) => Promise<T>): Promise<T> {
  return sys.store.transact((tx) => work(booksOnly(tx)));
}

/**
 * Narrows an open transaction to the books, for a command that queues a job.
 * @param onWrite told of each table that is about to be written to
 */
export function booksOnly(tx: Tx, onWrite: (table: PgTable) => void = () => undefined): Tx {
  const fenced = <A extends PgTable, R>(write: (table: A) => R) => {
    return (table: A): R => {
      const name = getTableName(table);
      if (!books.has(name)) throw new Error(`${name} is no bookkeeping table: write it through a command.`);
      onWrite(table);
      return write(table);
    };
  };
  return {
    ...tx,
    insert: fenced(tx.insert) as Tx["insert"],
    update: fenced(tx.update) as Tx["update"],
    delete: fenced(tx.delete) as Tx["delete"],
    insertRow: (table, row, passOver) =>
      fenced((fitting: PgTable) => tx.insertRow(fitting, row, passOver))(table),
    insertRows: (table, rows) => fenced((fitting: PgTable) => tx.insertRows(fitting, rows))(table),
    beforeCommit: (last) => tx.beforeCommit((open) => last(booksOnly(open, onWrite))),
    keptWrite: () => {
      throw new Error("kept statements write evidence");
    },
  };
}
