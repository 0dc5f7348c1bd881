"use client";

import { useEffect } from "react";

/**
 * The keys that work on every page: Ctrl or Cmd with K, `/` and `?`. A key counts by what it writes; where it writes no
 * Latin letter, as on an Arabic keyboard, by its place. Single keys do nothing while a person types or a dialog is open.
 */
export function useFindKeys(singleKeys: boolean, onFind: () => void, onKeys: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const act = isFind(event)
        ? onFind
        : singleKeys && !isBusy(event)
          ? singleAct(event, onFind, onKeys)
          : null;
      if (act === null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [singleKeys, onFind, onKeys]);
}

const isFind = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && isKey(event, "k", "KeyK");

function singleAct(event: KeyboardEvent, onFind: () => void, onKeys: () => void): (() => void) | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "?" || event.key === "؟") return onKeys;
  return !event.shiftKey && isKey(event, "/", "Slash") ? onFind : null;
}

const isKey = ({ key, code }: KeyboardEvent, sign: string, place: string): boolean =>
  key.toLowerCase() === sign || (code === place && /[^\u0000-\u024F]/u.test(key));

const WRITTEN_IN = "input, textarea, select, [contenteditable='true'], [role='textbox'], [role='combobox']";

/** Somebody types, or answers a dialog. */
const isBusy = ({ target }: KeyboardEvent): boolean =>
  (target instanceof Element && target.closest(WRITTEN_IN) !== null) ||
  document.querySelector("[role='dialog'], [role='alertdialog']") !== null;
