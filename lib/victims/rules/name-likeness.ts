import { type NamePart, partsOfName } from "./name-parts.ts";
import { wordLikeness } from "./name-sounds.ts";

/**
 * `folded` compares what names sound like, in whatever script; `literal` compares what was written, sign by sign, with no folding at
 * all: for whoever has to say that two lists hold the very same spelling.
 */
export const NAME_MODES = ["folded", "literal"] as const;
export type NameMode = (typeof NAME_MODES)[number];

/** From where two names are put before a person. Nothing is decided by it. */
export const LIKELY = 0.72;

/** A part that is unlike is no part of it; one that is alike weighs more than by half. */
const UNLIKE = 0.6;
/** For a name of the longer one that the shorter leaves out: fathers and grandfathers are, and so is Abu. */
const LEFT_OUT = 0.06;
const KUNYA_LEFT_OUT = 0.03;
const ORDER_CHANGED = 0.02;
/** One word that two people have in common is little. */
const ONE_WORD_ALONE = 0.7;

/** How alike two names are, from 0 to 1. @param mode literal: 1 for the very same signs and 0 for any others */
export function nameLikeness(one: string, other: string, mode: NameMode = "folded"): number {
  if (mode === "literal") return one === other ? 1 : 0;
  return partsLikeness(partsOfName(one), partsOfName(other));
}

/** The same of names that were taken apart before, for whoever compares one with many. */
export function partsLikeness(one: readonly NamePart[], other: readonly NamePart[]): number {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  if (few.length === 0) return 0;
  const best = bestMatch(few, many);
  const counted = Math.max(1, few.length - best.leftOut);
  const extra = many.filter((_, at) => !best.used.includes(at));
  const penalty =
    extra.reduce((sum, part) => sum + (isKunya(part) ? KUNYA_LEFT_OUT : LEFT_OUT), 0) +
    (isInOrder(best.used) ? 0 : ORDER_CHANGED);
  const alone = few.length === 1 && many.length > 1 ? ONE_WORD_ALONE : 1;
  return Math.max(0, (best.sum / counted - penalty) * alone);
}

const isKunya = ({ lead }: NamePart): boolean => lead === "abu" || lead === "umm";
const isInOrder = (used: readonly (number | null)[]): boolean => {
  const places = used.filter((at) => at !== null);
  return places.every((at, index) => at > (places[index - 1] ?? -1));
};

interface Match {
  readonly sum: number;
  readonly used: readonly (number | null)[];
  /** Parts of the shorter name that may be left out and were. */
  readonly leftOut: number;
}

/** Which part is which, so that all together are as alike as can be: names are written in either order. */
function bestMatch(few: readonly NamePart[], many: readonly NamePart[]): Match {
  const known = new Map<string, Match>();
  const likeness = few.map((part) => many.map((other) => partLikeness(part, other)));
  const from = (at: number, taken: number): Match => {
    const part = few[at];
    if (part === undefined) return { sum: 0, used: [], leftOut: 0 };
    const key = `${at} ${taken}`;
    const before = known.get(key);
    if (before) return before;
    const rest = from(at + 1, taken);
    const mayGo = isKunya(part) && few.length > 2 ? 1 : 0;
    let best: Match = { sum: rest.sum, used: [null, ...rest.used], leftOut: rest.leftOut + mayGo };
    for (const [place, alike] of (likeness[at] ?? []).entries()) {
      if ((taken & (1 << place)) !== 0 || alike === 0) continue;
      const after = from(at + 1, taken | (1 << place));
      if (alike + after.sum > best.sum)
        best = { sum: alike + after.sum, used: [place, ...after.used], leftOut: after.leftOut };
    }
    known.set(key, best);
    return best;
  };
  return from(0, 0);
}

function partLikeness(one: NamePart, other: NamePart): number {
  const sound = Math.max(...one.forms.flatMap((a) => other.forms.map((b) => wordLikeness(a, b))));
  const alike = sound < UNLIKE ? 0 : 1 - (1 - sound) * 1.5;
  if (one.lead === other.lead) return alike;
  // Abdulrahman is called Rahman; the father of Khalid is not Khalid.
  return alike * (isKunya(one) || isKunya(other) ? 0.5 : 0.85);
}
