"use client";

import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { ChooseAllCell } from "./choose-cells.tsx";
import classes from "./record-table.module.css";
import type { Chosen } from "./use-chosen.ts";
import { sized, type TableLayout } from "./use-layout.ts";
import type { TableModel } from "./use-table-model.tsx";
import { WidthHandle } from "./width-handle.tsx";

export interface TableHeadProps {
  readonly table: TableModel;
  readonly layout: TableLayout;
  /** Which rows are ticked; null where none can be. */
  readonly chosen: Chosen | null;
}

/** The names of the columns: buttons to order by, edges to draw. */
export function TableHead({ table, layout, chosen }: TableHeadProps) {
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id}>
          {chosen === null ? null : <ChooseAllCell chosen={chosen} count={table.getRowModel().rows.length} />}
          {group.headers.map((header) => {
            const { column } = header;
            const sorted = column.getIsSorted();
            const { kind, isSecondary } = column.columnDef.meta ?? {};
            return (
              <th
                key={header.id}
                scope="col"
                aria-label={String(column.columnDef.header)}
                data-kind={kind}
                data-secondary={isSecondary || undefined}
                {...sized(layout, column.id)}
                {...(sorted === false ? {} : { "aria-sort": sorted === "asc" ? "ascending" : "descending" })}
              >
                {column.getCanSort() ? (
                  <button type="button" className={classes.sort} onClick={column.getToggleSortingHandler()}>
                    <table.FlexRender header={header} />
                    <SortMark sorted={sorted} />
                  </button>
                ) : (
                  <table.FlexRender header={header} />
                )}
                <WidthHandle id={column.id} header={String(column.columnDef.header)} layout={layout} />
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

function SortMark({ sorted }: { sorted: false | "asc" | "desc" }) {
  if (sorted === "asc") return <IconArrowUp size={15} stroke={2} aria-hidden />;
  if (sorted === "desc") return <IconArrowDown size={15} stroke={2} aria-hidden />;
  return <IconArrowsSort size={15} stroke={1.6} aria-hidden className={classes.unsorted} />;
}
