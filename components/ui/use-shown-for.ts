"use client";

import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { announce } from "./announce.ts";

const TICK_MS = 1000;

interface Shown {
  readonly ms: number;
  readonly onClose: () => void;
  /** What is announced when it closes by itself. */
  readonly farewell: string;
  /** What holds it, which has the focus while it is open. */
  readonly box: RefObject<HTMLElement | null>;
}

/**
 * Closes what is shown for a while when that is over, and when the page is left. It goes by the clock and not by a timer alone: those
 * stand still while a machine sleeps, which would show it for as long again to whoever wakes it.
 * @returns the seconds that are left
 */
export function useShownFor({ ms, onClose, farewell, box }: Shown): number {
  const [left, setLeft] = useState(ms / 1000);
  useEffect(() => {
    box.current?.focus();
    const until = Date.now() + ms;
    const look = (): void => {
      const leftMs = until - Date.now();
      if (leftMs > 0) {
        setLeft(Math.ceil(leftMs / 1000));
        return;
      }
      // At once: it is not to be painted before it goes.
      flushSync(onClose);
      announce(farewell);
    };
    // At once: a page that is put aside does no work until somebody comes back to it, and would show it again then.
    const leave = (): void => flushSync(onClose);
    const end = setTimeout(look, ms);
    const tick = setInterval(look, TICK_MS);
    window.addEventListener("pagehide", leave);
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(end);
      clearInterval(tick);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [box, farewell, ms, onClose]);
  return left;
}
