"use client";

import { useRouter } from "next/navigation";
import type { FocusEvent, KeyboardEvent } from "react";
import type { TimelineMoves } from "./timeline-view.ts";

const MOVES: Readonly<Record<string, keyof TimelineMoves>> = {
  "+": "closer",
  "=": "closer",
  "-": "wider",
  PageUp: "earlier",
  PageDown: "later",
  "0": "all",
};

/**
 * Keys of the timeline, while the focus is on one of its marks: arrows along a lane and between lanes, Home and End,
 * plus and minus to zoom, Page Up and Page Down for earlier and later, 0 for everything. Enter follows the link.
 */
export function useTimelineKeys(moves: TimelineMoves) {
  const router = useRouter();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    if (move !== undefined) {
      event.preventDefault();
      router.push(moves[move], { scroll: false });
      return;
    }
    const next = target(event);
    if (next === null) return;
    event.preventDefault();
    next.focus();
  };
  /** The mark with the focus is the one that Tab comes back to. */
  const onFocus = (event: FocusEvent<HTMLDivElement>): void => {
    for (const mark of marksIn(event.currentTarget)) mark.tabIndex = mark === event.target ? 0 : -1;
  };
  return { onKeyDown, onFocus };
}

const marksIn = (element: Element | null): HTMLElement[] =>
  element === null ? [] : [...element.querySelectorAll<HTMLElement>("[data-mark]")];

function target(event: KeyboardEvent<HTMLDivElement>): HTMLElement | null {
  if (!(event.target instanceof HTMLElement)) return null;
  const plot = event.currentTarget;
  const fields = [...plot.querySelectorAll("[data-lane]")].filter((field) => marksIn(field).length > 0);
  const field = fields.findIndex((one) => one.contains(event.target as Node));
  const marks = marksIn(fields[field] ?? null);
  const here = marks.indexOf(event.target);
  if (here === -1) return null;
  const isRtl = getComputedStyle(plot).direction === "rtl";
  switch (event.key) {
    case isRtl ? "ArrowLeft" : "ArrowRight":
      return marks[here + 1] ?? null;
    case isRtl ? "ArrowRight" : "ArrowLeft":
      return marks[here - 1] ?? null;
    case "Home":
      return marks[0] ?? null;
    case "End":
      return marks.at(-1) ?? null;
    case "ArrowDown":
      return nearest(event.target, fields[field + 1]);
    case "ArrowUp":
      return nearest(event.target, fields[field - 1]);
    default:
      return null;
  }
}

/** The mark of another lane that stands nearest in time. */
function nearest(from: HTMLElement, lane: Element | undefined): HTMLElement | null {
  const middle = (element: HTMLElement): number => {
    const { left, width } = element.getBoundingClientRect();
    return left + width / 2;
  };
  const at = middle(from);
  const marks = marksIn(lane ?? null);
  return marks.toSorted((a, b) => Math.abs(middle(a) - at) - Math.abs(middle(b) - at))[0] ?? null;
}
