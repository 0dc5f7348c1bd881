/** Invented words for the bench: a seeded stream of numbers, and sentences in English and Arabic of no real place or person. */

/** Numbers that are the same in every run. */
export interface Dice {
  /** A whole number from 0 up to, not including, `below`. */
  roll(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** An id of the house's form: prefix and 22 characters. */
  id(prefix: string): string;
  /** A human code of the house's form. */
  code(prefix: string): string;
}

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** @param seed any whole number; the same seed gives the same stream (mulberry32) */
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const roll = (below: number) => next() % below;
  const text = (alphabet: string, length: number) => {
    let made = "";
    while (made.length < length) made += alphabet[roll(alphabet.length)] ?? "";
    return made;
  };
  let codes = 0;
  return {
    roll,
    pick(from) {
      const found = from[roll(from.length)];
      if (found === undefined) throw new Error("nothing to pick from");
      return found;
    },
    id: (prefix) => `${prefix}_${text(BASE62, 22)}`,
    // Counted, not rolled: a million rolled codes of five letters would meet each other.
    code(prefix) {
      codes += 1;
      let rest = codes;
      let body = "";
      for (let place = 0; place < 6; place++) {
        body = (CODE_LETTERS[rest % 32] ?? "0") + body;
        rest = Math.floor(rest / 32);
      }
      return `${prefix}-${body}`;
    },
  };
}

/** A word that stands in one account of ten thousand, in each script. */
export const RARE = { en: "quillwort", ar: "زمردة" } as const;
/** A word that stands in every second account, in each script. */
export const COMMON = { en: "harbour", ar: "الميناء" } as const;

const PLACES_EN = ["Tell Arzun", "Wadi Merak", "Qasr Velun", "Ain Doreth", "Bir Solman", "Khirbet Nareen"];
const PLACES_AR = ["تل أرزون", "وادي ميراك", "قصر فيلون", "عين دوريث", "بئر صولمان", "خربة نارين"];
const OPENINGS_EN = [
  "Before dawn",
  "After the noon prayer",
  "That evening",
  "Two days later",
  "Around midday",
];
const OPENINGS_AR = ["قبل الفجر", "بعد صلاة الظهر", "في ذلك المساء", "بعد يومين", "عند الظهيرة"];
const SEEN_EN = [
  "three vehicles without plates stopped at the bakery",
  "men in grey jackets asked for papers at every door",
  "we heard shouting from the school and then nothing",
  "a neighbour told us to leave by the river road",
  "the shop on the corner was already burning",
  "they read names from a list and took six people with them",
];
const SEEN_AR = [
  "توقفت ثلاث سيارات بلا لوحات أمام المخبز",
  "طلب رجال بسترات رمادية الأوراق عند كل باب",
  "سمعنا صراخاً من المدرسة ثم ساد الصمت",
  "قال لنا أحد الجيران أن نغادر من طريق النهر",
  "كان الدكان عند الزاوية يحترق",
  "قرأوا أسماء من قائمة وأخذوا معهم ستة أشخاص",
];

/** A name of a place that is nowhere. */
export const placeName = (dice: Dice, number: number) => {
  const at = dice.roll(PLACES_EN.length);
  return { en: `${PLACES_EN[at] ?? ""} ${number}`, ar: `${PLACES_AR[at] ?? ""} ${number}` };
};

/** One paragraph of an invented account, original in one script; every second one has the common word, few the rare one. */
export function paragraph(
  dice: Dice,
  language: "en" | "ar",
  words: { common: boolean; rare: boolean },
): string {
  const arabic = language === "ar";
  const [openings, seen, places] = arabic
    ? [OPENINGS_AR, SEEN_AR, PLACES_AR]
    : [OPENINGS_EN, SEEN_EN, PLACES_EN];
  const near = arabic ? "قرب" : "near";
  const extra = [
    words.common ? `${near} ${arabic ? COMMON.ar : `the ${COMMON.en}`}` : "",
    words.rare ? (arabic ? RARE.ar : RARE.en) : "",
  ].filter((part) => part !== "");
  const first = [dice.pick(openings), dice.pick(seen), near, dice.pick(places), ...extra].join(" ");
  return `${first}. ${dice.pick(openings)} ${dice.pick(seen)}.`;
}

/** A title, the same in no two accounts. */
export const titleOf = (dice: Dice, language: "en" | "ar", number: number): string =>
  language === "ar"
    ? `رواية مختلقة ${number} من ${dice.pick(PLACES_AR)}`
    : `Invented account ${number} from ${dice.pick(PLACES_EN)}`;

/** A date as uncertain as such dates are: a day, a month, a season's start, a span, about a year, or none. */
export function uncertainDate(dice: Dice): string | null {
  const year = 2019 + dice.roll(6);
  const month = String(1 + dice.roll(12)).padStart(2, "0");
  const day = String(1 + dice.roll(28)).padStart(2, "0");
  switch (dice.roll(10)) {
    case 0:
      return null;
    case 1:
      return `${year}-${month}`;
    case 2:
      return `${year}-${month}-${day}/${year + 1}-${month}`;
    case 3:
      return `${year}~`;
    case 4:
      return `${year}-${month}-${day}?`;
    default:
      return `${year}-${month}-${day}`;
  }
}
