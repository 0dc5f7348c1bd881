"use client";

import { useEffect } from "react";

/** When each ends, by the browser's own clock from when it was first seen: a page that is shown again begins no new time. */
const endings = new Map<string, number>();

/**
 * The server shows nothing more from then on; this takes away what is on the screen already, also when a browser slept meanwhile.
 * @param endsInMs from now
 */
export function CloseInTime({ id, endsInMs }: { id: string; endsInMs: number }) {
  useEffect(() => {
    const ends = Math.min(endings.get(id) ?? Number.POSITIVE_INFINITY, Date.now() + endsInMs);
    endings.set(id, ends);
    const look = () => {
      if (Date.now() >= ends) window.location.replace("/emergency");
    };
    const timer = setInterval(look, 1_000);
    for (const event of ["visibilitychange", "pageshow"]) window.addEventListener(event, look);
    return () => {
      clearInterval(timer);
      for (const event of ["visibilitychange", "pageshow"]) window.removeEventListener(event, look);
    };
  }, [id, endsInMs]);
  return null;
}
