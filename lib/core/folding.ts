/**
 * One folding for the words of all records and for what is looked for, in Arabic and Latin script, so that the spellings
 * of one name meet: alef with and without hamza, ya and alef maqsura, ta marbuta and ha, vowel signs, tatweel, digits of
 * three scripts, the article (ال, al-, el-, and before sun letters ad-, as- …), Latin accents, case, doubled letters,
 * ou, ay, iy and a last h as transliterators vary them, apostrophes and the signs for ayn and hamza, invisible marks.
 */

/** To be raised with every change of the folding: the index is then made anew. */
export const FOLDING_VERSION = 2;

export interface Word {
  /** Where the word stands in the text, for marking it. */
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** Other forms under which it is found: with its article joined, or without و, ف, ب or ل before it. */
  readonly joined: string | null;
  readonly bare: string | null;
}

const JOINS = "'’‘`´\u0640\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF";
const WORD = new RegExp(`[\\p{L}\\p{N}\\p{M}${JOINS}]+`, "gu");
/** Marks, joining signs, and the modifier letters that stand for ayn and hamza in transliteration. */
const DROPPED = new RegExp(`[\\p{M}${JOINS}\\u02B0-\\u02FF\\u0621]`, "gu");
const POSSESSIVE = /['’]s$/u;
const HYPHEN = /^[-\u2010-\u2015]$/u;

/** Letters that decomposition leaves apart, each as what it is looked for by. */
const LETTERS: Readonly<Record<string, string>> = {
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ے: "ي",
  ة: "ه",
  ہ: "ه",
  ھ: "ه",
  ە: "ه",
  ک: "ك",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ħ: "h",
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}\u0660-\u0669\u06F0-\u06F9]`, "gu");
const WORD_LENGTH_MAX = 48;

const folded = new Map<string, string>();
const FOLDED_KEPT_MAX = 50_000;

/** Folds one word; empty when nothing of it is looked for. Texts repeat their words, so the last ones are remembered. */
function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= FOLDED_KEPT_MAX) folded.clear();
  const fresh = [...withoutArticle(foldLetters(word))].slice(0, WORD_LENGTH_MAX).join("");
  folded.set(word, fresh);
  return fresh;
}

/** Folds letters and digits and leaves nothing else of a text; an article stays. */
export function foldLetters(word: string): string {
  const letters = word
    .replace(POSSESSIVE, "")
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(DROPPED, "")
    .replaceAll(SPECIAL, (sign) => LETTERS[sign] ?? String(sign.charCodeAt(0) & 0xf))
    // What decomposition made of a ligature or a fraction besides letters and digits.
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  return asTransliterated(letters);
}

/** Spellings of one sound: Qusour, Qusoor, Qusur; Bayt, Beit, Bait; Baniyas, Banias; Lattakia, Latakia; Haffah, Haffa. */
const asTransliterated = (word: string): string =>
  word
    .replaceAll(/o[ou]+/g, "u")
    .replaceAll(/[ae][iy]+/g, "ai")
    .replaceAll(/i[iy]+/g, "i")
    .replaceAll(/([a-z])\1+/g, "$1")
    .replace(/(?<=^.{3,}[ae])h+$/, "");

/** The Arabic article, also after و ف ب ك and as لل, where at least three letters follow. */
function withoutArticle(word: string): string {
  let rest = word;
  for (;;) {
    const shorter = /^(?:[وفبك]?ال|لل)(.{3,})$/u.exec(rest)?.[1];
    if (shorter === undefined) return rest;
    rest = shorter;
  }
}

const SUN = /^[aeiu](d|dh|l|n|r|s|sh|t|th|z)$/;
const ENGLISH = new Set(["an", "as", "at", "en", "us"]);
/** Whether a word is the article before the next one: a hyphen stands between, or a space where it can be nothing else. */
function isArticle(word: string, between: string, next: string): boolean {
  const stands = HYPHEN.test(between) || (between === " " && !ENGLISH.has(word));
  if (word === "al" || word === "el") return stands;
  const letters = SUN.exec(word)?.[1];
  return letters !== undefined && stands && next.startsWith(letters);
}
/** One form of the joined article: Alqamar and Elqamar. */
const joinedTo = (article: string, word: string): string =>
  asTransliterated((article === "el" ? "al" : article) + word);

/** و, ف, ب and ل are written with the word that follows them. */
const withoutPreposition = (word: string): string | null => /^[وفبل](.{4,})$/u.exec(word)?.[1] ?? null;

/** The words of a text, folded, with their places. An article is no word. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let article: { folded: string; start: number; end: number } | null = null;
  for (const match of text.matchAll(WORD)) {
    const { index } = match;
    const [raw] = match;
    const word = foldWord(raw);
    if (word === "") continue;
    const end = index + raw.length;
    const isJoined = article !== null && isArticle(article.folded, text.slice(article.end, index), word);
    if (article && !isJoined && !isAlways(article.folded)) words.push(plain(article));
    if (mayBeArticle(word)) {
      article = { folded: word, start: index, end };
      continue;
    }
    words.push({
      start: article && isJoined ? article.start : index,
      end,
      folded: word,
      joined: article && isJoined ? joinedTo(article.folded, word) : null,
      bare: withoutPreposition(word),
    });
    article = null;
  }
  if (article && !isAlways(article.folded)) words.push(plain(article));
  return words;
}

const mayBeArticle = (word: string): boolean => isAlways(word) || SUN.test(word);
/** Never a word by itself, or a name with its article apart would be found by its article. */
const isAlways = (word: string): boolean => word === "al" || word === "el" || word === "ال";
const plain = (word: { folded: string; start: number; end: number }): Word => ({
  ...word,
  joined: null,
  bare: null,
});

/** The words of a text as the index keeps them, all forms. */
export function indexedWords(text: string): string[] {
  return wordsOf(text).flatMap(({ folded: main, joined, bare }) =>
    [main, joined, bare].filter((form) => form !== null),
  );
}
