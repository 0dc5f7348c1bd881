/** What a piece of work leaves for later: for the end of its transaction, and for its roll-back. */

export interface Leaving<Tx> {
  /**
   * Leaves something for the end of the transaction, in the order in which it was left: on SQLite, when all who share
   * the commit are through. What it writes cannot be read in the transaction; if it fails, none of them is kept.
   */
  beforeCommit(last: Last<Tx>): void;
  /** Done when what is written here is rolled back. */
  onRollback(undo: () => void): void;
}

type Last<Tx> = (tx: Tx) => Promise<void>;

/** What one piece has left. */
export interface Left<Tx> {
  readonly leaving: Leaving<Tx>;
  /** Whether anything is to be done at the end. */
  readonly forTheEnd: () => boolean;
  end(tx: Tx): Promise<void>;
  undo(): void;
}

export function nothingLeft<Tx>(): Left<Tx> {
  const last: Last<Tx>[] = [];
  const undoing: (() => void)[] = [];
  return {
    leaving: {
      beforeCommit: (one) => void last.push(one),
      onRollback: (undo) => void undoing.push(undo),
    },
    forTheEnd: () => last.length > 0,
    async end(tx) {
      for (const one of last) await one(tx);
    },
    undo() {
      for (const undo of undoing) undo();
    },
  };
}
