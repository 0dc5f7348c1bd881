import { bounds, statedBounds } from "#lib/core/uncertain-date.ts";
import { fraction, type InstantWindow } from "./time-window.ts";

/**
 * How an uncertain date is drawn on an axis that runs from 0 to 1. From `start` to `end` it may lie; from `solidStart`
 * to `solidEnd` the source puts it, and what lies outside of that is soft. A side that is open or not known fades out;
 * a side that the window cuts goes on beyond it.
 */
export interface DateShape {
  readonly start: number;
  readonly end: number;
  readonly solidStart: number;
  readonly solidEnd: number;
  readonly startSide: ShapeSide;
  readonly endSide: ShapeSide;
}

export type ShapeSide = "firm" | "soft" | "open" | "cut";

/**
 * The shape of a date in a window, or null when it cannot lie there or is not known at all.
 * @throws UnreadableDate when the text is not an accepted, normalised EDTF value
 */
export function shapeOf(edtf: string, window: InstantWindow): DateShape | null {
  const outer = bounds(edtf);
  if (outer.earliest === null && outer.latest === null) return null;
  if ((outer.earliest ?? -Infinity) >= window.end || (outer.latest ?? Infinity) < window.start) return null;
  const stated = statedBounds(edtf);
  const at = (instant: number) => Math.min(Math.max(fraction(instant, window), 0), 1);
  // Bounds include their last millisecond; drawn, a day ends where the next begins.
  const start = outer.earliest === null ? 0 : at(outer.earliest);
  const end = outer.latest === null ? 1 : at(outer.latest + 1);
  return {
    start,
    end,
    // An open side has nothing solid: it fades all the way from the side that is known.
    solidStart: stated.earliest === null ? end : at(stated.earliest),
    solidEnd: stated.latest === null ? start : at(stated.latest + 1),
    startSide: sideOf(
      outer.earliest,
      stated.earliest,
      outer.earliest !== null && outer.earliest < window.start,
    ),
    endSide: sideOf(outer.latest, stated.latest, outer.latest !== null && outer.latest >= window.end),
  };
}

function sideOf(outer: number | null, stated: number | null, isCut: boolean): ShapeSide {
  if (outer === null) return "open";
  if (isCut) return "cut";
  return outer === stated ? "firm" : "soft";
}
