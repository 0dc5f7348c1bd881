import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dossier } from "../dossier.ts";
import { aDossier, aLongDossier } from "../testing/a-dossier.ts";
import { testLabels } from "../testing/labels.ts";
import { pdfFonts, pdfInfo, pdfPages, pdfText } from "../testing/pdf-tools.ts";
import type { DossierLanguage } from "../vocabulary.ts";
import { readPdf, unpacked } from "./text-layer/pdf-file.ts";
import { renderDossierPdf } from "./pdf.ts";
import { wordsOf } from "./words.ts";

const root = join(import.meta.dirname, "../../..");
const render = (dossier: Dossier, language: DossierLanguage = "en", pagesMax = 500) =>
  renderDossierPdf({ dossier, labels: testLabels, language, root, pagesMax });

async function onlyVolume(dossier: Dossier, language: DossierLanguage = "en"): Promise<Uint8Array> {
  const [first, ...rest] = await render(dossier, language);
  expect(rest).toEqual([]);
  if (!first) throw new Error("no volume was made");
  return first.bytes;
}

const rendered = new Map<DossierLanguage, Promise<Uint8Array>>();
/** The invented case, set once in each language. */
function sample(language: DossierLanguage = "en"): Promise<Uint8Array> {
  const known = rendered.get(language) ?? onlyVolume(aDossier(), language);
  rendered.set(language, known);
  return known;
}

const flat = (text: string): string => text.replaceAll(/\s+/g, " ");

describe("a dossier as PDF", () => {
  it("says on its cover what it is, and that it alleges", async () => {
    const [cover = ""] = pdfPages(await sample());
    for (const text of [
      "TR-RUMMAN",
      "X-7Q2M",
      "4 March 2026",
      "Legal officer",
      "p_Lo3",
      "Volume 1 of 1",
      "Allegations, not findings of guilt",
      "Training case",
    ]) {
      expect(flat(cover)).toContain(text);
    }
  });

  it("carries case code, export code and page number on every page, and the training mark", async () => {
    for (const language of ["en", "ar"] as const) {
      const words = wordsOf(language, testLabels);
      const pages = pdfPages(await sample(language));
      expect(pages.length).toBeGreaterThan(10);
      pages.forEach((text, index) => {
        // In a page of two directions readers turn the numbers of a right-to-left line about, and drop spaces.
        const bare = text.replaceAll(/\s/g, "");
        const number = words.say("page", { page: index + 1, pages: pages.length }).split(" ");
        expect([number.join(""), number.toReversed().join("")].some((form) => bare.includes(form))).toBe(
          true,
        );
        for (const part of ["TR-RUMMAN", "X-7Q2M", ...words.say("training").split(" ")])
          expect(bare).toContain(part);
      });
    }
  });

  it("says nothing of training in a real case", async () => {
    const { export: order } = aDossier();
    const text = pdfText(
      await onlyVolume(aDossier({ export: { ...order, training: false, caseTitle: "A case" } })),
    );
    expect(text).not.toMatch(/training case/i);
  });

  it("holds every part: accounts by paragraph, suspects as alleged, findings with reasons and deciders, contradictions, figures, sources, withheld", async () => {
    const text = flat(pdfText(await sample()));
    for (const part of [
      "How to read this dossier",
      "T-4F7K",
      "Translation · English · Translator TR-1",
      "Original · Arabic",
      "I was in the house with my siblings",
      "Alleged suspects",
      "nobody in this list is called responsible",
      "4 of 5 · corroborated",
      "Two people who were there and who have not spoken with each other",
      "Senior reviewer p_Sr1",
      "attest-corroboration-1",
      "Against: Unit",
      "more than 20",
      "S-LETTER",
      "T-9ZZ2",
      "The witness said no to release.",
      "house.rule-17",
      "This text is a paraphrase of a published account",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/\b(?:proven|guilty|convict\w*|culprit\w*)\b/i);
    expect(text).not.toMatch(/⟦|\{\w+\}|undefined|\bnull\b/);
  });

  it("says the basis, the words and the time of a link, and how records relate, in words and never as an id", async () => {
    for (const language of ["en", "ar"] as const) {
      const words = wordsOf(language, testLabels);
      const text = flat(pdfText(await sample(language)));
      expect(text).not.toMatch(/stated_in_account|stated_by_source|part_of|reprisal_for|actor_actor/);
      for (const word of [words.term("linkBasis", "stated_in_account"), words.say("links.title")])
        for (const part of word.split(" ")) expect(text).toContain(part);
    }
    const text = flat(pdfText(await sample()));
    for (const part of ["Vehicle markings", "since the winter", "Paragraphs 1 to 9 only"])
      expect(text).toContain(part);
  });

  it("never shows a finding as unopposed because what opposes it is withheld", async () => {
    const [first] = aDossier().findings;
    if (!first) throw new Error("no finding in the sample");
    const withheldEvidence = [
      { stance: "contradict" as const, rule: "release.consent_export_no", count: 2 },
      { stance: "support" as const, rule: "house.rule-17", count: 1 },
    ];
    const kept = { ...first, reasoning: null, contrarySearch: null, withheldEvidence };
    const text = flat(pdfText(await onlyVolume(aDossier({ findings: [kept] }))));
    for (const part of [
      "Contradicted by withheld material",
      "Statements that bear on this question are withheld.",
      "The witness said no to release.",
      "house.rule-17",
    ])
      expect(text).toContain(part);
    expect(text).not.toContain("Two people who were there");
  });

  it("names empty parts instead of leaving them out", async () => {
    const bare = aDossier({
      contradictions: [],
      statementContradictions: [],
      figures: [],
      media: [],
      proceedings: [],
      withheld: [],
      evidenceLinks: [],
    });
    const text = flat(pdfText(await onlyVolume(bare)));
    expect(text).toContain("No contradicting statement is on record.");
    expect(text).toContain("Nothing was withheld.");
  });

  it("is the same to the byte for the same dossier, and dated by it", async () => {
    const [first, second] = [await sample(), await onlyVolume(aDossier())];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(pdfInfo(first).get("CreationDate")).toContain("2026");
    const { export: order } = aDossier();
    const later = await onlyVolume(aDossier({ export: { ...order, createdAt: "2026-03-05T09:15:30Z" } }));
    expect(Buffer.from(first).equals(Buffer.from(later))).toBe(false);
  });

  it("is made for PDF/A-2b: declared, colours defined, all fonts embedded with their text, nothing that runs", async () => {
    const bytes = await sample("ar");
    const pdf = readPdf(bytes);
    const heads = [...pdf.objects.values()].map(({ head }) => head).join("\n");
    const metadata = [...pdf.objects.values()].find(({ head }) => head.includes("/Type /Metadata"));
    expect(Buffer.from(unpacked(metadata ?? { head: "", stream: null })).toString()).toMatch(
      /pdfaid:part>2<.*conformance>B</s,
    );
    expect(heads).toContain("/OutputIntent");
    expect(heads).not.toMatch(/\/JS\b|\/JavaScript|\/Launch|\/EmbeddedFile|\/Encrypt|\/RichMedia/);
    const fonts = pdfFonts(bytes);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/IBMPlexSans(Arabic)?-\w+\s.*\byes yes yes\b/);
    expect(pdfInfo(bytes).get("JavaScript")).toBe("no");
  });

  it("shows a text's own order and signs, and outlives every text", async () => {
    const odd = [
      "before \u202egnp.exe\u202c after",
      "\u2066isolated\u2069 \u202doverridden\u202c",
      "sign 😀 in a line",
      "שלום עולם, זה טקסט ארוך בעברית שאין לו גופן כאן",
      "NUL \0 and bell \x07 and \uffff",
      `${"x".repeat(400)}`,
      "قبل \u202eبعد\u202c نهاية",
      "",
      "line one\nline two",
    ];
    const [first] = aDossier().testimonies;
    if (!first) throw new Error("the sample has no testimony");
    const paragraphs = odd.map((original, index) => ({ number: index + 1, original, translation: null }));
    const bytes = await onlyVolume(aDossier({ testimonies: [{ ...first, translation: null, paragraphs }] }));
    const text = flat(pdfText(bytes));
    for (const part of [
      "before [U+202E]gnp.exe[U+202C] after",
      "sign [U+1F600] in a line",
      "in a script that the fonts",
      "[U+0000]",
    ]) {
      expect(text).toContain(part);
    }
  });

  it("sets any mixture of letters, marks, joiners and signs", async () => {
    const sign = fc.oneof(
      fc.constantFrom(
        ...Array.from("ابتثلالمنهويءأإآئؤىةکگچپڤ"),
        ...Array.from("ًٌٍَُِّْٰـ"),
        "\u200c",
        "\u200d",
        "\u200f",
        "\u200e",
        "\u061c",
        " ",
        "(",
        ")",
        "«",
        "»",
        "[",
        "]",
        "٣",
        "7",
        "a",
        "Z",
        "-",
        "/",
        "é",
        "e\u0301",
      ),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    );
    const texts = fc.sample(
      fc.array(sign, { minLength: 1, maxLength: 40 }).map((signs) => signs.join("")),
      { numRuns: 600, seed: 7 },
    );
    const [first] = aDossier().testimonies;
    if (!first) throw new Error("the sample has no testimony");
    const paragraphs = texts.map((original, index) => ({
      number: index + 1,
      original,
      translation: original,
    }));
    const volumes = await render(aDossier({ testimonies: [{ ...first, paragraphs }] }), "ar");
    expect(volumes).toHaveLength(1);
  });
});

