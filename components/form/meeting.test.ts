import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldSpec, ParagraphValue } from "./field-spec.ts";
import { toInput } from "./form-values.ts";
import { meetingOf, settled, withNumbersUsed } from "./meeting.ts";
import { picksOf, proposedPicks } from "./merge.ts";

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
  it("shows both texts when only the text was changed, paragraph by paragraph", () => {
    const typed = { ...base.values, paragraphs: [paragraph(1, "first, mine"), paragraph(2, "second")] };
    const theirs = { ...stored, paragraphs: [{ number: 1, original: "first, theirs", translation: null }] };
    expect(meetingOf(fields, base, typed, theirs)?.conflicts).toEqual([
      {
        key: "paragraphs.1",
        name: "paragraphs",
        paragraph: 1,
        changedBy: "both",
        mine: [paragraph(1, "first, mine")],
        theirs: [paragraph(1, "first, theirs")],
      },
      {
        key: "paragraphs.2",
        name: "paragraphs",
        paragraph: 2,
        changedBy: "theirs",
        mine: [paragraph(2, "second")],
        theirs: [],
      },
    ]);
  });

  it("shows the text that another wrote when I changed nothing of it", () => {
    const theirs = { ...stored, paragraphs: [{ number: 1, original: "longer", translation: null }] };
    const meeting = meetingOf(fields, base, { ...base.values, title: "A" }, theirs);
    expect(meeting?.conflicts.map(({ changedBy }) => changedBy)).toEqual(["theirs", "theirs"]);
  });

  it("keeps what each wrote in another paragraph, theirs at its own place", () => {
    const typed = {
      ...base.values,
      paragraphs: [paragraph(1, "first"), paragraph(2, "mine"), paragraph(3, "new")],
    };
    const theirs = {
      ...stored,
      paragraphs: [paragraph(1, "theirs"), paragraph(3, "between"), paragraph(2, "second")],
      paragraphsUsed: 3,
    };
    const meeting = meetingOf(fields, base, typed, theirs);
    if (meeting === null) throw new Error("nothing was met");
    expect(settled(meeting, proposedPicks(meeting.conflicts))["paragraphs"]).toEqual([
      paragraph(1, "theirs"),
      paragraph(3, "between"),
      paragraph(2, "mine"),
      paragraph(4, "new"),
    ]);
  });

  it("gives a paragraph that they took out and I keep a number of its own", () => {
    const theirs = { ...stored, paragraphs: [paragraph(1, "first")] };
    const typed = { ...base.values, paragraphs: [paragraph(1, "first"), paragraph(2, "second, longer")] };
    const meeting = meetingOf(fields, base, typed, theirs);
    if (meeting === null) throw new Error("nothing was met");
    const { conflicts } = meeting;
    expect(settled(meeting, picksOf(conflicts, "mine"))["paragraphs"]).toEqual([
      paragraph(1, "first"),
      paragraph(3, "second, longer"),
    ]);
    expect(settled(meeting, picksOf(conflicts, "theirs"))["paragraphs"]).toEqual([paragraph(1, "first")]);
  });

  it("asks for the order when only the order differs", () => {
    const typed = { ...base.values, paragraphs: base.values.paragraphs.toReversed() };
    const meeting = meetingOf(fields, base, typed, stored);
    expect(meeting?.conflicts).toMatchObject([{ key: "paragraphs", changedBy: "mine" }]);
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
    if (meeting === null) throw new Error("nothing was met");
    const kept = settled(meeting, picksOf(meeting.conflicts, "mine"));
    expect(toInput(fields, kept)).toMatchObject({ paragraphs: [{ number: 1 }, { number: 6 }] });
    const [section] = withNumbersUsed([{ key: "text", fields }], meeting.numbersUsed);
    expect(section?.fields.at(-1)).toMatchObject({ numbersUsed: 5 });
  });

  it("loses no paragraph of the side that is chosen, however both moved, and never gives one number twice", () => {
    const words = fc.constantFrom("a", "b", "c");
    const edited = fc.record({
      kept: fc.array(fc.option(words, { nil: null }), { minLength: 3, maxLength: 3 }),
      added: fc.array(words, { maxLength: 3 }),
    });
    const first = ["a", "b", "c"].map((word, index) => paragraph(index + 1, word));
    const after = ({ kept, added }: { kept: (string | null)[]; added: string[] }) => [
      ...first.flatMap(({ number }, index) => {
        const word = kept[index];
        return word ? [paragraph(number, word)] : [];
      }),
      ...added.map((word, index) => paragraph(4 + index, `${word}, new`)),
    ];
    const wordsOf = (text: unknown) => (text as ParagraphValue[]).map(({ original }) => original).toSorted();
    fc.assert(
      fc.property(edited, edited, (mine, theirs) => {
        const over = { ...base, values: { ...base.values, paragraphs: first } };
        const typed = { ...base.values, paragraphs: after(mine) };
        const told = { ...stored, paragraphs: after(theirs), paragraphsUsed: 3 + theirs.added.length };
        const meeting = meetingOf(fields, over, typed, told);
        if (meeting === null) throw new Error("nothing was met");
        for (const [side, text] of [
          ["mine", typed.paragraphs],
          ["theirs", told.paragraphs],
        ] as const) {
          const chosen = settled(meeting, picksOf(meeting.conflicts, side))["paragraphs"];
          expect(wordsOf(chosen)).toEqual(wordsOf(text));
          const numbers = (chosen as ParagraphValue[]).map(({ number }) => number);
          expect(new Set(numbers).size).toBe(numbers.length);
        }
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});
