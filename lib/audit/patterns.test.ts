import { describe, expect, it } from "vitest";
import { countsOf, isMore, mediansOf, moreThanUsual, noCounts, standsOut } from "./patterns.ts";

const group = { act: "witness.read", decision: "allow", isNotFound: false, count: 5, repeats: 0, night: 2 };

describe("what entries count as", () => {
  it("is the reading of a record, a search, a download, a refusal, or none of them", () => {
    expect(countsOf(group)).toEqual({ ...noCounts, opened: 5, night: 2 });
    expect(countsOf({ ...group, act: "search.find" })).toEqual({ ...noCounts, searched: 5, night: 2 });
    expect(countsOf({ ...group, act: "export.download" })).toEqual({ ...noCounts, taken: 5, night: 2 });
    expect(countsOf({ ...group, act: "place.record" })).toEqual({ ...noCounts, night: 2 });
    expect(countsOf({ ...group, decision: "deny" })).toEqual({ ...noCounts, refused: 5, night: 2 });
  });

  it("counts each answer 'not found' once", () => {
    const missing = { ...group, decision: "deny", isNotFound: true, repeats: 4, night: 0 };
    expect(countsOf(missing)).toEqual({ ...noCounts, notFound: 9 });
    expect(countsOf({ ...missing, act: "notFound.count" })).toEqual({ ...noCounts, notFound: 4 });
  });
});

describe("what is more than usual", () => {
  it.each([
    [9, 0, 0, false],
    [10, 0, 0, true],
    [12, 4, 4, false],
    [13, 4, 13, true],
    [13, 13, 4, true],
    [13, 13, null, false],
    [13, 4, null, true],
  ])("of %d, with a median of %d and %s before: %s", (now, median, before, more) => {
    expect(isMore(now, median, before)).toBe(more);
  });

  it("takes the middle of all who acted", () => {
    const opened = (n: number) => ({ ...noCounts, opened: n });
    expect(mediansOf([opened(40), opened(4), opened(5)]).opened).toBe(5);
    expect(mediansOf([opened(4), opened(5)]).opened).toBe(4.5);
    expect(mediansOf([])).toEqual(noCounts);
  });

  it("says by how many times", () => {
    const now = { ...noCounts, opened: 40, night: 12 };
    const medians = { ...noCounts, opened: 4 };
    expect(moreThanUsual(now, medians, null)).toEqual(["opened", "night"]);
    expect(standsOut(now, medians, ["opened", "night"])).toBe(12);
    expect(standsOut(now, medians, [])).toBe(0);
  });
});
