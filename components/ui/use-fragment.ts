"use client";

import { useEffect, useState } from "react";

/**
 * The fragment of the address, once the page is there. A router that goes to another page makes nothing the target of
 * its address, so that `:target` alone would mark nothing; the part is also brought into sight and given the focus.
 * @param isHidden the parts of the page are not there yet; once they are, the one that was asked for is shown
 */
export function useFragment(isHidden: boolean): string | null {
  const [fragment, setFragment] = useState<string | null>(null);
  useEffect(() => {
    if (isHidden) return;
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
  }, [isHidden]);
  return fragment;
}
