"use client";

import { Button } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowsSort,
  IconArrowUp,
  IconChevronLeft,
  IconChevronRight,
} from "@tabler/icons-react";
import Link from "next/link";
import { type ReactNode, useRef } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useCountText, useFormats, useTranslator } from "#lib/i18n/client.tsx";
import { ColumnChooser } from "./column-chooser.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FilterChips } from "./filter-chips.tsx";
import classes from "./record-table.module.css";
import type { ColumnView, FilterView, RowView } from "./table-view.ts";
import { clearedState, isFiltered, type TableUrlSpec } from "./url-state.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { type TableModel, useTableModel } from "./use-table-model.tsx";
import { type TableUrl, useTableUrl } from "./use-table-url.ts";

export interface RecordTableProps {
  /** Names the list in the browser's memory of chosen columns: `testimonies`. */
  readonly tableId: string;
  /** What the table holds, for those who cannot see it. */
  readonly caption: string;
  /** The first column names the record: it carries the row's link. */
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView[];
  /** The same object with which the page read its address. */
  readonly urlSpec: TableUrlSpec;
  readonly filters?: readonly FilterView[];
  /** The cursors of the neighbouring pages. */
  readonly page: { readonly next: string | null; readonly previous: string | null };
  /** How many there are in all; absent when it was not counted. */
  readonly total?: number;
  /** Where there is no record at all: what belongs here and how it gets here. */
  readonly empty: ReactNode;
  /** Buttons beside the filters. */
  readonly actions?: ReactNode;
}

/** A list of records: order, filters and place in the address, every row a link, keys to move and open. */
export function RecordTable(props: RecordTableProps) {
  const { tableId, caption, columns, rows, urlSpec, filters = [], page, total, empty, actions } = props;
  const t = useTranslator("ui");
  const url = useTableUrl(urlSpec);
  const { state, show } = url;
  const table = useTableModel(tableId, columns, rows, urlSpec, url);
  const element = useRef<HTMLTableElement>(null);
  useRowKeys(element);
  const hasFilters = isFiltered(state);
  if (rows.length === 0 && !hasFilters && state.after === null && state.before === null) {
    return (
      <>
        {actions === undefined ? null : <div className={classes.toolbar}>{actions}</div>}
        {empty}
      </>
    );
  }
  return (
    <div className={classes.list} aria-busy={url.isPending} data-pending={url.isPending || undefined}>
      <div className={classes.toolbar}>
        <FilterBar filters={filters} state={state} onChange={show} />
        <span className={classes.end}>
          <ColumnChooser table={table} />
          {actions}
        </span>
      </div>
      <FilterChips filters={filters} state={state} onChange={show} />
      {rows.length === 0 ? (
        <EmptyState
          title={t("table.noneFits")}
          action={
            <Button size="xs" variant="default" onClick={() => show(clearedState(state))}>
              {t("table.clearAll")}
            </Button>
          }
        />
      ) : (
        <div className={classes.scroller}>
          <table ref={element} className={classes.table}>
            <caption className={classes.caption}>{caption}</caption>
            <TableHead table={table} />
            <TableBody table={table} />
          </table>
        </div>
      )}
      <TableFoot url={url} page={page} shown={rows.length} total={total ?? null} />
    </div>
  );
}

function TableHead({ table }: { table: TableModel }) {
  return (
    <thead>
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id}>
          {group.headers.map((header) => {
            const { column } = header;
            const sorted = column.getIsSorted();
            const { kind, isSecondary } = column.columnDef.meta ?? {};
            return (
              <th
                key={header.id}
                scope="col"
                data-kind={kind}
                data-secondary={isSecondary || undefined}
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

function TableBody({ table }: { table: TableModel }) {
  return (
    <tbody>
      {table.getRowModel().rows.map((row) => (
        <tr key={row.id}>
          {row.getVisibleCells().map((cell, index) => {
            const { kind, isSecondary } = cell.column.columnDef.meta ?? {};
            const content = <table.FlexRender cell={cell} />;
            return (
              <td key={cell.id} data-kind={kind} data-secondary={isSecondary || undefined}>
                {index === 0 ? (
                  <Link href={row.original.href} prefetch={false} data-row-link className={classes.rowLink}>
                    {content}
                  </Link>
                ) : (
                  content
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

interface TableFootProps {
  readonly url: TableUrl;
  readonly page: RecordTableProps["page"];
  readonly shown: number;
  readonly total: number | null;
}

function TableFoot({ url, page, shown, total }: TableFootProps) {
  const t = useTranslator("ui");
  const formats = useFormats();
  const counted = useCountText();
  const { state, hrefOf } = url;
  return (
    <div className={classes.foot}>
      <output>
        {total === null
          ? t("table.shown", { count: shown })
          : t("table.shownOf", { count: total, shown: formats.number(shown), total: counted(total) })}
      </output>
      <span className={classes.hint}>{t("table.keys")}</span>
      <nav aria-label={t("table.pages")} className={classes.pages}>
        <PageLink
          href={page.previous === null ? null : hrefOf({ ...state, before: page.previous, after: null })}
        >
          <IconChevronLeft size={16} stroke={1.8} aria-hidden className={classes.flip} />{" "}
          {t("table.previous")}
        </PageLink>
        <PageLink href={page.next === null ? null : hrefOf({ ...state, after: page.next, before: null })}>
          {t("table.next")} <IconChevronRight size={16} stroke={1.8} aria-hidden className={classes.flip} />
        </PageLink>
      </nav>
    </div>
  );
}

function PageLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null) {
    return (
      <span className={classes.pageLink} data-disabled>
        {children}
      </span>
    );
  }
  return (
    <Link href={href} prefetch={false} className={classes.pageLink}>
      {children}
    </Link>
  );
}
