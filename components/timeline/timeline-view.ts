import type { DateShape } from "#lib/analysis/rules/date-shape.ts";
import type { Moves } from "#lib/analysis/rules/time-window.ts";

/** A record on the timeline, in words. */
export interface TimelineItem {
  readonly id: string;
  readonly href: string;
  readonly code: string;
  readonly title: string;
  readonly date: string;
  readonly shape: DateShape;
  readonly row: number;
  /** It is the record that the person came for. */
  readonly isMarked: boolean;
}

/** How many records begin in a part of the time shown. */
export interface TimelineBucket {
  /** Leads to that part alone. */
  readonly href: string;
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** The number, formatted: "12", "999+". */
  readonly number: string;
  /** "12 records begin from 1 to 7 March 2025". */
  readonly label: string;
}

export interface TimelineLaneView {
  readonly key: string;
  readonly label: string;
  /** Said beside the name: how many, or why it is empty. */
  readonly note: string;
  readonly items: readonly TimelineItem[];
  /** Titles stand beside the marks. */
  readonly labelled: boolean;
  /** Where there are too many records to draw: how many there are of them. */
  readonly buckets: readonly TimelineBucket[] | null;
}

export interface TimelineTick {
  readonly at: number;
  readonly label: string;
}

/** Width of the narrowest picture and of its letters, in rem: `.plot` and `.axis` of timeline.module.css. */
const PLOT_REM = 54;
const LETTER_REM = 0.45;
const APART_REM = 0.625;

/** The marks whose labels find room after those before them on the narrowest screen; their lines stand without. */
export function labelledTicks(ticks: readonly TimelineTick[]): TimelineTick[] {
  let free = 0;
  return ticks.filter(({ at, label }) => {
    if (at < free) return false;
    free = at + (label.length * LETTER_REM + APART_REM) / PLOT_REM;
    return true;
  });
}

/** The addresses of the other times that one may look at. */
export type TimelineMoves = Readonly<Record<keyof Moves | "all", string>>;
