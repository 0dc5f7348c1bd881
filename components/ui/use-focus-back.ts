"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * Gives the focus back to what held something that was open, once that is closed; not where it is somewhere else by then.
 * @returns where it comes back to: an element with a name and `tabIndex={-1}`
 */
export function useFocusBack<T extends HTMLElement>(isOpen: boolean): RefObject<T | null> {
  const home = useRef<T>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    if (wasOpen.current && !isOpen && isLost) home.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return home;
}
