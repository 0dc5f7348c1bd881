"use client";

import { Kbd } from "@mantine/core";
import { useEffect } from "react";
import { ACT_KEY } from "#components/form/act-key.tsx";
import { useReviewDesk } from "#components/review/review-desk.tsx";
import { usePreferences, useTranslator } from "#lib/i18n/client.tsx";
import classes from "./review.module.css";

const HINTS = [
  { act: "move", keys: ["J", "K"] },
  { act: "agree", keys: ["A"] },
  { act: "return", keys: ["R"] },
  { act: "take", keys: ["T"] },
  { act: "undo", keys: ["U"] },
  { act: "put", keys: ["P"] },
];

interface Props {
  /** Addresses of the items before and after it, where there are any. */
  previous: string | null;
  next: string | null;
}

/**
 * The queue by keyboard: j and k go through it, and one letter each presses a decision; none does anything while the last is on its
 * way. The place of a key counts, not its letter, so that it works on an Arabic keyboard; keys that are typed
 * into a field or while a dialog is open do nothing here (WCAG 2.2, 2.1.4).
 */
export function ReviewKeys({ previous, next }: Props) {
  const t = useTranslator("review");
  const { isBusy, during } = useReviewDesk();
  const { singleKeys } = usePreferences();
  useEffect(() => {
    if (!singleKeys) return;
    const pressed = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const to = event.code === "KeyJ" ? next : event.code === "KeyK" ? previous : null;
      const button = document.querySelector<HTMLElement>(`[${ACT_KEY}="${CSS.escape(event.code)}"]`);
      if (isBusy) event.preventDefault();
      else if (to !== null) void during(async () => ({ go: to }));
      else if (button !== null) button.click();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [singleKeys, next, previous, isBusy, during]);
  if (!singleKeys) return null;
  return (
    <ul className={classes.keys}>
      {HINTS.map(({ act, keys }) => (
        <li key={act}>
          {keys.map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}
          {t(`keys.${act}`)}
        </li>
      ))}
    </ul>
  );
}

/** Typed into something, meant for something else, or under an open dialog. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return true;
  if (document.querySelector('[role="dialog"]') !== null) return true;
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'))
  );
}
