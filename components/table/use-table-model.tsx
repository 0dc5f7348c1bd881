"use client";

import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  type Updater,
  useTable,
} from "@tanstack/react-table";
import { type ReactNode, useMemo } from "react";
import { Code } from "#components/ui/code.tsx";
import type { Arrangement } from "./layout.ts";
import type { ColumnView, RowView } from "./table-view.ts";
import { changedState, type TableUrlSpec } from "./url-state.ts";
import type { TableUrl } from "./use-table-url.ts";

type CellKind = NonNullable<ColumnView["kind"]>;

// The server sorts, filters and pages; the table keeps order marks and columns.
const features = tableFeatures({
  rowSortingFeature,
  columnOrderingFeature,
  columnVisibilityFeature,
  columnMeta: metaHelper<{ readonly kind: CellKind; readonly isSecondary: boolean }>(),
});
const helper = createColumnHelper<typeof features, RowView>();

/** The model of a list: its columns, their order marks and which of them are shown. */
export function useTableModel(
  columns: readonly ColumnView[],
  rows: readonly RowView[],
  spec: TableUrlSpec,
  url: TableUrl,
  { order, hidden }: Arrangement,
) {
  const { state, show } = url;
  const definitions = useMemo(
    () => helper.columns(columns.map((column) => definitionOf(column, spec))),
    [columns, spec],
  );
  const sorting = useMemo<SortingState>(
    () => [{ id: state.sort, desc: state.dir === "desc" }],
    [state.sort, state.dir],
  );
  const columnOrder = useMemo(() => [...order], [order]);
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((key) => [key, false])), [hidden]);
  const data = useMemo(() => [...rows], [rows]);
  return useTable({
    features,
    columns: definitions,
    data,
    getRowId: (row) => row.id,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting, columnOrder, columnVisibility },
    onSortingChange: (updater: Updater<SortingState>) => {
      const [first] = typeof updater === "function" ? updater(sorting) : updater;
      if (first) show(changedState(state, { sort: first.id, dir: first.desc ? "desc" : "asc" }));
    },
  });
}

export type TableModel = ReturnType<typeof useTableModel>;

function definitionOf({ key, header, kind = "text", isSecondary = false }: ColumnView, spec: TableUrlSpec) {
  return helper.accessor((row): ReactNode => row.cells[key] ?? null, {
    id: key,
    header,
    enableSorting: spec.sorts.includes(key),
    // Newest and most first; words from the beginning of the alphabet.
    sortDescFirst: kind === "date" || kind === "number",
    meta: { kind, isSecondary },
    cell: (info) => <CellContent kind={kind} value={info.getValue()} />,
  });
}

function CellContent({ kind, value }: { kind: CellKind; value: ReactNode }) {
  if (value === null || value === "") return <>–</>;
  if (typeof value !== "string" && typeof value !== "number") return value;
  if (kind === "code") return <Code code={String(value)} />;
  return <bdi>{value}</bdi>;
}
