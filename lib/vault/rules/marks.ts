import { foldLetters, wordsOf } from "#lib/core/folding.ts";
import type { Keys } from "#lib/platform/keys.ts";
import type { Identity } from "../vocabulary.ts";
import type { MarkKind } from "../words.ts";

export interface Mark {
  readonly kind: MarkKind;
  readonly mark: string;
}

/** Alike for Almasri and al-Masri; what it leaves need be no name. */
const withoutArticle = (word: string): string => word.replace(/^[ae]l(?=.{3})/u, "");

const unique = (words: readonly string[]): string[] => [...new Set(words)];
const wordsOfName = (name: string): string[] =>
  unique(wordsOf(name).map(({ folded }) => withoutArticle(folded)));

/** Of so many words, in the order in which they are typed, every two have a form of their own. */
const PAIRED_MAX = 12;
const whole = (words: readonly string[]): string[] =>
  words.length === 0 ? [] : [words.toSorted().join(" ")];
const pairs = (words: readonly string[], fits = (_one: string, _other: string): boolean => true): string[] =>
  words.slice(0, PAIRED_MAX).flatMap((one, at) =>
    words
      .slice(at + 1, PAIRED_MAX)
      .filter((other) => fits(one, other))
      .map((other) => [one, other].toSorted().join(" ")),
  );

/** The words that askers and writers join to the next one or leave apart. */
const LEADS: Readonly<Record<string, string>> = {
  عبد: "عبد",
  ابو: "ابو",
  ابي: "ابو",
  ابا: "ابو",
  ام: "ام",
  abd: "abd",
  abdul: "abd",
  abdel: "abd",
  abdal: "abd",
  abu: "abu",
  abul: "abu",
  abi: "abu",
  um: "um",
  om: "um",
};
/** Those that are left out as often as not. */
const BETWEEN: ReadonlySet<string> = new Set(["بن", "ابن", "بنت", "bin", "ben", "ibn", "bint"]);
const isLoose = (word: string): boolean => BETWEEN.has(word) || Object.hasOwn(LEADS, word);

/** What follows such a word, without what is left of the article: Abdullatif has one l of two, and Abdullah neither vowel. */
const tailOf = (rest: string): string =>
  /^[aeu]lah?$/u.test(rest) ? "ala" : rest.replace(/^ال(?=.{2})|^l(?=.{3})/u, "");
const JOINED = [
  /^(عبد)(ال.{2,}|.{3,})$/u,
  /^(ابو)(.{3,})$/u,
  /^(abd)([aeu]la)$/u,
  /^(abd)(?:[aeu]l|u(?=[dnrstz]))?(.{3,})$/u,
  /^(abu)(.{3,})$/u,
];

/** A name of which the words that belong together are one: عبد الرحمن and عبدالرحمن, Abdul Rahman and Abdelrahman. */
function compounded(words: readonly string[]): { words: string[]; joined: string[] } {
  const found: string[] = [];
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const next = words[at + 1];
    if (BETWEEN.has(word) && at > 0 && next !== undefined) continue;
    const lead = Object.hasOwn(LEADS, word) ? LEADS[word] : undefined;
    const parts = JOINED.map((form) => form.exec(word)).find((match) => match !== null);
    if (lead !== undefined && next !== undefined) {
      joined.push(lead + tailOf(next));
      at++;
    } else if (parts) joined.push((parts[1] ?? "") + tailOf(parts[2] ?? ""));
    else {
      found.push(word);
      continue;
    }
    found.push(joined.at(-1) ?? word);
  }
  return { words: unique(found), joined };
}

/**
 * The forms of a name by which it is found: all its words in whatever order and, of a longer one, every two of them, for of four
 * names people use two. The same again with the words that belong together as one, each of which is found by itself too.
 */
export function formsOfName(name: string): string[] {
  const words = wordsOfName(name);
  const compound = compounded(words);
  // Abu and Bakr are a name; Abu and the name of the grandfather are none.
  const areName = (one: string, other: string) =>
    !(isLoose(one) || isLoose(other)) || (isLoose(one) && words[words.indexOf(one) + 1] === other);
  return unique([
    ...whole(words),
    ...pairs(words, areName),
    ...whole(compound.words),
    ...pairs(compound.words),
    ...compound.joined,
  ]);
}

