"use client";

import { useHotkeys } from "@mantine/hooks";
import type { RefObject } from "react";
import { usePreferences } from "#lib/i18n/client.tsx";
import type { Selection } from "./use-selection.ts";

interface Places {
  readonly table: RefObject<HTMLElement | null>;
  /** The panel beside the table, while one is open. */
  readonly panel: RefObject<HTMLElement | null>;
}

/**
 * Moves from row to row by j and k or the arrows, while the focus is in the table: single letters do nothing elsewhere
 * (WCAG 2.2, 2.1.4). The place of the key counts, not its letter, so that it works on Arabic keyboards. Enter opens, as
 * each row is a link; the space bar shows the row beside the list, and what is shown there follows the keys. From the
 * panel, j and k move on, while the arrows scroll it; Escape closes it and goes back to the row. Whoever switched single
 * keys off has the arrows.
 */
export function useRowKeys({ table, panel }: Places, isOffered: boolean, selection: Selection): void {
  const { singleKeys } = usePreferences();
  const focus = () => (document.activeElement instanceof HTMLElement ? document.activeElement : null);
  const isIn = (place: RefObject<HTMLElement | null>) => place.current?.contains(focus()) === true;
  const rowLinks = () => [...(table.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
  const move = (step: 1 | -1, fromPanel: boolean) => (event: KeyboardEvent) => {
    const isFromPanel = fromPanel && isIn(panel);
    if (!isIn(table) && !isFromPanel) return;
    const links = rowLinks();
    const row = focus()?.closest("tr");
    const here = links.findIndex((link) =>
      isFromPanel ? link.dataset["rowLink"] === selection.id : row?.contains(link) === true,
    );
    const next = here < 0 ? (step === 1 ? links[0] : undefined) : links[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    const id = next.dataset["rowLink"];
    if (selection.id !== null && id !== undefined) selection.show(id);
  };
  const toggle = (event: KeyboardEvent) => {
    const id = isOffered && isIn(table) ? focus()?.dataset["rowLink"] : undefined;
    if (id === undefined) return;
    event.preventDefault();
    if (selection.id === id) selection.close();
    else selection.show(id);
  };
  const leave = () => {
    if (selection.id === null || !(isIn(table) || isIn(panel) || focus() === document.body)) return;
    const link = rowLinks().find(({ dataset }) => dataset["rowLink"] === selection.id);
    selection.close();
    link?.focus();
  };
  const physical = { preventDefault: false, usePhysicalKeys: true };
  const asIs = { preventDefault: false };
  const letters: Parameters<typeof useHotkeys>[0] = [
    ["J", move(1, true), physical],
    ["K", move(-1, true), physical],
  ];
  useHotkeys([
    ...(singleKeys ? letters : []),
    ["ArrowDown", move(1, false), asIs],
    ["ArrowUp", move(-1, false), asIs],
    ["Space", toggle, asIs],
    ["Escape", leave, asIs],
  ]);
}
