/** The part of a text that shows why it was found, with the words marked. */
import { wordsOf } from "#lib/core/folding.ts";
import type { Marked } from "../vocabulary.ts";
import { positionOf, type SoughtWord } from "./sought.ts";

const SNIPPET_LENGTH_MAX = 180;
/** How much stands before the first marked word. */
const LEAD_LENGTH = 40;

interface Match {
  start: number;
  end: number;
  /** Which of the sought words it is. */
  position: number;
}

/** What was found in which text, for as long as somebody looks for it: a text is asked how well it fits, then shown. */
const found = new WeakMap<readonly SoughtWord[], Map<string, readonly Match[]>>();

function matchesIn(text: string, sought: readonly SoughtWord[]): readonly Match[] {
  const known = found.get(sought) ?? new Map<string, readonly Match[]>();
  found.set(sought, known);
  const matches = known.get(text) ?? matchesAnew(text, sought);
  known.set(text, matches);
  return matches;
}

const matchesAnew = (text: string, sought: readonly SoughtWord[]): Match[] =>
  wordsOf(text)
    .map((word) => ({ start: word.start, end: word.end, position: positionOf(sought, word) }))
    .filter(({ position }) => position >= 0);

const distinct = (matches: readonly Match[]): number => new Set(matches.map(({ position }) => position)).size;

/** How many of the sought words a text holds. */
export const fitOf = (text: string, sought: readonly SoughtWord[]): number =>
  distinct(matchesIn(text, sought));

/** A whole text with its words marked. */
export const marked = (text: string, sought: readonly SoughtWord[]): Marked => ({
  text,
  marks: matchesIn(text, sought).map(({ start, end }) => [start, end] as const),
});

/** The stretch of a text in which most of the sought words stand together. */
export function snippetOf(text: string, sought: readonly SoughtWord[]): Marked {
  const matches = matchesIn(text, sought);
  const [first] = densest(matches);
  const from = first ? wordStart(text, first.start - LEAD_LENGTH) : 0;
  const to = wordEnd(text, from + SNIPPET_LENGTH_MAX);
  const lead = from > 0 ? "… " : "";
  const shift = lead.length - from;
  return {
    text: lead + text.slice(from, to).replaceAll(/\s/gu, " ") + (to < text.length ? " …" : ""),
    marks: matches
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => [start + shift, end + shift] as const),
  };
}

/** The matches of the window with the most different words; the first such window. */
function densest(matches: readonly Match[]): readonly Match[] {
  const most = distinct(matches);
  let best: readonly Match[] = [];
  for (const [at, { start }] of matches.entries()) {
    let until = at;
    while ((matches[until]?.end ?? Infinity) - start <= SNIPPET_LENGTH_MAX - LEAD_LENGTH) until++;
    const window = matches.slice(at, until);
    if (distinct(window) > distinct(best)) best = window;
    if (distinct(best) === most) break;
  }
  return best;
}

/** The beginning of the word after a place, so that none is cut; a text without spaces is cut where it must be. */
function wordStart(text: string, place: number): number {
  if (place <= 0) return 0;
  const space = text.slice(place, place + LEAD_LENGTH).search(/\s/u);
  return space < 0 ? whole(text, place) : place + space + 1;
}

function wordEnd(text: string, place: number): number {
  if (place >= text.length) return text.length;
  const space = text.slice(place - LEAD_LENGTH, place).search(/\s\S*$/u);
  return space < 0 ? whole(text, place) : place - LEAD_LENGTH + space;
}

/** Never between the two halves of one character. */
const whole = (text: string, place: number): number =>
  /[\uDC00-\uDFFF]/.test(text[place] ?? "") ? place - 1 : place;
