import { type SoundedWord, soundedWord } from "./name-sounds.ts";

/**
 * A name taken apart into what is compared. Abd and what follows are one part, Abu or Umm and what follows another that is often
 * left out; the article, ibn and bint, and forms of address are no parts.
 */
export interface NamePart {
  readonly lead: "abd" | "abu" | "umm" | null;
  /** The word, and the word without the article with which it may begin: Alawi is none, Almasri is one. */
  readonly forms: readonly SoundedWord[];
}

/** How many parts of a name are compared; whoever has more is found by these. */
const PARTS_MAX = 7;

const MARKS = /[\p{M}\u0640\u02B0-\u02FF'’‘`´\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
/** Two vowel signs at the end stand for a sound that is not written otherwise and is left out as often. */
const TANWIN = /ا?[\u064B-\u064D]ا?$/u;

const BETWEEN = new Set(["بن", "ابن", "بنت", "bin", "ben", "ibn", "ibin", "bint", "b"]);
const ARTICLES = new Set([
  "ال",
  "al",
  "el",
  "ad",
  "adh",
  "an",
  "ar",
  "as",
  "ash",
  "at",
  "ath",
  "az",
  "ul",
  "er",
  "ech",
]);
const ADDRESSES = new Set([
  ..."الشهيد الشهيدة السيد السيدة الشيخ الحاج الحاجة الدكتور دكتور المرحوم المرحومة".split(" "),
  ..."mr mrs ms dr sheikh shaykh shaikh haj hajj haji hajja sayyid".split(" "),
]);

const LEADS: Readonly<Record<string, NamePart["lead"]>> = {
  عبد: "abd",
  ابو: "abu",
  ابي: "abu",
  ابا: "abu",
  ام: "umm",
  abd: "abd",
  abdul: "abd",
  abdel: "abd",
  abdal: "abd",
  abdil: "abd",
  abdoul: "abd",
  abu: "abu",
  abou: "abu",
  abo: "abu",
  aboo: "abu",
  abi: "abu",
  abul: "abu",
  um: "umm",
  umm: "umm",
  om: "umm",
  oum: "umm",
};
/** The same, written as one word with what follows. */
const JOINED: readonly (readonly [RegExp, NamePart["lead"]])[] = [
  [/^عبدا?ل(.{2,})$/u, "abd"],
  [/^عبد(.{3,})$/u, "abd"],
  [/^ابو(.{3,})$/u, "abu"],
  [/^abd(?:[aeiou]+[dlnrstz]|ou|[aeou])(.{3,})$/, "abd"],
  [/^abd(?![aeo]u?$)(.{4,})$/, "abd"],
  [/^ab(?:u|ou|oo)(.{4,})$/, "abu"],
];

/** The letters of a word with what is compared alike in both scripts made one: hamza on its seat, marks and signs gone. */
const bare = (word: string): string =>
  word
    .replace(TANWIN, "")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(MARKS, "")
    .replaceAll(/[ٱأإآ]/gu, "ا")
    .normalize("NFC");

/** The words of a name as they are written, bare. */
function wordsIn(name: string): string[] {
  return name
    .replaceAll(/[,،;.()"«»/]/gu, " ")
    .split(/[\s\-\u2010-\u2015_]+/u)
    .map(bare)
    .filter((word) => /\p{L}/u.test(word));
}

/** A word, and without the article with which it begins; of Assayed and Ashshami it took the sound of what follows. */
function formsOf(word: string): SoundedWord[] {
  const short =
    /^و?ال(.{3,})$/u.exec(word)?.[1] ??
    /^[ae]l(.{4,})$/.exec(word)?.[1] ??
    /^[ae]([srndtz]h?)(\1.{3,})$/.exec(word)?.[2];
  return (short === undefined ? [word] : [word, short])
    .map(soundedWord)
    .filter(({ sounds }) => sounds !== "");
}

/** What follows Abd or Abu, without what is left of the article. Of Allah nothing is left but its end. */
function tailForms(tail: string): SoundedWord[] {
  if (/^(?:[aeiou]*l{1,2}ah?|ا?لله|له)$/u.test(tail)) return [soundedWord("lah")];
  const short = tail.replace(/^(?:ال(?=.{2})|[aeou]?l(?=[^aeiou]))/u, "");
  return formsOf(short);
}

/** The parts of a name in the order in which they are written. */
export function partsOfName(name: string): NamePart[] {
  const parts: NamePart[] = [];
  const words = wordsIn(name);
  for (let at = 0; at < words.length && parts.length < PARTS_MAX; at++) {
    const word = words[at] ?? "";
    const next = words[at + 1];
    if (ADDRESSES.has(word) && words.length > 2) continue;
    if (next !== undefined && (ARTICLES.has(word) || (at > 0 && BETWEEN.has(word)))) continue;
    const lead = (Object.hasOwn(LEADS, word) ? LEADS[word] : null) ?? null;
    const afterArticle = next !== undefined && ARTICLES.has(next) ? words[at + 2] : undefined;
    const follows = afterArticle ?? next;
    if (lead !== null && follows !== undefined) {
      parts.push({ lead, forms: tailForms(follows) });
      at += afterArticle === undefined ? 1 : 2;
      continue;
    }
    parts.push(joined(word) ?? { lead: null, forms: formsOf(word) });
  }
  return parts.filter(({ forms }) => forms.length > 0);
}

function joined(word: string): NamePart | null {
  for (const [form, lead] of JOINED) {
    const tail = form.exec(word)?.[1];
    if (tail !== undefined) return { lead, forms: tailForms(tail) };
  }
  return null;
}
