/** Two people wrote on one text: the choice is made paragraph by paragraph, so that neither loses what only they wrote. */
import type { FieldValue, ParagraphValue } from "./field-spec.ts";
import { changedBy, type FieldConflict } from "./field-conflict.ts";
import { paragraphsOf } from "./read-value.ts";
import { isSameValue } from "./same-value.ts";

/** One paragraph that the two sides hold differently; an empty side does not have it. */
export interface ParagraphConflict extends FieldConflict {
  readonly paragraph: number;
}

export const isOfParagraph = (one: FieldConflict): one is ParagraphConflict => one.paragraph !== undefined;

type Text = readonly ParagraphValue[];

const numbered = (text: Text) => new Map(text.map((one) => [one.number, one]));

/**
 * The paragraphs that differ, by number, in my order and with theirs alone at the end. Empty when only their order does.
 * @param name of the field
 */
export function paragraphConflicts(
  name: string,
  started: FieldValue,
  typed: FieldValue,
  stored: FieldValue,
): ParagraphConflict[] {
  const [base, mine, theirs] = [started, typed, stored].map((value) => paragraphsOf(value));
  if (!base || !mine || !theirs) return [];
  const [atFirst, here, there] = [numbered(base), numbered(mine), numbered(theirs)];
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((paragraph) => {
    const sides = [atFirst, here, there].map((side) => side.get(paragraph));
    if (isSameValue(sides[1], sides[2])) return [];
    return [
      {
        key: `${name}.${paragraph}`,
        name,
        paragraph,
        changedBy: changedBy(sides[0], sides[1], sides[2]),
        mine: sides[1] ? [sides[1]] : [],
        theirs: sides[2] ? [sides[2]] : [],
      },
    ];
  });
}

/**
 * My text with theirs wherever it was picked. What they took out and I keep comes back with the number 0: its own was
 * given up, and it gets a new one.
 */
export function mergedText(
  mine: Text,
  theirs: Text,
  conflicts: readonly ParagraphConflict[],
  isTheirs: (one: ParagraphConflict) => boolean,
): Text {
  let text = mine;
  for (const one of conflicts) {
    const at = text.findIndex(({ number }) => number === one.paragraph);
    const stored = theirs.find(({ number }) => number === one.paragraph);
    const here = text[at];
    if (!isTheirs(one)) {
      if (here && !stored && one.changedBy !== "mine") text = text.with(at, { ...here, number: 0 });
    } else if (here) text = stored ? text.with(at, stored) : text.toSpliced(at, 1);
    else if (stored) text = text.toSpliced(placeOf(stored, theirs, text), 0, stored);
  }
  return text;
}

/** Where a paragraph of theirs goes in my text: behind the nearest before it that I have too. */
function placeOf(paragraph: ParagraphValue, theirs: Text, text: Text): number {
  const before = theirs.slice(0, theirs.indexOf(paragraph)).map(({ number }) => number);
  return text.findLastIndex(({ number }) => before.includes(number)) + 1;
}
