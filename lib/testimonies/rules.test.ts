import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Invalid } from "#lib/core/refusals.ts";
import { heardAs } from "#lib/imports/training/interviewed.ts";
import {
  compareParagraphs,
  likenessOf,
  consentAtFirst,
  contaminationOf,
  mustComeFromOneOrigin,
  numberParagraphs,
  toldOf,
} from "./rules.ts";
import type { HeardBefore } from "./vocabulary.ts";

const entered = (number: number | null, original: string) => ({ number, original, translation: null });

describe("paragraph numbers", () => {
  it("stay for life: a known one keeps its number, a new one gets the next that was never used", () => {
    const { paragraphs, used } = numberParagraphs(
      [entered(3, "c"), entered(null, "new"), entered(1, "a"), entered(9, "typed as the ninth")],
      new Set([1, 2, 3]),
      5,
    );
    expect(paragraphs.map(({ number }) => number)).toEqual([3, 6, 1, 7]);
    expect(used).toBe(7);
  });

  it.each([
    ["a number that stands twice", [entered(1, "a"), entered(1, "b")]],
    ["a number that was removed before", [entered(2, "back again")]],
  ])("refuse %s, naming the paragraph", (_, input) => {
    const attempt = () => numberParagraphs(input, new Set([1, 3]), 3);
    expect(attempt).toThrow(Invalid);
    expect(attempt).toThrow(/paragraphs\.\d\.number/);
  });

  it("are never given twice, whatever is added and removed over many saves", () => {
    const save = fc.array(fc.boolean(), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(save, { maxLength: 12 }), (saves) => {
        let known: number[] = [];
        let used = 0;
        const everGiven = new Set<number>();
        for (const keep of saves) {
          const kept = known.filter((_, index) => keep[index] ?? true).map((number) => entered(number, "x"));
          const added = keep.filter((flag) => !flag).map(() => entered(null, "y"));
          const saved = numberParagraphs([...added, ...kept], new Set(known), used);
          for (const { number } of saved.paragraphs.slice(0, added.length)) {
            expect(everGiven.has(number)).toBe(false);
            everGiven.add(number);
          }
          known = saved.paragraphs.map(({ number }) => number);
          used = saved.used;
        }
      }),
      { seed: 20_310_214, numRuns: 500 },
    );
  });
});

describe("whether it was asked what the witness heard before", () => {
  const list = (...answers: readonly HeardBefore["talked"][]) => {
    const [talked = null, sawPosts = null, inGroup = null, askedBefore = null] = answers;
    return { ...heardAs("yes"), talked, sawPosts, inGroup, askedBefore };
  };

  it.each([
    ["yes", list("yes", "no", "prefer_not_to_say", "no")],
    ["no", list("yes", "no", "no", "not_asked")],
    ["not_asked", list("yes", "no", "no", null)],
    ["not_asked", heardAs("not_asked")],
    ["not_asked", null],
  ])("is %s", (asked, heard) => {
    expect(contaminationOf(heard)).toBe(asked);
  });

  it("stays what an older draft says until a question is answered, and words stand beside a yes alone", () => {
    const old = { contamination: "yes" as const };
    const blank = { ...list(), talkedWords: null };
    expect(toldOf("interview", { heardBefore: blank }, old)).toMatchObject({
      contamination: "yes",
      heardBefore: null,
    });
    const begun = toldOf("interview", { heardBefore: { ...list("no"), talkedWords: "with kin" } }, old);
    expect(begun).toMatchObject({
      contamination: "not_asked",
      heardBefore: { talked: "no", talkedWords: null },
    });
  });
});

describe("the origin of a testimony", () => {
  it.each([
    ["interview", { witnessId: null, sourceId: null }, "witnessId"],
    ["interview", { witnessId: "w", sourceId: "s" }, "sourceId"],
    ["published_account", { witnessId: null, sourceId: null }, "sourceId"],
    ["published_account", { witnessId: "w", sourceId: "s" }, "witnessId"],
  ])("of the kind %s refuses %o", (kind, origin, field) => {
    expect(() => mustComeFromOneOrigin(kind, origin)).toThrow(new RegExp(field));
  });

  it("decides the consent with which it starts: a page needs none, nobody else was asked", () => {
    expect(consentAtFirst("published_account")).toBe("not_needed");
    expect(consentAtFirst("interview")).toBe("not_asked");
    expect(consentAtFirst("written_statement")).toBe("not_asked");
  });
});

describe("the difference between two versions", () => {
  const paragraph = (number: number, original: string) => ({ number, original, translation: null });

  it("names what was added, removed, changed and left", () => {
    const changes = compareParagraphs(
      [paragraph(1, "a"), paragraph(2, "b"), paragraph(3, "c")],
      [paragraph(1, "a"), paragraph(3, "c, as I said"), paragraph(4, "d")],
    );
    expect(changes.map(({ number, change }) => [number, change])).toEqual([
      [1, "same"],
      [2, "removed"],
      [3, "changed"],
      [4, "added"],
    ]);
  });
});

describe("two accounts of one origin", () => {
  it("are alike by their day or their title, however it is spelled", () => {
    const one = { title: "The night at the Bridge", takenEdtf: "2031-02-18" };
    expect(likenessOf(one, { title: "the night, at the bridge ", takenEdtf: "2031-02" })).toBe("title");
    expect(likenessOf(one, { title: "Another", takenEdtf: "2031-02-18" })).toBe("day");
    expect(likenessOf(one, { ...one })).toBe("both");
    expect(likenessOf(one, { title: "Another", takenEdtf: null })).toBeNull();
    expect(likenessOf({ title: null, takenEdtf: null }, { title: "", takenEdtf: null })).toBeNull();
  });
});
