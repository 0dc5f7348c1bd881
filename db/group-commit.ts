/**
 * The queue of writing on SQLite. One piece of work at a time; those that wait meanwhile join the same transaction, each in a
 * savepoint of its own, so that one write to the disk commits them all. Nobody is answered before the commit, and what
 * fails takes back what it did and no more.
 *
 * What a piece leaves for the end is done once, when all who share the commit are through.
 *
 * The piece that opens the transaction needs no savepoint: alone, it takes back the whole. It must have none either, since
 * SQLite, which keeps what a savepoint would take back in memory (`temp_store`), walks through all of it after each
 * statement: an import of 10,000 rows in a savepoint takes minutes instead of seconds.
 */
import type Database from "better-sqlite3";

/** One piece of work inside an open transaction. */
export interface Piece<T> {
  /** Throws to take back what it did. */
  work(): Promise<T>;
  /** What it leaves for the end of the transaction; when this throws, all who share the commit hear of it. */
  finish(): Promise<void>;
  /** Done when what it did is taken back, whether by itself or because the commit failed. */
  undo(): void;
  /** It writes much: it opens a transaction and lets nobody join. */
  alone: boolean;
}

interface Waiting extends Piece<unknown> {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** How a piece ended; told once the transaction has. */
type Ending = { piece: Waiting } & (
  | { ok: true; value: unknown }
  | { ok: false; error: unknown; /** The whole transaction goes with it. */ isLost: boolean }
);

/** Longer and those who came first would wait for those who came last. */
const PIECES_MAX = 64;
const JOIN_MS_MAX = 20;

export interface WriteQueue {
  /** Runs a piece in its turn; answers when it is on disk. */
  run<T>(piece: Piece<T>): Promise<T>;
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

  /**
   * Never throws: whoever asked for the piece must hear how it ended.
   * @param isFirst it opened the transaction, which ends when it fails
   */
  const runPiece = async (piece: Waiting, isFirst: boolean): Promise<Ending> => {
    try {
      if (!isFirst) savepoint();
      const value = await piece.work();
      if (!isFirst) keep();
      return { piece, ok: true, value };
    } catch (error) {
      return { piece, ok: false, error, isLost: isFirst || !hasGone() };
    }
  };

  /** Takes back the last piece alone. @returns false when only the whole can be taken back, as after a full disk */
  const hasGone = (): boolean => {
    try {
      takeBack();
      keep();
      return true;
    } catch {
      return false;
    }
  };

  const takeBackAll = (): void => {
    try {
      if (connection.inTransaction) rollBack();
    } catch {
      // The next BEGIN fails then, and says so to whoever waits for it.
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
        const ending = await runPiece(next, ended.length === 0);
        ended.push(ending);
        if (!ending.ok && ending.isLost) throw ending.error;
        if (!connection.inTransaction) throw new Error("the transaction is gone");
        if (next.alone) break;
      }
      for (const { ok, piece } of ended) if (ok) await piece.finish();
      commit();
    } catch (error) {
      takeBackAll();
      failure = { error };
      if (ended.length === 0) waiting.shift()?.reject(error);
    }
    for (const ending of ended) tell(ending, failure);
  };

  const runAll = async (): Promise<void> => {
    while (waiting.length > 0) await runTogether();
    running = null;
  };

  return {
    run<T>(piece: Piece<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({ ...piece, resolve: resolve as Waiting["resolve"], reject });
        running ??= Promise.resolve().then(runAll);
      });
    },
    async idle() {
      await running;
    },
  };
}

function tell({ piece, ...ending }: Ending, failure: { error: unknown } | null): void {
  if (ending.ok && failure === null) return piece.resolve(ending.value);
  const error = ending.ok ? failure?.error : ending.error;
  try {
    piece.undo();
    piece.reject(error);
  } catch (worse) {
    piece.reject(new AggregateError([error, worse], "what was taken back could not be undone"));
  }
}
