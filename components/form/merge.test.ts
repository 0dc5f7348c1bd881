import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldSpec, FormValues } from "./field-spec.ts";
import { conflictsOf, merged, openConflicts, picksOf, proposedPicks, unseenFields } from "./merge.ts";
import { isSameValue } from "./same-value.ts";

const fields: FieldSpec[] = ["title", "voice", "note", "place"].map((name) => ({ kind: "text", name }));
const base: FormValues = { title: "A", voice: "resident", note: "", place: "x" };

describe("a conflict", () => {
  it("names only the fields that differ, and who moved", () => {
    const mine = { ...base, title: "B", note: "mine" };
    const theirs = { ...base, title: "C", voice: "medical" };
    expect(conflictsOf(fields, base, mine, theirs).map(({ name, changedBy }) => [name, changedBy])).toEqual([
      ["title", "both"],
      ["voice", "theirs"],
      ["note", "mine"],
    ]);
  });

  it("is none where both made the same change, or where nothing means nothing", () => {
    expect(conflictsOf(fields, base, { ...base, title: "B " }, { ...base, title: "B" })).toEqual([]);
    expect(conflictsOf(fields, base, { ...base, note: "" }, { ...base, note: null })).toEqual([]);
  });

  it("names what would be overwritten unseen: a field of the record that the server did not send", () => {
    expect(unseenFields(fields, { voice: "resident", note: null, place: "x" })).toEqual(["title"]);
    expect(unseenFields([...fields, { kind: "textarea", name: "reason", ofTheAct: true }], base)).toEqual([]);
  });

  it("proposes the side that moved and asks where both did", () => {
    const conflicts = conflictsOf(
      fields,
      base,
      { ...base, title: "B", note: "n" },
      { ...base, title: "C", voice: "m" },
    );
    const picks = proposedPicks(conflicts);
    expect(picks).toEqual({ voice: "theirs", note: "mine" });
    expect(openConflicts(conflicts, picks).map(({ name }) => name)).toEqual(["title"]);
    expect(merged({ ...base, title: "B", note: "n" }, {}, conflicts, { ...picks, title: "theirs" })).toEqual({
      title: "C",
      voice: "m",
      note: "n",
      place: "x",
    });
  });
});

describe("a merge", () => {
  const value = fc.constantFrom("", "a", "b", "c");
  const values = fc.record({ title: value, voice: value, note: value, place: value });
  it("loses neither side: every field ends as one of the two, and as mine when mine is kept", () => {
    fc.assert(
      fc.property(values, values, values, (start, mine, theirs) => {
        const conflicts = conflictsOf(fields, start, mine, theirs);
        expect(merged(mine, theirs, conflicts, picksOf(conflicts, "mine"))).toEqual(mine);
        const all = merged(mine, theirs, conflicts, picksOf(conflicts, "theirs"));
        for (const { name } of fields) expect(isSameValue(all[name], Reflect.get(theirs, name))).toBe(true);
        const proposed = merged(mine, theirs, conflicts, proposedPicks(conflicts));
        for (const { name } of fields) {
          expect([Reflect.get(mine, name), Reflect.get(theirs, name)]).toContain(proposed[name]);
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

describe("sameness", () => {
  it("compares references by id, lists in order and objects without order", () => {
    expect(isSameValue({ id: "w_1", code: "W-1", label: "a" }, { id: "w_1", code: "", label: "" })).toBe(
      true,
    );
    expect(isSameValue({ edtf: "2025", wording: "" }, { wording: null, edtf: "2025" })).toBe(true);
    expect(isSameValue(["a", "b"], ["b", "a"])).toBe(false);
    expect(isSameValue(0, null)).toBe(false);
    expect(isSameValue([{ number: 1, original: "x" }], [{ number: 2, original: "x" }])).toBe(false);
  });
});
