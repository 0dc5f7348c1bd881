"use client";

import { Kbd } from "@mantine/core";
import { usePreferences } from "#lib/i18n/client.tsx";
import classes from "./act-key.module.css";

/** What a page that listens for single keys looks for on its buttons. */
export const ACT_KEY = "data-act-key";

/**
 * The attributes and the hint of a button that one key presses, where a page listens for keys.
 * @param letter of the key by its place on a Latin keyboard; absent: the button has no key
 */
export function useActKey(letter: string | undefined) {
  const { singleKeys } = usePreferences();
  if (letter === undefined || !singleKeys) return {};
  return {
    [ACT_KEY]: `Key${letter.toUpperCase()}`,
    "aria-keyshortcuts": letter,
    rightSection: (
      <Kbd size="xs" className={classes.key} aria-hidden>
        {letter.toUpperCase()}
      </Kbd>
    ),
  };
}
