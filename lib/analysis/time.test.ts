import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapeOf } from "./rules/date-shape.ts";
import { packRows } from "./rules/pack-rows.ts";
import {
  bucketsOf,
  type DayWindow,
  dayOf,
  daysIn,
  inOrder,
  instantsOf,
  movesFrom,
  ticksOf,
} from "./rules/time-window.ts";

const march = { from: "2025-03-01", to: "2025-03-31" };
const inMarch = (edtf: string) => shapeOf(edtf, instantsOf(march));
const near = (at: number) => expect.closeTo(at, 6) as number;
/** Where a day of March begins on an axis that is March. */
const dayAt = (day: number) => near((day - 1) / 31);

const anyDay = fc
  .date({ min: new Date("0001-01-02"), max: new Date("9998-12-30"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyWindow = fc.tuple(anyDay, anyDay).map(([one, other]) => inOrder(one, other));

describe("how an uncertain date is drawn", () => {
  it("draws an exact day as that day, with firm sides", () => {
    expect(inMarch("2025-03-07")).toEqual({
      start: dayAt(7),
      end: dayAt(8),
      solidStart: dayAt(7),
      solidEnd: dayAt(8),
      startSide: "firm",
      endSide: "firm",
    });
  });

  it("draws a month and a period from their first day to their last", () => {
    expect(inMarch("2025-03")).toMatchObject({ start: 0, end: 1, startSide: "firm", endSide: "firm" });
    expect(inMarch("2025-03-06/2025-03-09")).toMatchObject({ start: dayAt(6), end: dayAt(10) });
  });

  it("softens what is approximate, outside of what the source says", () => {
    expect(inMarch("2025-03-07~")).toEqual({
      start: dayAt(6),
      end: dayAt(9),
      solidStart: dayAt(7),
      solidEnd: dayAt(8),
      startSide: "soft",
      endSide: "soft",
    });
    expect(inMarch("2025-03-07~/2025-03-10")).toMatchObject({ startSide: "soft", endSide: "firm" });
  });

  it("fades an open side from the side that is known, and has nothing solid there", () => {
    expect(inMarch("2025-03-07/..")).toMatchObject({
      start: dayAt(7),
      end: 1,
      solidEnd: dayAt(7),
      endSide: "open",
    });
    expect(inMarch("/2025-03-13")).toMatchObject({
      start: 0,
      end: dayAt(14),
      solidStart: dayAt(14),
      startSide: "open",
    });
  });

  it("cuts what goes on beyond the window, and leaves out what lies outside or is unknown", () => {
    expect(inMarch("2025-02-20/2025-03-02")).toMatchObject({ start: 0, end: dayAt(3), startSide: "cut" });
    expect(inMarch("2025-03-30/2025-05")).toMatchObject({ end: 1, endSide: "cut" });
    expect(inMarch("2025-02-28")).toBeNull();
    expect(inMarch("2025-04-01")).toBeNull();
    expect(inMarch("XXXX-XX-XX")).toBeNull();
  });

  it("stays on the axis, its solid part within it, for every day and window", () => {
    const forms = [
      (day: string) => day,
      (day: string) => `${day}~`,
      (day: string) => `${day}/..`,
      (day: string) => `../${day}`,
    ];
    fc.assert(
      fc.property(anyDay, anyWindow, fc.constantFrom(...forms), (day, window, form) => {
        const shape = shapeOf(form(day), instantsOf(window));
        if (shape === null) return;
        expect(shape.start).toBeGreaterThanOrEqual(0);
        expect(shape.end).toBeLessThanOrEqual(1);
        expect(shape.start).toBeLessThanOrEqual(shape.end);
        for (const solid of [shape.solidStart, shape.solidEnd]) {
          expect(solid).toBeGreaterThanOrEqual(shape.start);
          expect(solid).toBeLessThanOrEqual(shape.end);
        }
      }),
      { numRuns: 300, seed: 42 },
    );
  });
});

describe("the axis", () => {
  it("counts in parts that follow on each other and together are the window", () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const buckets = bucketsOf(window);
        expect(buckets.length).toBeLessThanOrEqual(37);
        expect(buckets.reduce((days, bucket) => days + daysIn(bucket), 0)).toBe(daysIn(window));
        expect([buckets[0]?.from, buckets.at(-1)?.to]).toEqual([window.from, window.to]);
        expect([buckets[0]?.start, buckets.at(-1)?.end]).toEqual([0, 1]);
      }),
      { seed: 42 },
    );
  });

  it("has few marks, in order, within the window", () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const at = ticksOf(window).map((tick) => tick.at);
        expect(at.length).toBeLessThanOrEqual(12);
        expect(at).toEqual(at.toSorted((a, b) => a - b));
        expect(at.every((one) => one >= 0 && one <= 1)).toBe(true);
      }),
      { seed: 42 },
    );
    expect(ticksOf({ from: "2025-01-01", to: "2025-06-30" }).map(({ day }) => day)).toEqual(
      ["01", "02", "03", "04", "05", "06"].map((month) => `2025-${month}-01`),
    );
  });

  it("knows the day of an instant by the clocks of the event's zone", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOf(instantsOf({ from: day, to: day }).start)).toBe(day);
      }),
      { seed: 42 },
    );
    expect(dayOf(Date.parse("2025-03-06T22:30:00Z"))).toBe("2025-03-07");
  });

  it("moves within the calendar, and zooms down to a day", () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        for (const to of Object.values<DayWindow>({ ...movesFrom(window) })) {
          expect(to.from <= to.to && to.from >= "0001-01-01" && to.to <= "9999-12-31").toBe(true);
        }
      }),
      { seed: 42 },
    );
    expect(movesFrom(march)).toMatchObject({
      month: march,
      year: { from: "2025-01-01", to: "2025-12-31" },
      day: { from: "2025-03-16", to: "2025-03-16" },
      closer: { from: "2025-03-08", to: "2025-03-22" },
    });
    expect(movesFrom({ from: "2025-03-07", to: "2025-03-07" }).closer).toEqual({
      from: "2025-03-07",
      to: "2025-03-07",
    });
  });
});

describe("rows", () => {
  it("never let two marks touch, and are the same each time", () => {
    const span = fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 60 }), (spans) => {
        const rows = packRows(spans, 0.1);
        expect(packRows(spans, 0.1)).toEqual(rows);
        for (const [a, first] of spans.entries()) {
          for (const [b, second] of spans.entries()) {
            if (a < b && rows[a] === rows[b]) {
              expect(first.end <= second.start || second.end <= first.start).toBe(true);
            }
          }
        }
      }),
      { numRuns: 50, seed: 42 },
    );
    expect(
      packRows(
        [
          { start: 0, end: 0.01 },
          { start: 0.05, end: 0.06 },
          { start: 0.2, end: 0.3 },
        ],
        0.1,
      ),
    ).toEqual([0, 1, 0]);
  });
});
