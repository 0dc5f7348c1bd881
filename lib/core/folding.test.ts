import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexedWords, wordsOf } from "./folding.ts";

const folded = (text: string) => wordsOf(text).map((word) => word.folded);
/** The different ways in which spellings are folded: one, when they meet. */
const forms = (...spellings: string[]) => [...new Set(spellings.map((one) => folded(one).join(" ")))];

describe("one folding for both scripts", () => {
  it("meets the spellings of alef, ya, ta marbuta and the carriers of hamza", () => {
    expect(forms("أحمد", "احمد", "إحمد", "آحمد", "ٱحمد")).toHaveLength(1);
    expect(forms("على", "علي", "علی")).toHaveLength(1);
    expect(forms("جبلة", "جبله")).toHaveLength(1);
    expect(forms("مسؤول", "مسوول")).toHaveLength(1);
    expect(forms("عائلة", "عايله")).toHaveLength(1);
    expect(forms("علاء", "علا")).toHaveLength(1);
  });

  it("hears no vowel signs, no tatweel and none of the invisible marks", () => {
    expect(forms("القُصُور", "القصور", "القـــصور", "الق\u200Fصور", "\u202Bالقصور\u202C")).toHaveLength(1);
    expect(forms("bani\u00ADyas", "Baniyas", "ban\u200Biyas")).toHaveLength(1);
    expect(forms("ﻻﺫﻗﻴﺔ", "لاذقية")).toHaveLength(1);
  });

  it("takes the article away, also behind what is written with it", () => {
    expect(forms("القصور", "والقصور", "بالقصور", "للقصور", "قصور")).toHaveLength(1);
    expect(forms("al-Qusour", "Al Qusour", "el-Qusour", "EL–QUSOUR", "Qusour")).toHaveLength(1);
    expect(forms("ad-Dawla", "Dawla")).toHaveLength(1);
    expect(forms("ash-Shughur", "Shughur")).toHaveLength(1);
    expect(forms("Deir ez-Zor", "Deir ez Zor", "Dayr az-Zor")).toHaveLength(1);
    expect(folded("as far as Aleppo")).toEqual(["as", "far", "as", "alepo"]);
    expect(folded("الله")).toEqual(["الله"]);
  });

  it("finds a name with its article joined, and one behind و ف ب ل", () => {
    expect(indexedWords("al-Qusour")).toContain(folded("Alqusour")[0]);
    expect(indexedWords("el-Qamar")).toContain(folded("Alqamar")[0]);
    expect(indexedWords("وطرطوس")).toContain("طرطوس");
    expect(indexedWords("ببانياس")).toContain("بانياس");
  });

  it("meets accents, case, doubled letters and what transliterators vary", () => {
    expect(forms("Jablé", "jable", "JABLE")).toHaveLength(1);
    expect(forms("Latakia", "Lattakia", "Latakiya", "Lattakiyya")).toHaveLength(1);
    expect(forms("Qusour", "Qusoor", "Qusur")).toHaveLength(1);
    expect(forms("Baniyas", "Banias")).toHaveLength(1);
    expect(forms("Bayt", "Beit", "Bait", "Bayyt")).toHaveLength(1);
    expect(forms("al-Haffah", "Haffa")).toHaveLength(1);
    expect(folded("tah")).toEqual(["tah"]);
    expect(forms("Ba‘ath", "Ba'ath", "Baʿath", "Baath")).toHaveLength(1);
    expect(forms("Müller", "Muller")).toHaveLength(1);
    expect(forms("the family’s house", "the family house")).toHaveLength(1);
  });

  it("reads the digits of three scripts and keeps them apart", () => {
    expect(forms("47", "٤٧", "۴۷")).toHaveLength(1);
    expect(folded("2025-03-07")).toEqual(["2025", "03", "07"]);
    expect(folded("11")).not.toEqual(folded("1"));
  });

  it("says where each word stands, with its article", () => {
    const text = "near al-Qusour, then";
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "near",
      "al-Qusour",
      "then",
    ]);
  });

  it("gives letters and digits only, folds them no further, and leaves every place inside the text", () => {
    const texts = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(...Array.from("لاأإآىيةهوفبكء ـًّ-al'ouiy ١٢ dsh")) }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const word of wordsOf(text)) {
          expect(word.folded).toMatch(/^[\p{L}\p{N}]+$/u);
          expect(folded(word.folded)).toEqual([word.folded]);
          expect(word.start).toBeGreaterThanOrEqual(0);
          expect(word.end).toBeLessThanOrEqual(text.length);
          expect(word.end).toBeGreaterThan(word.start);
        }
      }),
      { numRuns: 2_000, seed: 45 },
    );
  });
});
