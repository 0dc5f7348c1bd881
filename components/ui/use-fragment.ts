"use client";

import { useEffect, useState } from "react";

/**
 * The fragment of the address, once the page is there. A router that goes to another page makes nothing the target of
 * its address, so that `:target` alone would mark nothing; the part is also brought into sight and given the focus.
 */
export function useFragment(): string | null {
  const [fragment, setFragment] = useState<string | null>(null);
  useEffect(() => {
    const show = (): void => {
      const id = window.location.hash.slice(1);
      setFragment(id === "" ? null : id);
      const part = id === "" ? null : document.getElementById(id);
      part?.scrollIntoView({ block: "center" });
      part?.focus({ preventScroll: true });
    };
    show();
    window.addEventListener("hashchange", show);
    return () => window.removeEventListener("hashchange", show);
  }, []);
  return fragment;
}
