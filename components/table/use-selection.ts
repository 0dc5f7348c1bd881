"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { selectedIn, withSelected } from "./selection.ts";

export interface Selection {
  /** Of the record shown beside the list; null while there is none. */
  readonly id: string | null;
  show(id: string): void;
  close(): void;
}

/**
 * The record chosen in a list, as the address says it. The address changes without asking the server, so the list is not
 * read again; opening is a step back in the history, moving on is not.
 */
export function useSelection(isOffered: boolean): Selection {
  const params = useSearchParams();
  const id = isOffered ? selectedIn(params) : null;
  return useMemo(() => {
    const go = (next: string | null) => {
      const { pathname, search } = window.location;
      const address = pathname + withSelected(search, next);
      if (id === null) window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    };
    return {
      id,
      show: (next) => {
        if (next !== id) go(next);
      },
      close: () => {
        if (id !== null) go(null);
      },
    };
  }, [id]);
}
