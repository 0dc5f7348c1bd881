/**
 * A custodian's share of the recovery key as people write it down, read it out and type it again: a head that says which share
 * of which set it is, and three lines of letters and digits in Crockford's base32. Each line carries two signs of its own by
 * which any one mistyped letter and any two neighbours that changed places are found, and the line is named.
 */
import { createHash } from "node:crypto";

/** How many people may hold a share; two at least, since one who can open everything alone is no custodian but a key. */
export const SHARES_MIN = 2;
export const SHARES_MAX = 9;

/** A share of the key: its last byte is the place at which the rest was taken. */
export const SHARE_BYTES = 33;

const PREFIX = "ATTEST-SHARE";
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SET_SIGNS = 6;
const LINE_SIGNS = 18;
const PAYLOAD_LINES = 3;
/** Lines of a written share. */
export const SHARE_LINES = 1 + PAYLOAD_LINES;
/** The largest prime below 32²: two signs, and no difference of one sign or of two neighbours is a multiple of it. */
const CHECK_MODULUS = 1_021;
/** What a keyboard, a bidirectional text or a careful hand puts between the groups. */
const BETWEEN = /[\s\p{Cf}\p{Pd}_.·:]+/gu;

/** One share, and which it is. */
export interface Share {
  /** From 1. */
  number: number;
  /** How many there are. */
  shares: number;
  /** How many recover. */
  needed: number;
  /** Short name of the set, which is that of its public key. */
  set: string;
  bytes: Uint8Array;
}

/** What was typed is no share; `line` is the first of the four lines with a mistake, null where it has not four. */
export class WrongShare extends Error {
  readonly line: number | null;
  constructor(line: number | null) {
    super(line === null ? "This is no share: a share has four lines." : `Line ${line} has a mistake.`);
    this.line = line;
  }
}

/** @returns the short name of the set that belongs to a public key */
export function setOf(publicKey: Buffer): string {
  const digest = createHash("sha256").update("attest/1/set").update(publicKey).digest();
  return signsOf(digest).slice(0, SET_SIGNS);
}

/** A share as four lines. */
export function textOfShare({ number, shares, needed, set, bytes }: Share): string {
  const head = headValues({ number, shares, needed, set });
  const signs = signsOf(bytes).padEnd(PAYLOAD_LINES * LINE_SIGNS, ALPHABET[0]);
  const lines = Array.from({ length: PAYLOAD_LINES }, (_, at) => {
    const data = signs.slice(at * LINE_SIGNS, (at + 1) * LINE_SIGNS);
    return grouped(data + checkOf([...head, at + 2, ...valuesOf(data)]));
  });
  return [`${PREFIX} ${number} ${needed}/${shares} ${grouped(set + checkOf(head))}`, ...lines].join("\n");
}

/**
 * Reads a share as it was typed: in any case, with O for 0, I or L for 1, digits of any keyboard, any gaps and empty lines.
 * @throws WrongShare
 */
export function shareFrom(typed: string): Share {
  const lines = asMeant(typed)
    .split("\n")
    .filter((line) => signsIn(line) !== "");
  const [first = "", ...rest] = lines;
  if (rest.length !== PAYLOAD_LINES) throw new WrongShare(null);
  const head = headOf(first);
  const values = headValues(head);
  const signs = rest.map((line, at) => {
    const all = signsIn(line);
    const data = all.slice(0, LINE_SIGNS);
    const isRight =
      all.length === LINE_SIGNS + 2 &&
      isSigns(all) &&
      all.slice(LINE_SIGNS) === checkOf([...values, at + 2, ...valuesOf(data)]);
    if (!isRight) throw new WrongShare(at + 2);
    return data;
  });
  const bytes = bytesOf(signs.join(""));
  if (bytes === null) throw new WrongShare(PAYLOAD_LINES + 1);
  return { ...head, bytes };
}

type Head = Omit<Share, "bytes">;

function headOf(line: string): Head {
  const found = /^\W*ATTEST\W*SHARE\W*([1-9IL])\W+([1-9IL])\W*\/\W*([1-9IL])\W+(.+)$/u.exec(
    line.replaceAll(/\p{Cf}/gu, ""),
  );
  const all = signsIn(found?.[4] ?? "");
  const head = {
    number: Number(plain(found?.[1] ?? "")),
    needed: Number(plain(found?.[2] ?? "")),
    shares: Number(plain(found?.[3] ?? "")),
    set: all.slice(0, SET_SIGNS),
  };
  const isRight =
    found !== null &&
    all.length === SET_SIGNS + 2 &&
    isSigns(all) &&
    all.slice(SET_SIGNS) === checkOf(headValues(head)) &&
    SHARES_MIN <= head.needed &&
    head.needed <= head.shares &&
    head.number <= head.shares;
  if (!isRight) throw new WrongShare(1);
  return head;
}

const headValues = ({ number, shares, needed, set }: Head): number[] => [
  number,
  needed,
  shares,
  ...valuesOf(set),
];

/** NFKC makes one form of full-width and presentation forms; the digits of Arabic and Persian keyboards become those of the alphabet. */
const asMeant = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/\p{Nd}/gu, (digit) => String(digitOf(digit)))
    .replaceAll(/\r\n?/g, "\n");

/** Every ten decimal digits of Unicode stand in a row, from their zero on. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  const zero = [0x30, 0x06_60, 0x06_f0].find((start) => code >= start && code < start + 10);
  return zero === undefined ? 0 : code - zero;
}

const LOOK_ALIKE: Record<string, string> = { O: "0", I: "1", L: "1" };
const plain = (sign: string): string => LOOK_ALIKE[sign] ?? sign;
const signsIn = (line: string): string => line.replaceAll(BETWEEN, "").replaceAll(/[OIL]/g, plain);
const valuesOf = (signs: string): number[] => signs.split("").map((sign) => ALPHABET.indexOf(sign));
const isSigns = (text: string): boolean => valuesOf(text).every((value) => value >= 0);
const grouped = (signs: string): string => (signs.match(/.{1,4}/g) ?? []).join(" ");

/** Two signs: the values as one number to the base 32, modulo a prime. */
function checkOf(values: readonly number[]): string {
  const rest = values.reduce((sum, value) => (sum * 32 + value) % CHECK_MODULUS, 1);
  return `${ALPHABET[rest >> 5] ?? ""}${ALPHABET[rest & 31] ?? ""}`;
}

function signsOf(bytes: Uint8Array): string {
  let [held, bits, signs] = [0, 0, ""];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      signs += ALPHABET[held >> bits] ?? "";
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? signs + (ALPHABET[held << (5 - bits)] ?? "") : signs;
}

/** @returns null where what is over is not empty: no share was ever written so */
function bytesOf(signs: string): Uint8Array | null {
  const bytes = new Uint8Array(SHARE_BYTES);
  let [held, bits, at] = [0, 0, 0];
  for (const value of valuesOf(signs)) {
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    const byte = held >> bits;
    held &= (1 << bits) - 1;
    if (at < SHARE_BYTES) bytes[at] = byte;
    else if (byte !== 0) return null;
    at += 1;
  }
  return held === 0 ? bytes : null;
}