/** The forms by which a name is asked for. Of several words Abdul and Rahman are one, or every Abdulrahman would be found. */
export function askedOfName(name: string): string[] {
  const words = wordsOfName(name);
  const compound = compounded(words).words;
  return unique([
    ...whole(words),
    ...pairs(words, (one, other) => !(isLoose(one) || isLoose(other))),
    ...whole(compound),
    ...pairs(compound),
  ]);
}

/** Letters and digits alone, digits of all scripts as one. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

const PHONE_MIN = 6;
/** Between the shortest number that is dialled within a country with its area, and what the longest have in common. */
const TAILS = [9, 8, 7] as const;
const TAIL_MAX = TAILS[0];

/** A number without what is dialled before that of its country or its area. */
const digitsOf = (phone: string): string =>
  plain(phone.replaceAll(/\(\s*[0\u0660\u06F0]\s*\)/gu, ""))
    .replaceAll(/\D/gu, "")
    .replace(/^0+/u, "");
const tails = (digits: string): string[] =>
  TAILS.flatMap((length) => (digits.length < length ? [] : [digits.slice(-length)]));
/** Apart from an end of the same digits: this is all that was typed. */
const typedWhole = (digits: string): string => `=${digits}`;

/**
 * The forms of a telephone number: its ends, and all of it. Two numbers are one when the shorter is the end of the longer, whichever
 * of them has the code of its country; other numbers that end alike do not meet.
 */
export function formsOfPhone(phone: string): string[] {
  const digits = digitsOf(phone);
  if (digits.length < PHONE_MIN) return [];
  return unique([digits.slice(-TAIL_MAX), ...tails(digits), typedWhole(digits)]);
}

/**
 * The forms by which a number is asked for: as the end of one on record, or ending with one on record. Marks from before there were
 * several of a number are the last nine digits, or all of fewer, which are asked for too; the others come with the next change.
 */
export function askedOfPhone(phone: string): string[] {
  const digits = digitsOf(phone);
  if (digits.length < PHONE_MIN) return [];
  return unique([digits.slice(-TAIL_MAX), ...tails(digits).map(typedWhole), typedWhole(digits)]);
}

const orNone = (form: string): string[] => (form === "" ? [] : [form]);
export const formsOfEmail = (email: string): string[] => orNone(email.normalize("NFKC").toLowerCase().trim());

const PAPER_DIGITS_MIN = 5;
/** A paper in whatever spelling and, of a longer number, the digits alone: which kind of paper it is, is not always said. */
export function formsOfPaper(paper: string): string[] {
  const form = foldLetters(paper);
  const digits = form.replaceAll(/\D/gu, "");
  return [...orNone(form), ...(digits.length < PAPER_DIGITS_MIN ? [] : [`#${digits}`])];
}
/** Marks from before papers were folded as names are asked for too. */
export const askedOfPaper = (paper: string): string[] =>
  unique([...formsOfPaper(paper), ...orNone(plain(paper))]);

/** The keyed hash of a form. An alias is found as a name is. */
export const markOf = (keys: Keys, kind: MarkKind, form: string): string =>
  keys.hmac(`vault/${kind === "alias" ? "name" : kind}`, form);

/** All marks of an identity, each once. */
export function marksOf(keys: Keys, { names, contacts, papers }: Identity): Mark[] {
  const forms: [MarkKind, string[]][] = [
    ["name", formsOfName(names?.name ?? "")],
    ["alias", (names?.aliases ?? []).flatMap(formsOfName)],
    ["phone", (contacts?.phones ?? []).flatMap(formsOfPhone)],
    ["email", (contacts?.emails ?? []).flatMap(formsOfEmail)],
    ["paper", (papers ?? []).flatMap(formsOfPaper)],
  ];
  return forms.flatMap(([kind, all]) =>
    [...new Set(all)].map((form) => ({ kind, mark: markOf(keys, kind, form) })),
  );
}
