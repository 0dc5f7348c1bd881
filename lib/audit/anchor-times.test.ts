import { describe, expect, it } from "vitest";
import { type AnchorTime, LAG_MS_MAX, timesAgainst, TOLERANCE_MS } from "./anchor-times.ts";
import { dice } from "./testing/dice.ts";

const T = Date.UTC(2031, 0, 1);
const MINUTE = 60_000;
const log = (...atMs: number[]) => atMs.map((at, index) => ({ seq: index + 1, atMs: at }));
const anchor = (size: number, atMs: number, lagMs = 0): AnchorTime => ({ size, atMs, lagMs });

describe("the times of a log held against anchors", () => {
  it("may lie five seconds after an anchor of the entry, and no longer", () => {
    const at = (late: number) => timesAgainst(log(T, T + late), [anchor(2, T)]);
    expect(at(TOLERANCE_MS)).toBeNull();
    expect(at(TOLERANCE_MS + 1)).toEqual({ seq: 2, why: "ahead" });
  });

  it("may lie five seconds before an anchor that did not see the entry, and no longer", () => {
    const at = (early: number) => timesAgainst(log(T - MINUTE, T - early), [anchor(1, T)]);
    expect(at(TOLERANCE_MS)).toBeNull();
    expect(at(TOLERANCE_MS + 1)).toEqual({ seq: 2, why: "behind" });
  });

  it("allow what was entered between signing and anchoring, up to ten minutes of it", () => {
    const at = (early: number, lagMs: number) =>
      timesAgainst(log(T - 90 * MINUTE, T - early), [anchor(1, T, lagMs)]);
    expect(at(MINUTE + TOLERANCE_MS, MINUTE)).toBeNull();
    expect(at(MINUTE + TOLERANCE_MS + 1, MINUTE)).toEqual({ seq: 2, why: "behind" });
    expect(at(LAG_MS_MAX + TOLERANCE_MS, 80 * MINUTE)).toBeNull();
    expect(at(LAG_MS_MAX + TOLERANCE_MS + 1, 80 * MINUTE)).toEqual({ seq: 2, why: "behind" });
    // A clock of theirs that goes after ours makes a lag below nought: it counts as none.
    expect(at(TOLERANCE_MS, -MINUTE)).toBeNull();
  });

  it("are not looked at without anchors, nor those of a log without entries", () => {
    expect(timesAgainst(log(T, 0, T * 2), [])).toBeNull();
    expect(timesAgainst([], [anchor(5, T)])).toBeNull();
  });

  it("give the same answer as each anchor asked by itself, and the first entry of all", () => {
    for (let seed = 1; seed <= 500; seed++) {
      const { between } = dice(seed);
      const many = (n: number) => Array.from({ length: n });
      const events = log(...many(between(1, 30)).map(() => T + between(0, 60) * MINUTE));
      const anchors = many(between(0, 5)).map(() =>
        anchor(between(0, 32), T + between(0, 60) * MINUTE, between(-5, 20) * MINUTE),
      );
      const bad = (seq: number, atMs: number) =>
        anchors.some(({ size, atMs: seen, lagMs }) =>
          seq <= size ? atMs > seen + 5_000 : atMs < seen - Math.min(Math.max(lagMs, 0), 10 * MINUTE) - 5_000,
        );
      const first = events.find(({ seq, atMs }) => bad(seq, atMs));
      expect(timesAgainst(events, anchors)?.seq, `seed ${seed}`).toBe(first?.seq);
    }
  });
});
