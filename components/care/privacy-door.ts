/** Why a page is covered: nobody touched it, or the person takes a break. */
export type CoverReason = "idle" | "break";

let cover: ((why: CoverReason) => void) | null = null;
let isCovered = false;

/** The screen that covers the page of this window says how. @returns what forgets it */
export function coverWith(how: (why: CoverReason) => void): () => void {
  cover = how;
  return () => {
    cover = null;
  };
}

/** Covers the page now. */
export const coverNow = (why: CoverReason): void => cover?.(why);

/** The screen tells whether it covers. */
export function tellCovered(now: boolean): void {
  isCovered = now;
}

export const isPageCovered = (): boolean => isCovered;
