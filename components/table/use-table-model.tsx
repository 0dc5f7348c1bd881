"use client";

import { useLocalStorage } from "@mantine/hooks";
import {
  type ColumnVisibilityState,
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
import type { ColumnView, RowView } from "./table-view.ts";
import { changedState, type TableUrlSpec } from "./url-state.ts";
import type { TableUrl } from "./use-table-url.ts";

type CellKind = NonNullable<ColumnView["kind"]>;

// The server sorts, filters and pages; the table keeps order marks and columns.
const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnMeta: metaHelper<{ readonly kind: CellKind; readonly isSecondary: boolean }>(),
});
const helper = createColumnHelper<typeof features, RowView>();

/** The model of a list: its columns, their order marks and which of them are shown. */
export function useTableModel(
  tableId: string,
  columns: readonly ColumnView[],
  rows: readonly RowView[],
  spec: TableUrlSpec,
  url: TableUrl,
) {
  const { state, show } = url;
  // Keys of columns only, so that nothing of a case stays in the browser.
  const [columnVisibility, setColumnVisibility] = useLocalStorage<ColumnVisibilityState>({
    key: `attest.columns.${tableId}`,
    defaultValue: Object.fromEntries(
      columns.filter(({ hiding }) => hiding === "at-first").map(({ key }) => [key, false]),
    ),
  });
  const definitions = useMemo(
    () => helper.columns(columns.map((column, index) => definitionOf(column, index, spec))),
    [columns, spec],
  );
  const sorting = useMemo<SortingState>(
    () => [{ id: state.sort, desc: state.dir === "desc" }],
    [state.sort, state.dir],
  );
  const data = useMemo(() => [...rows], [rows]);
  return useTable({
    features,
    columns: definitions,
    data,
    getRowId: (row) => row.id,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting, columnVisibility },
    onSortingChange: (updater: Updater<SortingState>) => {
      const [first] = typeof updater === "function" ? updater(sorting) : updater;
      if (first) show(changedState(state, { sort: first.id, dir: first.desc ? "desc" : "asc" }));
    },
    onColumnVisibilityChange: setColumnVisibility,
  });
}

export type TableModel = ReturnType<typeof useTableModel>;

function definitionOf(
  { key, header, kind = "text", hiding = "never", isSecondary = false }: ColumnView,
  index: number,
  spec: TableUrlSpec,
) {
  return helper.accessor((row): ReactNode => row.cells[key] ?? null, {
    id: key,
    header,
    enableSorting: spec.sorts.includes(key),
    enableHiding: index > 0 && hiding !== "never",
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
