"use client";

import type { ReactNode } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./unprinted.module.css";

/**
 * What an ordinary page does not bring onto paper: accounts, names and notes. The line in its place comes with the paper alone, so
 * that nobody hears it read out. On paper an account goes by its own page, which asks who may and leaves a trace (`testimony.print`).
 * It holds for whoever prints without thinking of it; a picture of the screen is another matter.
 * @param isInline it stands in a line of text
 */
export function Unprinted({ isInline = false, children }: { isInline?: boolean; children: ReactNode }) {
  const t = useTranslator("care");
  const Part = isInline ? "span" : "div";
  return (
    <Part className={classes.whole} data-instead={t("unprinted")}>
      <Part className={classes.screen}>{children}</Part>
    </Part>
  );
}
