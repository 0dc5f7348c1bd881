"use client";

import { Tooltip, VisuallyHidden } from "@mantine/core";
import type { PillTone } from "./pill-tones.ts";
import classes from "./status-pill.module.css";

export interface StatusPillProps {
  /** The state in a word or two. */
  readonly label: string;
  readonly tone: PillTone;
  /** What the state means, and who may set it, in one line. */
  readonly meaning?: string;
  /** Lets the keyboard reach the meaning. For pills that stand alone, not for those in a table. */
  readonly focusable?: boolean;
}

/** A state as a colour and a word, with its meaning at hand. */
export function StatusPill({ label, tone, meaning, focusable = false }: StatusPillProps) {
  const pill = (
    <span
      className={classes.pill}
      data-tone={tone}
      {...(focusable && meaning !== undefined ? { tabIndex: 0 } : {})}
    >
      <span className={classes.dot} aria-hidden />
      <bdi>{label}</bdi>
      {meaning === undefined ? null : <VisuallyHidden>({meaning})</VisuallyHidden>}
    </span>
  );
  return meaning === undefined ? pill : <Tooltip label={meaning}>{pill}</Tooltip>;
}
