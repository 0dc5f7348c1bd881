import { randomOf } from "#lib/platform/random.ts";
import { type IdKind, idPrefixes } from "./id-forms.ts";

export { type IdKind, isId } from "./id-forms.ts";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ID_LENGTH = 22;
/** 35 bits that ids of one moment share; 95 more are each id's own. */
const HEAD_LENGTH = 6;
const MOMENT_MS = 64;

let moment = { head: "", endsAt: 0 };

/**
 * Who somebody is, and that they are signed in: nothing may tell that two of these came about together. A person's codes in
 * the logs of two cases would be known by it for the same person's.
 */
const APART: ReadonlySet<IdKind> = new Set([
  "account",
  "callerCode",
  "factor",
  "human",
  "invitation",
  "roleProposal",
  "session",
]);

/**
 * Makes a fresh random id of a kind. Ids of one moment begin alike, so that what is written together lies together in each
 * index; how they begin is random, and says neither when that was nor how many they are. Those of people stand apart.
 */
export function newId(kind: IdKind): string {
  if (APART.has(kind)) return `${idPrefixes[kind]}_${randomLetters(ID_LENGTH)}`;
  const now = performance.now();
  if (now >= moment.endsAt) moment = { head: randomLetters(HEAD_LENGTH), endsAt: now + MOMENT_MS };
  return `${idPrefixes[kind]}_${moment.head}${randomLetters(ID_LENGTH - HEAD_LENGTH)}`;
}

/** How an id begins after its prefix. */
export const headOf = (id: string): string => {
  const start = id.indexOf("_") + 1;
  return id.slice(start, start + HEAD_LENGTH);
};

/** Each byte below 248 is one of four that stand for a letter; the others would favour the first eight. */
function randomLetters(count: number): string {
  let text = "";
  while (text.length < count)
    for (const byte of randomOf(count - text.length)) if (byte < 248) text += BASE62[byte % 62];
  return text;
}

/** Crockford's base 32 without I, L, O and U: no look-alikes, no words. */
const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 6;

/**
 * Makes a short human code such as `T-7K3QXM`: a letter prefix, random characters and a check character.
 * Random, never sequential: a gap in a sequence would betray a hidden record.
 */
export function newCode(prefix: string): string {
  const body = [...randomOf(CODE_LENGTH - 1)].map((byte) => CODE_ALPHABET[byte % 32]).join("");
  return `${prefix}-${body}${checkCharacter(body)}`;
}

/** Makes another code with the prefix of one that is taken. */
export const anotherCode = (taken: string): string => newCode(taken.slice(0, taken.indexOf("-")));

/** True when the text is a code whose check character fits; a mistyped code fails with probability 31/32. */
export function isCode(text: string): boolean {
  const found = /^[A-Z]{1,2}-([0-9A-HJKMNP-TV-Z]{5})([0-9A-HJKMNP-TV-Z])$/.exec(text);
  return found !== null && checkCharacter(found[1] ?? "") === found[2];
}

/** Weighted sum modulo 31 (a prime), so that one wrong character and any swap of two neighbours are noticed. */
function checkCharacter(body: string): string {
  let sum = 0;
  for (const [position, letter] of [...body].entries()) sum += (position + 1) * CODE_ALPHABET.indexOf(letter);
  return CODE_ALPHABET[sum % 31] ?? "0";
}
