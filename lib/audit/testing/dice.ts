import { there } from "./there.ts";

/** A small generator of numbers (mulberry32): the same seed, the same attack. */
export function dice(seed: number) {
  let state = seed * 2_654_435_761;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    from: <T>(list: readonly T[]): T => there(list[Math.floor(next() * list.length)]),
    /** A whole number, both ends included. */
    between: (low: number, high: number): number => low + Math.floor(next() * (high - low + 1)),
  };
}
export type Dice = ReturnType<typeof dice>;