describe("a long dossier", () => {
  it("is cut into volumes, each complete, numbered and no longer than allowed", async () => {
    const dossier = aLongDossier(40);
    const volumes = await render(dossier, "en", 30);
    expect(volumes.length).toBeGreaterThan(3);
    expect(volumes.length).toBeLessThan(8);
    const texts = volumes.map(({ bytes }) => pdfPages(bytes).map(flat));
    texts.forEach((pages, index) => {
      expect(pages.length).toBeLessThanOrEqual(30);
      expect(pages.length).toBe(volumes[index]?.pages);
      expect(pages[0]).toContain(`Volume ${index + 1} of ${volumes.length}`);
      expect(pages[0]).toContain("Allegations, not findings of guilt");
      expect(pages.slice(1, 3).join(" ")).toContain("Contents");
    });
    const bodies = texts.map((pages) => pages.slice(2).join(" "));
    for (const { title } of dossier.testimonies.slice(4)) {
      expect(bodies.filter((body) => body.includes(`${title} Corroborated`))).toHaveLength(1);
    }
    expect(texts[1]?.join(" ")).toContain("Testimonies (continued)");
  });

  it("leaves the event loop free while it is set", async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 10);
    const started = performance.now();
    const [volume] = await render(aLongDossier(60));
    const elapsed = performance.now() - started;
    clearInterval(timer);
    expect(volume?.pages).toBeGreaterThan(80);
    expect(ticks).toBeGreaterThan(elapsed / 40);
  });
});
