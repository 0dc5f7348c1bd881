import { wordsOf } from "#lib/core/folding.ts";
import type { Keys } from "#lib/platform/keys.ts";
import type { Identity } from "../vocabulary.ts";
import type { MarkKind } from "../words.ts";

export interface Mark {
  readonly kind: MarkKind;
  readonly mark: string;
}

/** Alike for Almasri and al-Masri; what it leaves need be no name. */
const withoutArticle = (word: string): string => word.replace(/^[ae]l(?=.{3})/u, "");

const WORDS_MAX = 8;

/**
 * The forms of a name by which it is found: all its words in whatever order and, of a longer one, every two of them, for of four
 * names people use two.
 */
export function formsOfName(name: string): string[] {
  const words = [...new Set(wordsOf(name).map(({ folded }) => withoutArticle(folded)))]
    .toSorted()
    .slice(0, WORDS_MAX);
  if (words.length === 0) return [];
  const pairs = words.flatMap((one, at) => words.slice(at + 1).map((other) => `${one} ${other}`));
  return [...new Set([words.join(" "), ...pairs])];
}

/** Letters and digits alone, digits of all scripts as one. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

const PHONE_TAIL = 9;
const PHONE_MIN = 6;

/** The end of a telephone number: with and without the code of a country it is the same. */
export function formsOfPhone(phone: string): string[] {
  const digits = plain(phone).replaceAll(/\D/gu, "");
  return digits.length < PHONE_MIN ? [] : [digits.replace(/^0+/u, "").slice(-PHONE_TAIL)];
}

const orNone = (form: string): string[] => (form === "" ? [] : [form]);
export const formsOfEmail = (email: string): string[] => orNone(email.normalize("NFKC").toLowerCase().trim());
export const formsOfPaper = (paper: string): string[] => orNone(plain(paper));

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
