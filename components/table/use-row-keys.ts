"use client";

import { useHotkeys } from "@mantine/hooks";
import type { RefObject } from "react";
import { usePreferences } from "#lib/i18n/client.tsx";

/**
 * Moves from row to row by j and k or the arrows, while the focus is in the table: single letters do nothing elsewhere
 * (WCAG 2.2, 2.1.4). The place of the key counts, not its letter, so that it works on Arabic keyboards. Enter opens, as
 * each row is a link. Whoever switched single keys off has the arrows.
 */
export function useRowKeys(table: RefObject<HTMLElement | null>): void {
  const move = (step: 1 | -1) => (event: KeyboardEvent) => {
    if (!(document.activeElement instanceof HTMLElement) || !table.current?.contains(document.activeElement))
      return;
    const links = [...table.current.querySelectorAll<HTMLElement>("[data-row-link]")];
    const row = document.activeElement.closest("tr");
    const here = links.findIndex((link) => row?.contains(link) === true);
    const next = here < 0 ? (step === 1 ? links[0] : undefined) : links[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const physical = { preventDefault: false, usePhysicalKeys: true };
  const arrow = { preventDefault: false };
  const { singleKeys } = usePreferences();
  const letters: Parameters<typeof useHotkeys>[0] = [
    ["J", move(1), physical],
    ["K", move(-1), physical],
  ];
  useHotkeys([...(singleKeys ? letters : []), ["ArrowDown", move(1), arrow], ["ArrowUp", move(-1), arrow]]);
}
