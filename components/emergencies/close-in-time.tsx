"use client";

import { useEffect } from "react";

/** The server shows nothing more from then on; this takes away what is on the screen already. @param endsInMs from now */
export function CloseInTime({ endsInMs }: { endsInMs: number }) {
  useEffect(() => {
    const timer = setTimeout(() => window.location.replace("/emergency"), endsInMs);
    return () => clearTimeout(timer);
  }, [endsInMs]);
  return null;
}
