/**
 * A word of a name as sounds, the same alphabet for words in Arabic and in Latin letters, and how far two such words lie apart.
 * Arabic leaves short vowels out and Latin spellings of one name differ mostly in them, so consonants carry the weight, and what
 * the two scripts regularly write differently (q and k, dh and z, g and j) lies close together.
 */

/** One sound: a consonant or a vowel (a, i, u; A, I, U for those that a spelling makes long; ~ for an h that may be silent). */
export type Sounds = string;

const ARABIC: Readonly<Record<string, string>> = {
  ا: "A",
  أ: "a",
  إ: "i",
  آ: "A",
  ٱ: "A",
  ء: "",
  ئ: "i",
  ؤ: "u",
  ى: "A",
  ع: "a",
  ب: "b",
  پ: "b",
  ت: "t",
  ط: "t",
  ث: "T",
  ج: "j",
  چ: "j",
  ح: "h",
  ه: "h",
  ھ: "h",
  خ: "X",
  د: "d",
  ض: "d",
  ذ: "D",
  ظ: "D",
  ر: "r",
  ز: "z",
  ژ: "z",
  س: "s",
  ص: "s",
  ش: "S",
  غ: "G",
  ف: "f",
  ڤ: "f",
  ق: "q",
  ك: "k",
  ک: "k",
  گ: "g",
  ل: "l",
  م: "m",
  ن: "n",
  و: "w",
  ي: "y",
  ی: "y",
  ة: "",
};

/** Longest first: two letters that are one sound. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/^kh/, "X"],
  [/^gh/, "G"],
  [/^[sc]h/, "S"],
  [/^th/, "T"],
  [/^dh/, "D"],
  [/^ph/, "f"],
  [/^ck/, "k"],
  [/^dj/, "j"],
  [/^(?:aou|ou|oo|au|aw(?![aeiou])|uu)/, "U"],
  [/^(?:ee|ei|ey(?![aeou])|ai|ay(?![aeiou])|ie|ii|iy(?![aeou])|ae)/, "I"],
  [/^aa/, "A"],
  [/^c(?=[ei])/, "s"],
  [/^y(?![aeiou])/, "i"],
  [/^h$/, "~"],
];
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  a: "a",
  e: "i",
  i: "i",
  o: "u",
  u: "u",
  c: "k",
  p: "b",
  v: "f",
  x: "ks",
  // As they are typed where there are no Arabic letters.
  2: "",
  3: "a",
  5: "X",
  7: "h",
};

const isArabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word);

/** The sounds of one word, which holds letters alone. */
export function soundsOf(word: string): Sounds {
  return once(isArabic(word) ? arabicSounds(word) : latinSounds(word.toLowerCase()));
}

/** A doubled consonant is written once or twice, whichever; so is a vowel. */
const once = (sounds: string): string => sounds.replaceAll(/(.)\1+/gu, "$1");

function arabicSounds(word: string): string {
  // The last letter of عبدة and عبده is one sound, and it is written one for the other.
  const ending = /[ةه]$/u.test(word) && word.length > 2 ? "a" : "";
  const rest = ending === "" ? word : word.slice(0, -1);
  return [...rest].map((letter) => ARABIC[letter] ?? "").join("") + ending;
}

function latinSounds(word: string): string {
  let rest = word;
  let sounds = "";
  while (rest !== "") {
    const [found] = LATIN.flatMap(([form, sound]) => {
      const match = form.exec(rest);
      return match && (sound !== "~" || /[aiuAIU]$/.test(sounds)) ? [{ sound, length: match[0].length }] : [];
    });
    const letter = rest[0] ?? "";
    sounds += found?.sound ?? LATIN_LETTERS[letter] ?? (/[a-z]/.test(letter) ? letter : "");
    rest = rest.slice(found?.length ?? 1);
  }
  return sounds;
}

const VOWELS = "aiuAIU";
const isVowel = (sound: string): boolean => VOWELS.includes(sound);
const isLong = (sound: string): boolean => "AIU".includes(sound);
/** Whether a sound is one of those that are a consonant here and a vowel there. */
const isBoth = (sound: string): boolean => sound === "w" || sound === "y";

function weightOf(sound: string): number {
  if (sound === "~") return 0;
  if (isVowel(sound)) return 0.3;
  return isBoth(sound) ? 0.7 : 1;
}

