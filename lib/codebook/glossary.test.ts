import { describe, expect, it } from "vitest";
import { loadGlossary, termHelp } from "#lib/i18n/glossary.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { CODEBOOK_LISTS, CODEBOOK_SOURCES } from "./lists.ts";

/** Lists in which a wrong choice changes what a finding may say: each of their terms has words of its own. */
const OWN_WORDS = [
  "violation",
  "basis",
  "reliability",
  "plausibility",
  "facet",
  "stance",
  "attribution",
  "suspectRole",
  "commandElement",
  "identification",
  "incidentKind",
  "testimonyKind",
  "textBasis",
  "voice",
  "placePrecision",
  "mediaRank",
  "mediaFlag",
  "figureCertainty",
] as const;

const entries = Object.entries(CODEBOOK_LISTS).flatMap(([list, ids]) => ids.map((id) => [list, id] as const));
const glossaries = await Promise.all(
  LOCALES.map(async (locale) => [locale, await loadGlossary(locale)] as const),
);

describe.each(glossaries)("the help of the codebook in %s", (locale, glossary) => {
  it("has for every term a definition, how to enter it and an example", () => {
    const t = translatorFor(locale, "codebook");
    expect(entries.length).toBeGreaterThan(400);
    const wanting = entries.filter(([list, id]) => {
      const help = termHelp(glossary, list, id);
      return !t.has(`${list}.${id}.definition`) || !help || help.entering === "" || help.example === "";
    });
    expect(wanting).toEqual([]);
  });

  it("has words of its own for each term that a finding leans on, and for no term that is not there", () => {
    const own = OWN_WORDS.flatMap((list) =>
      CODEBOOK_LISTS[list]
        .filter((id) => glossary.terms[list]?.[id] === undefined)
        .map((id) => `${list}.${id}`),
    );
    expect(own).toEqual([]);
    const known = new Set(entries.map((entry) => entry.join(".")));
    const named = Object.entries(glossary.terms).flatMap(([list, terms]) =>
      Object.keys(terms).map((id) => `${list}.${id}`),
    );
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    expect(Object.keys(glossary.lists).toSorted()).toEqual(Object.keys(CODEBOOK_LISTS).toSorted());
  });

  it("is written in its own script, and calls nobody guilty and nothing proven", () => {
    const script = locale === "ar" ? /^[^A-Za-z]*$/ : /^[^\u0600-\u06ff]*$/;
    const verdict = /\b(proven|proved|guilt|guilty|culprit|criminal)\b|مذنب|مجرم|مثبت|الجاني|الجناة/i;
    const texts = [
      ...Object.values(glossary.lists),
      ...Object.values(glossary.terms).flatMap((terms) => Object.values(terms)),
    ].flatMap((help) => Object.values(help) as string[]);
    expect(texts.filter((text) => !script.test(text) || verdict.test(text))).toEqual([]);
  });

  it("names every work that a list leans on", () => {
    const named = [...new Set(Object.values(CODEBOOK_SOURCES).flat())].toSorted();
    expect(Object.keys(glossary.sources).toSorted()).toEqual(named);
  });
});
