"use client";

import { useEffect } from "react";

const ATTRIBUTE = "data-mantine-color-scheme";

/** Leaves the dark scheme while a page is printed: ink on white, whatever the screen shows. */
export function LightOnPaper() {
  useEffect(() => {
    const root = document.documentElement;
    const printing = window.matchMedia("print");
    let onScreen: string | null = null;
    const toPaper = () => {
      onScreen ??= root.getAttribute(ATTRIBUTE);
      root.setAttribute(ATTRIBUTE, "light");
    };
    const toScreen = () => {
      if (onScreen !== null) root.setAttribute(ATTRIBUTE, onScreen);
      onScreen = null;
    };
    const turned = () => (printing.matches ? toPaper() : toScreen());
    printing.addEventListener("change", turned);
    window.addEventListener("beforeprint", toPaper);
    window.addEventListener("afterprint", toScreen);
    return () => {
      printing.removeEventListener("change", turned);
      window.removeEventListener("beforeprint", toPaper);
      window.removeEventListener("afterprint", toScreen);
    };
  }, []);
  return null;
}
