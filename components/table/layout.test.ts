import { describe, expect, it } from "vitest";
import { arrangedBy, arrangedFor, moved, shownIn } from "./layout.ts";
import type { ColumnView } from "./table-view.ts";

const column = (key: string, hiding?: ColumnView["hiding"]): ColumnView => ({
  key,
  header: key,
  ...(hiding ? { hiding } : {}),
});
const columns = [
  column("title"),
  column("code"),
  column("stage"),
  column("kind", "at-first"),
  column("act", "never"),
];

describe("the columns of a list", () => {
  it("are the usual ones where nobody said anything", () => {
    const usual = arrangedFor(columns, null);
    expect(usual).toEqual({ order: ["title", "code", "stage", "kind", "act"], hidden: ["kind"] });
    expect(shownIn(usual)).toEqual(["title", "code", "stage", "act"]);
  });

  it("are as a person keeps them; what is gone is ignored, what is new stands where it usually does", () => {
    const layout = {
      order: ["title", "kind", "gone", "code", "act"],
      hidden: ["code", "gone", "title", "act"],
      widths: {},
    };
    expect(arrangedFor(columns, layout)).toEqual({
      order: ["title", "kind", "code", "stage", "act"],
      hidden: ["code"],
    });
    expect(arrangedFor(columns, { order: ["title", "code", "act"], hidden: [], widths: {} }).hidden).toEqual([
      "kind",
    ]);
  });

  it("are those that an address names, after the first, with those that cannot be hidden", () => {
    expect(shownIn(arrangedBy(columns, ["kind", "gone", "code", "title"]))).toEqual([
      "title",
      "kind",
      "act",
      "code",
    ]);
  });

  it("move by one place, never before the first nor past the end", () => {
    const order = ["title", "code", "stage"];
    expect(moved(order, "code", 1)).toEqual(["title", "stage", "code"]);
    expect(moved(order, "stage", -1)).toEqual(["title", "stage", "code"]);
    for (const [key, step] of [
      ["code", -1],
      ["stage", 1],
      ["title", 1],
      ["gone", 1],
    ] as const)
      expect(moved(order, key, step)).toBe(order);
  });
});
