import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { aDossier } from "../testing/a-dossier.ts";
import { arabicSentences } from "../testing/arabic-sentences.ts";
import { testLabels } from "../testing/labels.ts";
import { pdfText } from "../testing/pdf-tools.ts";
import type { Dossier } from "../dossier.ts";
import type { DossierLanguage } from "../vocabulary.ts";
import { ARABIC_CANDIDATES, ARABIC_FONT, type FontFamily } from "./pdf/fonts.ts";
import { renderDossierPdf } from "./pdf.ts";
import { arabicWord } from "./text-layer/clusters.ts";

const root = join(import.meta.dirname, "../../..");

/** Every text of a plain value. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsOf);
}

const wordsIn = (text: string): string[] => text.normalize("NFC").match(arabicWord) ?? [];

/** The invented case with every Arabic text of the training case told once more as a testimony. */
function dossierWithMuchArabic(): Dossier {
  const training = textsOf(JSON.parse(readFileSync(join(root, "db/seed/training-wadi-narin.json"), "utf8")));
  const arabic = [...new Set([...arabicSentences, ...training.filter((text) => wordsIn(text).length > 3)])];
  const dossier = aDossier();
  const [first, ...rest] = dossier.testimonies;
  if (!first) throw new Error("the sample has no testimony");
  const told = arabic.map((original, index) => ({ number: index + 1, original, translation: null }));
  return aDossier({ testimonies: [{ ...first, translation: null, paragraphs: told }, ...rest] });
}

/** Share of the Arabic words of the dossier that come back whole, each as often as it was written, in percent. */
async function wordsBack(dossier: Dossier, arabicFont: FontFamily, language: DossierLanguage) {
  const volumes = await renderDossierPdf({ dossier, labels: testLabels, language, arabicFont, root });
  const back = new Map<string, number>();
  for (const word of volumes.flatMap(({ bytes }) => wordsIn(pdfText(bytes))))
    back.set(word, (back.get(word) ?? 0) + 1);
  const expected = textsOf(dossier).flatMap(wordsIn);
  const lost = expected.filter((word) => {
    const left = back.get(word) ?? 0;
    back.set(word, left - 1);
    return left <= 0;
  });
  return {
    share: (100 * (expected.length - lost.length)) / expected.length,
    expected: expected.length,
    lost,
  };
}

describe("the text layer of a dossier", () => {
  const dossier = dossierWithMuchArabic();
  const shares = new Map<string, number>();

  beforeAll(async () => {
    for (const font of ARABIC_CANDIDATES)
      shares.set(font.family, (await wordsBack(dossier, font, "en")).share);
  }, 120_000);

  it("gives back at least 95 of 100 Arabic words, vowel signs, ligatures and all", async () => {
    for (const language of ["en", "ar"] as const) {
      const { share, expected, lost } = await wordsBack(dossier, ARABIC_FONT, language);
      expect(expected).toBeGreaterThan(700);
      expect(share, lost.slice(0, 20).join(" ")).toBeGreaterThanOrEqual(95);
    }
  });

  it("is set in the font whose text comes back best, or within half a point of it", () => {
    expect([...shares.keys()]).toEqual(["IBM Plex Sans Arabic", "Vazirmatn", "Amiri"]);
    const best = Math.max(...shares.values());
    expect(shares.get(ARABIC_FONT.family) ?? 0, JSON.stringify([...shares])).toBeGreaterThanOrEqual(
      best - 0.5,
    );
  });
});
