/** What one vector says: the input, and the answer of every verifier. */
import { keyOf } from "./format.ts";
import { LOG } from "./entries.ts";

/** The answer: the exit, and for 1 the first bad entry or, with `lastBad`, the first bad range. */
export interface Answer {
  exit: 0 | 1 | 2;
  firstBad?: number;
  lastBad?: number;
  why?: string;
  /** Root in hexadecimal that is found. */
  root?: string;
}

/** What is given beside the input: texts of files for checkpoints and changes, lines for keys. */
export interface Given {
  noted?: string[];
  checkpoints?: string[];
  keys?: string[];
  keyChanges?: string[];
  witnesses?: string[];
}

export const bad = (firstBad: number, why: string, lastBad?: number): Answer =>
  lastBad === undefined || lastBad === firstBad
    ? { exit: 1, firstBad, why }
    : { exit: 1, firstBad, lastBad, why };
export const holds: Answer = { exit: 0 };
export const unverifiable: Answer = { exit: 2 };

export const ORIGIN = `attest/${LOG}`;
/** Keys of the log, one after the other; of a thief who gives theirs the same name; of another log; of witnesses. */
export const key1 = keyOf(ORIGIN, 1);
export const key2 = keyOf(ORIGIN, 2);
export const key3 = keyOf(ORIGIN, 3);
export const thief = keyOf(ORIGIN, 9);
export const afterLoss = keyOf(`${ORIGIN}/2`, 4);
export const otherLog = keyOf(`attest/${LOG.replaceAll("7", "8")}`, 5);
export const witness1 = keyOf("witness.example/one", 6, 4);
export const witness2 = keyOf("witness.example/two", 7, 4);
export const keys = { key1, key2, key3, thief, afterLoss, otherLog, witness1, witness2 };
