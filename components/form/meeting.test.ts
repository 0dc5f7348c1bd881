import { describe, expect, it } from "vitest";
import type { FieldSpec, ParagraphValue } from "./field-spec.ts";
import { toInput } from "./form-values.ts";
import { meetingOf, withNumbersUsed } from "./meeting.ts";
import { merged, picksOf } from "./merge.ts";

const fields: FieldSpec[] = [
  { kind: "text", name: "title" },
  { kind: "edtf", name: "taken" },
  { kind: "reference", name: "witnessId", query: "witness.suggest" },
  {
    kind: "list",
    name: "people",
    fields: [
      { kind: "text", name: "role" },
      { kind: "reference", name: "accountId", query: "member.suggest" },
    ],
  },
  { kind: "paragraphs", name: "paragraphs", numbersUsed: 2 },
];
const paragraph = (number: number, original: string): ParagraphValue => ({
  number,
  original,
  translation: "",
});
const person = { role: "interviewer", accountId: { id: "ac_1", code: "", label: "a colleague" } };
const base = {
  values: {
    title: "A",
    taken: { edtf: "2031", wording: "" },
    witnessId: { id: "w_1", code: "W-1", label: "W-1" },
    people: [person],
    paragraphs: [paragraph(1, "first"), paragraph(2, "second")],
  },
  version: 4,
};
/** As a command tells them: by input key, nothing as null. */
const stored = {
  title: "A",
  takenEdtf: "2031",
  takenWording: null,
  witnessId: { id: "w_1", code: "W-1", label: "W-1" },
  people: [person],
  paragraphs: [
    { number: 1, original: "first", translation: null },
    { number: 2, original: "second", translation: null },
  ],
  paragraphsUsed: 2,
};

describe("a save that met a newer version", () => {
  it("shows both texts when only the text was changed", () => {
    const typed = { ...base.values, paragraphs: [paragraph(1, "first, mine"), paragraph(2, "second")] };
    const theirs = { ...stored, paragraphs: [{ number: 1, original: "first, theirs", translation: null }] };
    const meeting = meetingOf(fields, base, typed, theirs);
    expect(meeting?.conflicts).toEqual([
      {
        name: "paragraphs",
        changedBy: "both",
        mine: typed.paragraphs,
        theirs: [paragraph(1, "first, theirs")],
      },
    ]);
  });

  it("shows the text that another wrote when I changed nothing of it", () => {
    const theirs = { ...stored, paragraphs: [{ number: 1, original: "longer", translation: null }] };
    const meeting = meetingOf(fields, base, { ...base.values, title: "A" }, theirs);
    expect(meeting?.conflicts).toMatchObject([{ name: "paragraphs", changedBy: "theirs" }]);
  });

  it.each(["title", "witnessId", "people", "paragraphs"])(
    "saves nothing when the server did not tell %s, whatever else is the same",
    (name) => {
      const { [name as keyof typeof stored]: _, ...told } = stored;
      expect(meetingOf(fields, base, base.values, told)).toBeNull();
    },
  );

  it("finds nothing to choose where both wrote the same, also a new paragraph", () => {
    const added = [...base.values.paragraphs, paragraph(3, "third")];
    const theirs = { ...stored, paragraphs: added, paragraphsUsed: 3 };
    expect(meetingOf(fields, base, { ...base.values, paragraphs: added }, theirs)?.conflicts).toEqual([]);
  });

  it("never gives my new paragraph the number of theirs, also of one that is gone again", () => {
    const typed = { ...base.values, paragraphs: [paragraph(1, "first"), paragraph(3, "mine")] };
    const meeting = meetingOf(fields, base, typed, { ...stored, paragraphsUsed: 5 });
    expect(meeting?.mine["paragraphs"]).toEqual([paragraph(1, "first"), paragraph(6, "mine")]);
    const kept = merged(
      meeting?.mine ?? {},
      meeting?.conflicts ?? [],
      picksOf(meeting?.conflicts ?? [], "mine"),
    );
    expect(toInput(fields, kept)).toMatchObject({ paragraphs: [{ number: 1 }, { number: 6 }] });
    const [section] = withNumbersUsed([{ key: "text", fields }], meeting?.numbersUsed ?? {});
    expect(section?.fields.at(-1)).toMatchObject({ numbersUsed: 5 });
  });
});
