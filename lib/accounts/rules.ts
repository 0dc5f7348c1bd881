/** How hard a password is to guess, asked of a list and of patterns that lie here: nothing is sent to anybody. */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/**
 * So many guesses a password must withstand, as a power of ten. Those who stole the database guess some thousand times a
 * second at most, Argon2id taking what it takes: ten digits are years of it.
 */
const GUESSES_LOG10_MIN = 10;
const NAME_PARTS = /[\s._-]+/;
const NAME_PART_LENGTH_MIN = 3;
/** What must be left of a password without the person's names. */
const OWN_LENGTH_MIN = 8;

let guesser: ZxcvbnFactory | null = null;

/**
 * True when a password is too easily guessed: it is, or is much like, one of some 49,000 that were breached most often; it is a row
 * of keys or a sequence; or it is made of the person's own name (ASVS 5.0, 6.2.4, 6.2.11 and 6.2.12; NIST SP 800-63B, 5.1.1.2).
 * @param names what anybody knows of the person: the name of the account and the name shown
 */
export function isEasilyGuessed(password: string, names: readonly string[]): boolean {
  const known = ["attest", ...names, ...names.flatMap((name) => name.split(NAME_PARTS))]
    .map((name) => name.toLowerCase())
    .filter((name) => name.length >= NAME_PART_LENGTH_MIN)
    .toSorted((a, b) => b.length - a.length);
  const own = known.reduce((rest, name) => rest.replaceAll(name, ""), password.toLowerCase());
  if (own.length < OWN_LENGTH_MIN) return true;
  guesser ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return guesser.check(password, known).guessesLog10 < GUESSES_LOG10_MIN;
}
