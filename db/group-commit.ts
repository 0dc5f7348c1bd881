/**
 * The queue of writing on SQLite. One piece of work at a time, each inside a savepoint of its own; those that wait
 * meanwhile join the same transaction, so that one write to the disk commits them all. Nobody is answered before the
 * commit, and what fails takes back its own savepoint only.
 */
import type Database from "better-sqlite3";

/** One piece of work inside an open transaction; it throws to take back what it did. */
type Piece = () => Promise<unknown>;

interface Waiting {
  work: Piece;
  settle: Settle;
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
   */
  run<T>(work: () => Promise<T>, undo: () => void): Promise<T>;
  /** Resolves when nothing is left to run. */
  idle(): Promise<void>;
}

/** @param begin opens an immediate transaction on the connection, waiting for other processes */
export function writeQueue(connection: Database.Database, begin: () => Promise<void>): WriteQueue {
  const waiting: (Waiting & { undo: () => void })[] = [];
  const statement = (text: string) => {
    const compiled = connection.prepare(text);
    return () => void compiled.run();
  };
  const commit = statement("COMMIT");
  const savepoint = statement("SAVEPOINT piece");
  const keep = statement("RELEASE piece");
  const takeBack = statement("ROLLBACK TO piece");
  let running: Promise<void> | null = null;

  const runPiece = async ({ work, settle, undo }: Waiting & { undo: () => void }): Promise<Ending> => {
    savepoint();
    try {
      const value = await work();
      keep();
      return { settle, ok: true, value, undo };
    } catch (error) {
      // A full disk may have ended the whole transaction already.
      if (connection.inTransaction) {
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
    const until = performance.now() + JOIN_MS_MAX;
    let failure: { error: unknown } | null = null;
    try {
      await begin();
      while (ended.length < PIECES_MAX && performance.now() < until) {
        const next = waiting.shift();
        if (!next) break;
        const ending = await runPiece(next);
        ended.push(ending);
        if (!connection.inTransaction) throw ending.ok ? new Error("the transaction is gone") : ending.error;
      }
      commit();
    } catch (error) {
      if (connection.inTransaction) connection.exec("ROLLBACK");
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
    run<T>(work: () => Promise<T>, undo: () => void): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work, undo, settle: { resolve: resolve as Settle["resolve"], reject } });
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
