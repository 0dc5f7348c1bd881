import { LIKELY, nameLikeness, type NameMode } from "#lib/victims/rules/name-likeness.ts";
import type { Names } from "./sealing.ts";

export interface Marked {
  readonly id: string;
  readonly marks: readonly string[];
}

/** A mark that so many rows have says nothing of them: the pairs of those are found by another. */
const COMMON = 200;

/** The pairs of rows that have a mark in common, each once: only their names are compared. */
export function pairsToCompare<R extends Marked>(rows: readonly R[]): [R, R][] {
  const under = new Map<string, R[]>();
  for (const row of rows)
    for (const mark of row.marks) {
      const those = under.get(mark);
      if (those === undefined) under.set(mark, [row]);
      else those.push(row);
    }
  const seen = new Set<string>();
  const pairs: [R, R][] = [];
  for (const those of under.values()) {
    if (those.length > COMMON) continue;
    for (const [at, one] of those.entries())
      for (const other of those.slice(at + 1)) {
        const [first, second] = one.id < other.id ? [one, other] : [other, one];
        const key = `${first.id} ${second.id}`;
        if (seen.has(key)) continue;
        seen.add(key);
        pairs.push([first, second]);
      }
  }
  return pairs;
}

/** How alike the names of two rows are, in whichever of their spellings they are most, in hundredths. */
export function likenessOf(one: Names, other: Names, mode: NameMode): number {
  const spellings = ({ ar, latin }: Names) => [ar, latin].filter((name) => name !== null);
  const all = spellings(one).flatMap((a) => spellings(other).map((b) => nameLikeness(a, b, mode)));
  return Math.round(Math.max(0, ...all) * 100);
}

/** From where a pair is put before a person, in hundredths. */
export const LIKELY_HUNDREDTHS = Math.round(LIKELY * 100);
