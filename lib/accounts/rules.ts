/** How hard a password is to guess, asked of a list and of patterns that lie here: nothing is sent to anybody. */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/**
 * So many guesses a password must withstand, as a power of ten. A thousand guesses a second, which Argon2id with 64 MiB
 * allows to nobody but the rich, are three years of it.
 */
const GUESSES_LOG10_MIN = 11;
const NAME_PARTS = /[\s._-]+/;
const NAME_PART_LENGTH_MIN = 3;
/** What must be left of a password without the person's names. */
const OWN_LENGTH_MIN = 8;

let guesser: ZxcvbnFactory | null = null;

/** Letters and digits where an Arabic keyboard has them, and what a Latin one has there. */
const ARABIC_KEYS = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ٠١٢٣٤٥٦٧٨٩";
const LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvnm,./0123456789";

/** What the same keys write on a Latin keyboard, by which rows of keys are known. */
const asLatinKeys = (text: string): string =>
  [...text].map((letter) => LATIN_KEYS[ARABIC_KEYS.indexOf(letter)] ?? letter).join("");

/**
 * True when a password is too easily guessed: it is, or is much like, one of some 49,000 that were breached most often (those
 * are in Latin letters); it is a row of keys, Latin or Arabic, or a sequence; or little is left of it without the person's own
 * name (ASVS 5.0, 6.2.4, 6.2.11 and 6.2.12; NIST SP 800-63B, 5.1.1.2).
 * @param names what anybody knows of the person: the name of the account and the name shown
 */
export function isEasilyGuessed(password: string, names: readonly string[]): boolean {
  const known = ["attest", ...names, ...names.flatMap((name) => name.split(NAME_PARTS))]
    .map((name) => name.toLowerCase())
    .filter((name) => name.length >= NAME_PART_LENGTH_MIN)
    .toSorted((a, b) => b.length - a.length);
  const own = known.reduce((rest, name) => rest.replaceAll(name, ""), password.toLowerCase());
  if (own.length < OWN_LENGTH_MIN) return true;
  const guessing = (guesser ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }));
  return [password, own, asLatinKeys(password)].some(
    (text) => guessing.check(text, known).guessesLog10 < GUESSES_LOG10_MIN,
  );
}
