"use client";

import { type HotkeyItem, useHotkeys } from "@mantine/hooks";
import { type MouseEvent, type RefObject, useMemo, useRef, useState } from "react";
import { usePreferences } from "#lib/i18n/client.tsx";
import type { RowView } from "./table-view.ts";

export interface Chosen {
  /** Ids of the rows on this page that are ticked, in the order of the list. */
  readonly ids: readonly string[];
  has(id: string): boolean;
  /** Ticks a row or unticks it; with Shift, all from the row that was pressed before. */
  toggle(id: string, event?: Pick<MouseEvent, "shiftKey">): void;
  /** Ticks every row of the page, or none when all are ticked. */
  toggleAll(): void;
  clear(): void;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Which rows of a list are ticked. A row that is no longer shown is not ticked: an act never reaches what the person does
 * not see. The key X ticks the row with the focus, by the place of the key and not its letter; Escape unticks all.
 */
export function useChosen(table: RefObject<HTMLElement | null>, rows: readonly RowView[]): Chosen {
  const [ticked, setTicked] = useState(NONE);
  const last = useRef<string | null>(null);
  const { singleKeys } = usePreferences();
  const chosen = useMemo<Chosen>(() => {
    const order = rows.map(({ id }) => id);
    const ids = order.filter((id) => ticked.has(id));
    return {
      ids,
      has: (id) => ticked.has(id),
      toggle(id, event) {
        const range = event?.shiftKey === true ? between(order, last.current, id) : [id];
        last.current = id;
        const isOn = !ticked.has(id);
        setTicked(new Set(isOn ? [...ids, ...range] : ids.filter((one) => !range.includes(one))));
      },
      toggleAll: () => setTicked(ids.length === order.length ? NONE : new Set(order)),
      clear: () => setTicked(NONE),
    };
  }, [rows, ticked]);
  const inTable = (): Element | null => {
    const { activeElement } = document;
    return activeElement !== null && table.current?.contains(activeElement) === true ? activeElement : null;
  };
  const tick = (event: KeyboardEvent): void => {
    const id = inTable()?.closest<HTMLElement>("tr[data-row]")?.dataset["row"];
    if (id === undefined) return;
    event.preventDefault();
    chosen.toggle(id, event);
  };
  const untick = (): void => {
    if (inTable() !== null) chosen.clear();
  };
  const physical = { preventDefault: false, usePhysicalKeys: true };
  const singles: HotkeyItem[] = [
    ["X", tick, physical],
    ["shift+X", tick, physical],
  ];
  useHotkeys([...(singleKeys ? singles : []), ["Escape", untick, { preventDefault: false }]]);
  return chosen;
}

function between(order: readonly string[], from: string | null, to: string): readonly string[] {
  const start = from === null ? -1 : order.indexOf(from);
  const end = order.indexOf(to);
  if (start < 0) return [to];
  return order.slice(Math.min(start, end), Math.max(start, end) + 1);
}
