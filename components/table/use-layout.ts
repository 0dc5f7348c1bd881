"use client";

import { useMemo, useState } from "react";
import { COLUMN_WIDTH_MAX, COLUMN_WIDTH_MIN } from "#lib/core/words.ts";
import type { ListLayout } from "#lib/core/vocabulary.ts";
import { type Arrangement, arrangedBy, arrangedFor, moved, shownIn } from "./layout.ts";
import { keepLayout, lastLayout } from "./layout-keeper.ts";
import type { ColumnView } from "./table-view.ts";
import type { TableUrl } from "./use-table-url.ts";

export interface TableLayout extends Arrangement {
  /** Pixels by column, where a person set them. */
  readonly widths: Readonly<Record<string, number>>;
  /** The address says which columns are shown; changing them changes the address. */
  readonly isOfView: boolean;
  readonly isUsual: boolean;
  setShown(key: string, isShown: boolean): void;
  /** @returns the new order */
  move(key: string, step: 1 | -1): readonly string[];
  /** @param width pixels; null: as wide as what it holds */
  setWidth(key: string, width: number | null): void;
  reset(): void;
}

/** The columns of a list as its address, else the person, wants them; each change is kept for the person. */
export function useLayout(
  tableId: string,
  columns: readonly ColumnView[],
  kept: ListLayout | null,
  url: TableUrl,
): TableLayout {
  const [changed, setChanged] = useState<{ tableId: string; layout: ListLayout | null } | null>(null);
  const last = changed?.tableId === tableId ? changed.layout : lastLayout(tableId);
  const layout = last === undefined ? kept : last;
  const { state, replace } = url;
  return useMemo(() => {
    const isOfView = state.columns !== null;
    const now = isOfView ? arrangedBy(columns, state.columns) : arrangedFor(columns, layout);
    const widths = layout?.widths ?? {};
    const keep = (next: ListLayout | null) => {
      setChanged({ tableId, layout: next });
      keepLayout(tableId, next);
    };
    const arrange = (next: Arrangement) => {
      if (isOfView) replace({ ...state, columns: shownIn(next) });
      else keep({ order: [...next.order], hidden: [...next.hidden], widths });
    };
    return {
      ...now,
      widths,
      isOfView,
      isUsual: layout === null,
      setShown: (key, isShown) => {
        const others = now.hidden.filter((one) => one !== key);
        arrange({ ...now, hidden: isShown ? others : [...others, key] });
      },
      move: (key, step) => {
        const order = moved(now.order, key, step);
        if (order !== now.order) arrange({ ...now, order });
        return order;
      },
      setWidth: (key, width) => {
        const { [key]: _, ...others } = widths;
        const own = arrangedFor(columns, layout);
        const next = width === null ? others : { ...others, [key]: within(width) };
        keep({ order: [...own.order], hidden: [...own.hidden], widths: next });
      },
      reset: () => (isOfView ? replace({ ...state, columns: null }) : keep(null)),
    };
  }, [tableId, columns, layout, state, replace]);
}

const within = (width: number): number =>
  Math.min(COLUMN_WIDTH_MAX, Math.max(COLUMN_WIDTH_MIN, Math.round(width)));

/** What a cell of this column needs to be as wide as a person set it. */
export function sized({ widths }: TableLayout, key: string) {
  const width = widths[key];
  if (width === undefined) return {};
  return { "data-sized": true, style: { inlineSize: width, minInlineSize: width, maxInlineSize: width } };
}