/** What is written for one another, and how far it is apart. */
const NEAR = new Map<string, number>(
  (
    [
      ["tT", 0.2],
      ["sT", 0.2],
      ["dD", 0.15],
      ["zD", 0.15],
      ["TD", 0.4],
      ["sz", 0.5],
      ["sS", 0.4],
      ["td", 0.5],
      ["qk", 0.1],
      ["qg", 0.25],
      ["Gg", 0.1],
      ["jg", 0.15],
      ["kX", 0.25],
      ["hX", 0.3],
      ["gk", 0.4],
      ["h~", 0],
      ["wU", 0],
      ["wu", 0.05],
      ["yI", 0],
      ["yi", 0.05],
      ["aA", 0],
      ["iI", 0.05],
      ["uU", 0.05],
      ["ai", 0.2],
      ["au", 0.25],
      ["iu", 0.25],
      ["aI", 0.25],
      ["aU", 0.3],
      ["Ai", 0.3],
      ["Au", 0.4],
      ["AI", 0.4],
      ["AU", 0.4],
      ["iU", 0.4],
      ["uI", 0.4],
      ["IU", 0.5],
      ["yw", 0.6],
      ["a~", 0.05],
    ] as const
  ).flatMap(([two, cost]) => [
    [two, cost],
    [`${two.slice(1)}${two.slice(0, 1)}`, cost],
  ]),
);

function change(one: string, other: string): number {
  if (one === other) return 0;
  const near = NEAR.get(one + other);
  if (near !== undefined) return near;
  const loose = (sound: string) => isVowel(sound) || isBoth(sound) || sound === "~";
  return loose(one) && loose(other) ? 0.6 : 1;
}

/** What it costs that a sound stands on one side alone: next to nothing for a short vowel that the other script does not write. */
function absence(sound: string, isAcross: boolean, isInArabic: boolean): number {
  if (sound === "~") return 0.05;
  if (isBoth(sound)) return 0.6;
  if (!isVowel(sound)) return 0.9;
  // An alef, or a vowel that only one of two Arabic spellings has, is written on purpose.
  if (isInArabic) return sound === "A" ? 0.5 : 0.25;
  if (!isAcross) return 0.3;
  return isLong(sound) ? 0.2 : 0.04;
}

/** A word of a name with the script in which it is written. */
export interface SoundedWord {
  readonly sounds: Sounds;
  readonly isArabic: boolean;
}
export const soundedWord = (word: string): SoundedWord => ({
  sounds: soundsOf(word),
  isArabic: isArabic(word),
});

/** How alike two words sound, from 0 to 1. */
export function wordLikeness(one: SoundedWord, other: SoundedWord): number {
  const total = Math.max(weigh(one.sounds), weigh(other.sounds));
  return total === 0 ? 0 : Math.max(0, 1 - distance(one, other) / total);
}

const weigh = (sounds: string): number => [...sounds].reduce((sum, sound) => sum + weightOf(sound), 0);
const SWAP = 0.5;

/** The least costly way from one word to the other (Damerau–Levenshtein, weighted). */
function distance(one: SoundedWord, other: SoundedWord): number {
  const isAcross = one.isArabic !== other.isArabic;
  const a = [...one.sounds];
  const b = [...other.sounds];
  const gone = a.map((sound) => absence(sound, isAcross, one.isArabic));
  const added = b.map((sound) => absence(sound, isAcross, other.isArabic));
  let earlier: number[] = [];
  let before = added.reduce<number[]>((row, cost) => [...row, (row.at(-1) ?? 0) + cost], [0]);
  for (const [i, sound] of a.entries()) {
    const left = gone[i] ?? 0;
    const row = [(before[0] ?? 0) + left];
    for (const [j, heard] of b.entries()) {
      const isSwapped = i > 0 && j > 0 && sound === b[j - 1] && a[i - 1] === heard;
      row.push(
        Math.min(
          (before[j + 1] ?? 0) + left,
          (row[j] ?? 0) + (added[j] ?? 0),
          (before[j] ?? 0) + change(sound, heard),
          isSwapped ? (earlier[j - 1] ?? 0) + SWAP : Infinity,
        ),
      );
    }
    earlier = before;
    before = row;
  }
  return before.at(-1) ?? 0;
}
