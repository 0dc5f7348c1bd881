import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type marked, snippetOf } from "./snippet.ts";
import { codeIn, soughtIn } from "./sought.ts";

const wordsMarked = ({ text, marks }: ReturnType<typeof marked>) =>
  marks.map(([start, end]) => text.slice(start, end));

describe("a snippet", () => {
  it("is the stretch in which most of the words stand together, cut between words", () => {
    const filler = "nothing of note happened there that day ".repeat(20);
    const text = `A van came. ${filler}Then a grey van with two men left at noon. ${filler}`;
    const found = snippetOf(text, soughtIn("grey van noon ").whole);
    expect(wordsMarked(found)).toEqual(["grey", "van", "noon"]);
    expect(found.text).toMatch(/^… (?:nothing|of|note|happened|there|that|day)\b.* …$/);
    expect(found.text.length).toBeLessThan(200);
  });

  it("never cuts a character, and marks only what is in it, in any text", () => {
    const letters = fc.string({ unit: "binary", maxLength: 600 });
    fc.assert(
      fc.property(letters, fc.constantFrom("a", "van ", "الرجل", "😀"), fc.nat(20), (text, word, times) => {
        const whole = text + word.repeat(times) + text;
        const { text: shown, marks } = snippetOf(whole, soughtIn(`${word} `).whole);
        expect(shown.isWellFormed()).toBe(true);
        for (const [start, end] of marks) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(shown.length);
        }
      }),
      { seed: 41 },
    );
  });
});

describe("what was typed", () => {
  it("has a last word that may go on, unless it is at its end or too short", () => {
    expect(soughtIn("grey va").typing).toBeNull();
    expect(soughtIn("grey van").typing?.at(-1)?.beginnings).toEqual(["van"]);
    expect(soughtIn("grey van ").typing).toBeNull();
    expect(soughtIn("quso").typing?.[0]?.beginnings).toEqual(["quso", "qusu"]);
    expect(soughtIn("word ".repeat(40)).whole).toHaveLength(12);
  });

  it("is a code only when its check character fits", () => {
    expect(codeIn("T-7K3QXM")).toBe(codeIn("t 7k3qxm"));
    expect(codeIn("canal")).toBeNull();
    expect(codeIn("")).toBeNull();
  });
});
