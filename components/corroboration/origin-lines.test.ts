import { expect, test } from "vitest";
import { drawnLines } from "./origin-lines.ts";

const origin = (id: string) => ({
  id,
  members: [id],
  inconsistent: false,
  support: 1 as const,
  against: 0 as const,
  carries: false,
  records: [],
  left: 0,
  ties: [],
});
const tie = (each: string[], others: string[] = []) => ({
  kind: "same_interviewer" as const,
  tenths: 1 as const,
  each,
  others,
  recorded: { count: 0, noted: [], left: 0 },
});

test("a line runs from the first to the last that it ties, passes the others by, and what is too many is counted", () => {
  const origins = ["a", "b", "c", "d"].map(origin);
  const { lines, more } = drawnLines({
    origins,
    dependent: [{ each: ["c", "d"], others: [] }],
    ties: [tie(["d"], ["b"]), ...Array.from({ length: 9 }, () => tie(["a", "b"]))],
  });
  const marks = (at: number) => lines[at]?.marks.map(({ on, isFirst, isLast }) => [on, isFirst, isLast]);
  expect(lines[0]?.tie).toBeNull();
  expect(marks(1)).toEqual([
    ["none", false, false],
    ["others", true, false],
    ["passing", false, false],
    ["each", false, true],
  ]);
  expect([lines.length, more]).toEqual([8, 3]);
});
