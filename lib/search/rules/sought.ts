/** What a person typed, as the words that the index knows. */
import { isCode } from "#lib/core/ids.ts";
import { wordsOf, type Word } from "#lib/core/folding.ts";

/** One word that is looked for: in any of its forms, or as the beginning of a word. */
export interface SoughtWord {
  readonly forms: readonly string[];
  readonly beginnings: readonly string[];
}

export interface Sought {
  /** All words as whole words. */
  readonly whole: readonly SoughtWord[];
  /** The last word as a beginning, while it is being typed; null when it is whole or too short for one. */
  readonly typing: readonly SoughtWord[] | null;
}

const WORDS_MAX = 12;
/** Shorter beginnings fit too much of everything. */
const BEGINNING_LENGTH_MIN = 3;

/** Reads what was typed. No words at all: nothing is asked. */
export function soughtIn(text: string): Sought {
  const words = wordsOf(text).slice(0, WORDS_MAX);
  const last = words.at(-1);
  const whole = words.map(wholeWord);
  if (!last || last.end < text.trimEnd().length || /\s$/u.test(text)) return { whole, typing: null };
  const beginnings = beginningsOf(last);
  if (beginnings.length === 0) return { whole, typing: null };
  return { whole, typing: [...whole.slice(0, -1), { forms: wholeWord(last).forms, beginnings }] };
}

const wholeWord = ({ folded, joined }: Word): SoughtWord => ({
  forms: joined === null ? [folded] : [folded, joined],
  beginnings: [],
});

/** "Quso" may become Qusour, whose ou is folded to u. */
function beginningsOf({ folded }: Word): string[] {
  const all = folded.endsWith("o") ? [folded, `${folded.slice(0, -1)}u`] : [folded];
  return all.filter((one) => one.length >= BEGINNING_LENGTH_MIN);
}

/** Which of the sought words, by position, a word of a text is; -1 when none. */
export function positionOf(sought: readonly SoughtWord[], word: Word): number {
  const forms = [word.folded, word.joined, word.bare].filter((form) => form !== null);
  return sought.findIndex(({ forms: wanted, beginnings }) =>
    forms.some((form) => wanted.includes(form) || beginnings.some((one) => form.startsWith(one))),
  );
}

/** Zero and one are often read as letters; a code holds neither I, L, O nor U. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0" };

/**
 * The code that was pasted, or null: also in small letters, with digits of another script, with spaces, any dash or none,
 * and with the invisible marks that copying brings along.
 */
export function codeIn(text: string): string | null {
  const letters = text
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll(/[^0-9A-Z]/gu, "");
  const [, prefix, body] = /^([A-Z]{1,2})([0-9A-Z]{6})$/.exec(letters) ?? [];
  if (prefix === undefined || body === undefined) return null;
  const code = `${prefix}-${body.replaceAll(/[ILO]/g, (sign) => LOOK_ALIKES[sign] ?? sign)}`;
  return isCode(code) ? code : null;
}
