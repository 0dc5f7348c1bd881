import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changedState,
  clearedState,
  formatTableUrl,
  isFiltered,
  parseTableUrl,
  type TableState,
  type TableUrlSpec,
} from "./url-state.ts";

const spec: TableUrlSpec = {
  sorts: ["code", "taken"],
  defaultSort: { key: "taken", dir: "desc" },
  enums: { stage: ["draft", "submitted", "accepted"], basis: ["B1", "B2", "unset"] },
  ids: { witness: "w" },
  days: ["taken"],
};
const witness = "w_0123456789012345678901";
const usual = parseTableUrl({}, spec);

describe("an address", () => {
  it("without a query is the list as usual, and the other way round", () => {
    expect(usual).toEqual({
      sort: "taken",
      dir: "desc",
      chosen: { stage: [], basis: [], witness: [] },
      days: { taken: { from: null, to: null } },
      size: 50,
      after: null,
      before: null,
      columns: null,
      view: null,
    });
    expect(formatTableUrl(usual, spec)).toBe("");
  });

  it("is not believed where it names what the list does not have", () => {
    const strange = new URLSearchParams(
      "sort=witness_name&dir=up&stage=sealed&stage=draft&basis=%27%20OR%201&taken_from=2025-02-30&taken_to=soon&after=a%20b&q=Ahmad&view=mine&columns=%27..1&size=5000&witness=t_0123456789012345678901&witness=W-1",
    );
    expect(parseTableUrl(strange, spec)).toEqual({
      ...usual,
      chosen: { stage: ["draft"], basis: [], witness: [] },
    });
  });

  it("never carries free text on", () => {
    const typed: TableState = { ...usual, sort: "code" };
    expect(formatTableUrl(typed, spec)).toBe("?sort=code&dir=desc");
  });

  it("names columns once, by words of the program", () => {
    expect(parseTableUrl({ columns: "title.code.title.a-b.<b>" }, spec).columns).toEqual(["title", "code"]);
    expect(parseTableUrl({ columns: "" }, spec).columns).toBeNull();
  });

  it("leaves the parameters of others alone", () => {
    const others = new URLSearchParams("tab=map&stage=draft&after=abc");
    expect(formatTableUrl(usual, spec, others)).toBe("?tab=map");
  });

  it("says everything that a state says, and nothing twice", () => {
    const subset = (values: readonly string[]) => fc.subarray([...values]);
    const day = fc.option(fc.constantFrom("2025-03-06", "2025-12-31", "2024-02-29"));
    const states = fc.record({
      sort: fc.constantFrom(...spec.sorts),
      dir: fc.constantFrom("asc" as const, "desc" as const),
      chosen: fc.record({
        stage: subset(["draft", "submitted", "accepted"]),
        basis: subset(["B1", "B2", "unset"]),
        witness: fc.constantFrom([], [witness], ["unset"]),
      }),
      days: fc.record({ taken: fc.record({ from: day, to: day }) }),
      size: fc.constantFrom(25 as const, 50 as const, 100 as const),
      after: fc.option(fc.constantFrom("WyJhIl0", "a-_9")),
      before: fc.constant(null),
      columns: fc.option(fc.constantFrom(["code"], ["title", "code", "taken_on"])),
      view: fc.option(fc.constant("sv_0000000000000000000001")),
    });
    fc.assert(
      fc.property(states, (state) => {
        const query = formatTableUrl(state, spec);
        expect(parseTableUrl(new URLSearchParams(query), spec)).toEqual(state);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});

describe("another order or filter", () => {
  it("begins at the first page", () => {
    const third = { ...usual, after: "abc" };
    expect(changedState(third, { sort: "code" })).toMatchObject({ sort: "code", after: null, before: null });
  });

  it("can be cleared without losing the order", () => {
    const filtered = parseTableUrl(
      { stage: "draft", taken_from: "2025-03-06", sort: "code", dir: "asc" },
      spec,
    );
    expect(isFiltered(filtered)).toBe(true);
    expect(clearedState(filtered)).toEqual({ ...usual, sort: "code", dir: "asc" });
    expect(isFiltered(clearedState(filtered))).toBe(false);
  });
});
