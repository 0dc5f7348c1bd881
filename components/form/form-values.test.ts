import { describe, expect, it } from "vitest";
import { checkValues, completenessOf } from "./check-values.ts";
import type { FieldSpec } from "./field-spec.ts";
import { fieldPathOf, toInput, valueSetAt, valuesFrom } from "./form-values.ts";

const fields: FieldSpec[] = [
  { kind: "text", name: "title", required: true, lengthMax: 10 },
  { kind: "select", name: "kind", options: ["interview", "published_account"], required: true },
  { kind: "select", name: "grade", options: ["2", "3"], numeric: true },
  { kind: "edtf", name: "taken" },
  { kind: "edtf", name: "born", as: "bare" },
  { kind: "edtf", name: "held", as: "object" },
  {
    kind: "reference",
    name: "witnessId",
    query: "witness.suggest",
    when: { field: "kind", is: ["interview"] },
  },
  { kind: "reference", name: "publisherIds", query: "source.suggest", many: true },
  { kind: "integer", name: "age", min: 0, max: 120, omitEmpty: true },
  { kind: "boolean", name: "minor" },
  {
    kind: "list",
    name: "people",
    fields: [
      { kind: "text", name: "role", required: true },
      { kind: "edtf", name: "seen" },
    ],
  },
  { kind: "paragraphs", name: "paragraphs" },
];

const record = {
  title: "A title",
  kind: "interview",
  grade: 3,
  takenEdtf: "2025-03-19",
  takenWording: null,
  born: "1990~",
  held: { edtf: "2025", wording: "that year" },
  witnessId: { id: "w_1", code: "W-1", label: "a witness" },
  publisherIds: ["so_1"],
  age: 34,
  minor: true,
  people: [{ role: "interpreter", seenEdtf: "2025-03", seenWording: "March" }],
  paragraphs: [{ number: 4, original: "text", translation: null }],
};

describe("a record in a form", () => {
  it("comes back as the input it was", () => {
    expect(toInput(fields, valuesFrom(fields, record))).toEqual({ ...record, witnessId: "w_1" });
  });

  it("sends null for what is empty and leaves out what says so", () => {
    const input = toInput(fields, valuesFrom(fields));
    expect(input).toMatchObject({
      title: null,
      takenEdtf: null,
      held: null,
      publisherIds: [],
      minor: false,
      paragraphs: [],
    });
    expect(input).not.toHaveProperty("age");
  });

  it("sends nothing of a question that is not asked", () => {
    const values = { ...valuesFrom(fields, record), kind: "published_account" };
    expect(toInput(fields, values)["witnessId"]).toBeNull();
  });

  it("reads a value of a wrong kind, as an old draft may hold it, as empty", () => {
    const values = valuesFrom(fields, {
      title: 7,
      people: "x",
      paragraphs: { number: 1 },
      age: "34",
      witnessId: [],
    });
    expect(values).toMatchObject({ title: "", people: [], paragraphs: [], age: null, witnessId: null });
  });

  it("keeps the number of every paragraph and drops the blank ones", () => {
    const paragraphs = [
      { number: 2, original: " a ", translation: "" },
      { number: 3, original: "", translation: " " },
      { number: 7, original: "b", translation: "c" },
    ];
    expect(toInput(fields, { ...valuesFrom(fields), paragraphs })["paragraphs"]).toEqual([
      { number: 2, original: "a", translation: null },
      { number: 7, original: "b", translation: "c" },
    ]);
  });
});

describe("answers that lie in an object of the input", () => {
  const when = { field: "kind", is: ["interview"] } as const;
  const inner: FieldSpec[] = [
    { kind: "select", name: "kind", options: ["interview", "page"] },
    { kind: "asked", name: "talked", of: "heard", when },
    { kind: "text", name: "words", of: "heard", when: [when, { field: "talked", is: ["yes"] }] },
    { kind: "list", name: "breaks", of: "heard", when, fields: [{ kind: "text", name: "from" }] },
  ];
  const stored = { kind: "interview", heard: { talked: "yes", words: "w", breaks: [{ from: "1" }] } };

  it("are read from it and sent in it, empty where they are not asked, and null where none is", () => {
    const values = valuesFrom(inner, stored);
    expect(toInput(inner, values)).toEqual(stored);
    const { heard } = toInput(inner, { ...values, talked: "no" });
    expect(heard).toEqual({ talked: "no", words: null, breaks: [{ from: "1" }] });
    expect(toInput(inner, { ...values, kind: "page" })).toEqual({ kind: "page", heard: null });
    expect(valuesFrom(inner, { kind: "interview", heard: null })).toMatchObject({ talked: null, words: "" });
  });

  it("are found by their path", () => {
    expect(["heard.talked", "heard.breaks.0.from", "heard"].map((path) => fieldPathOf(path, inner))).toEqual([
      "talked",
      "breaks.0.from",
      null,
    ]);
  });
});

describe("an error of the input", () => {
  it("finds its field in the form", () => {
    const places = [
      "takenEdtf",
      "held.edtf",
      "people.0.seenEdtf",
      "people.1.role",
      "people.1",
      "paragraphs.2.original",
    ];
    expect(places.map((path) => fieldPathOf(path, fields))).toEqual([
      "taken",
      "held",
      "people.0.seen",
      "people.1.role",
      "people",
      "paragraphs.2.original",
    ]);
    expect(fieldPathOf("caseId", fields)).toBeNull();
  });
});

describe("the check before sending", () => {
  it("names missing answers, lengths and bounds at their fields", () => {
    const values = {
      ...valuesFrom(fields),
      title: "far too long a title",
      age: 130,
      people: [{ role: "", seen: null }],
    };
    expect(checkValues(fields, values)).toEqual([
      { path: "title", code: "too_long", params: { max: 10 } },
      { path: "kind", code: "required" },
      { path: "age", code: "too_high", params: { max: 120 } },
      { path: "people.0.role", code: "required" },
    ]);
  });

  it("sets one answer by its path and leaves all others as they are", () => {
    const people = [
      { role: "a", seen: null },
      { role: "b", seen: null },
    ];
    const values = { title: "x", people };
    expect(valueSetAt(values, "title", "y")).toEqual({ title: "y", people });
    const set = valueSetAt(values, "people.1.role", "c");
    expect(set).toEqual({ title: "x", people: [people[0], { role: "c", seen: null }] });
    expect(values.people[1]?.role).toBe("b");
    expect(valueSetAt(values, "people.2.role", "c")).toBe(values); // taken away meanwhile
  });

  it("bounds a decimal number by what is typed, not by what is stored", () => {
    const latitude: FieldSpec[] = [{ kind: "decimal", name: "lat", digits: 5, min: -90, max: 90 }];
    expect(checkValues(latitude, { lat: 3_512_345 })).toEqual([]);
    expect(checkValues(latitude, { lat: 9_000_001 })).toMatchObject([
      { path: "lat", code: "too_high", params: { max: 90 } },
    ]);
  });

  it("marks a section empty, partial, complete or faulty", () => {
    const section = { key: "a", fields: fields.slice(0, 3) };
    const empty = valuesFrom(fields);
    expect(completenessOf(section, empty, [])).toBe("empty");
    expect(completenessOf(section, { ...empty, title: "x" }, [])).toBe("partial");
    expect(completenessOf(section, { ...empty, title: "x", kind: "interview" }, [])).toBe("complete");
    expect(completenessOf(section, empty, ["kind"])).toBe("faulty");
    expect(completenessOf(section, empty, ["taken"])).toBe("empty");
  });
});
