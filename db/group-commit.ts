/**
 * The queue of writing on SQLite. One piece of work at a time; those that wait meanwhile join the same transaction, each in a
 * savepoint of its own, so that one write to the disk commits them all. Nobody is answered before the commit, and what
 * fails takes back what it did and no more.
 *
 * The piece that opens the transaction needs no savepoint: alone, it takes back the whole. It must have none either, since
 * SQLite, which keeps what a savepoint would take back in memory (`temp_store`), walks through all of it after each
 * statement: an import of 10,000 rows in a savepoint takes minutes instead of seconds.
 */
import type Database from "better-sqlite3";

/** One piece of work inside an open transaction; it throws to take back what it did. */
type Piece = () => Promise<unknown>;

interface Waiting {
  work: Piece;
  settle: Settle;
  undo: () => void;
  /** It opens a transaction and lets nobody join. */
  alone: boolean;
}
interface Settle {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** How a piece ended; told once the transaction has. */
type Ending = { settle: Settle } & (
  | { ok: true; value: unknown; undo: () => void }
  | { ok: false; error: unknown }
);

/** Longer and those who came first would wait for those who came last. */
const PIECES_MAX = 64;
const JOIN_MS_MAX = 20;

export interface WriteQueue {
  /**
   * Runs `work` in its turn.
   * @param undo done when what `work` did is taken back, whether by itself or because the commit failed
   * @param alone for what writes much: it shares its transaction with nobody
   */
  run<T>(work: () => Promise<T>, undo: () => void, alone?: boolean): Promise<T>;
  /** Resolves when nothing is left to run. */
  idle(): Promise<void>;
}

/** @param begin opens an immediate transaction on the connection, waiting for other processes */
export function writeQueue(connection: Database.Database, begin: () => Promise<void>): WriteQueue {
  const waiting: Waiting[] = [];
  const statement = (text: string) => {
    const compiled = connection.prepare(text);
    return () => void compiled.run();
  };
  const commit = statement("COMMIT");
  const savepoint = statement("SAVEPOINT piece");
  const keep = statement("RELEASE piece");
  const takeBack = statement("ROLLBACK TO piece");
  const rollBack = statement("ROLLBACK");
  let running: Promise<void> | null = null;

  /** @param isFirst it opened the transaction, and ends it when it fails */
  const runPiece = async ({ work, settle, undo }: Waiting, isFirst: boolean): Promise<Ending> => {
    if (!isFirst) savepoint();
    try {
      const value = await work();
      if (!isFirst) keep();
      return { settle, ok: true, value, undo };
    } catch (error) {
      // A full disk may have ended the whole transaction already.
      if (connection.inTransaction && isFirst) rollBack();
      else if (connection.inTransaction) {
        takeBack();
        keep();
      }
      undo();
      return { settle, ok: false, error };
    }
  };

  /** One transaction with all who wait, and those who come while it is young. */
  const runTogether = async (): Promise<void> => {
    const ended: Ending[] = [];
    let failure: { error: unknown } | null = null;
    try {
      await begin();
      // Counted from here: another process may have held the file for longer.
      const until = performance.now() + JOIN_MS_MAX;
      while (ended.length < PIECES_MAX && performance.now() < until) {
        const [next] = waiting;
        if (!next || (next.alone && ended.length > 0)) break;
        waiting.shift();
        const isFirst = ended.length === 0;
        const ending = await runPiece(next, isFirst);
        ended.push(ending);
        if (next.alone || (isFirst && !ending.ok)) break;
        if (!connection.inTransaction) throw ending.ok ? new Error("the transaction is gone") : ending.error;
      }
      if (connection.inTransaction) commit();
    } catch (error) {
      if (connection.inTransaction) rollBack();
      failure = { error };
      const first = ended.length === 0 ? waiting.shift() : undefined;
      first?.settle.reject(error);
    }
    for (const ending of ended) tell(ending, failure);
  };

  const runAll = async (): Promise<void> => {
    while (waiting.length > 0) await runTogether();
    running = null;
  };

  return {
    run<T>(work: () => Promise<T>, undo: () => void, alone = false): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work, undo, alone, settle: { resolve: resolve as Settle["resolve"], reject } });
        running ??= Promise.resolve().then(runAll);
      });
    },
    async idle() {
      await running;
    },
  };
}

function tell(ending: Ending, failure: { error: unknown } | null): void {
  if (!ending.ok) ending.settle.reject(ending.error);
  else if (failure === null) ending.settle.resolve(ending.value);
  else {
    ending.undo();
    ending.settle.reject(failure.error);
  }
}
