/** An attack: what somebody who owns the database does, and what the check must say of it. */
import type { ChainFault } from "../vocabulary.ts";
import type { Dice } from "./dice.ts";
import type { Entry, Ground } from "./ground.ts";

export interface Attack {
  statements: string[];
  /** The number that the check must name, and why. */
  firstBad?: number;
  lastBad?: number;
  why?: ChainFault;
  /** The row that the check must name. */
  row?: string;
}

/** An entry from a number on, the last few left out. */
export const anEntry = (dice: Dice, { entries }: Ground, lowest = 1, cut = 0): Entry =>
  dice.from(entries.slice(lowest - 1, entries.length - cut));

/** The fault of an entry that holds by itself: found at the entry after it, or at once where a checkpoint stands at it. */
export function atNextEntry(
  { checkpoints }: Ground,
  seq: number,
  why: ChainFault,
): Pick<Attack, "firstBad" | "lastBad" | "why"> {
  if (!checkpoints.some(({ size }) => size === seq)) return { firstBad: seq + 1, why };
  return { firstBad: lastFitting(checkpoints, seq) + 1, lastBad: seq, why: "noted_root" };
}

/** Greatest size on record of which an entry is not yet a part; 0 for none. */
export const lastFitting = (noted: readonly { size: number }[], seq: number): number =>
  Math.max(0, ...noted.map(({ size }) => size).filter((size) => size < seq));
