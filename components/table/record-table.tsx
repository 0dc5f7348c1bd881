"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import Link from "next/link";
import { type MouseEvent, type ReactNode, type RefObject, useEffect, useRef } from "react";
import type { BulkSpec } from "#components/bulk/bulk-spec.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ListLayout } from "#lib/core/vocabulary.ts";
import type { ListViews } from "#components/views/list-views.ts";
import { ViewLine } from "#components/views/view-line.tsx";
import { ViewMenu } from "#components/views/view-menu.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";
import { Unprinted } from "#components/care/unprinted.tsx";
import { ChooseCell, rowNameId } from "./choose-cells.tsx";
import { ColumnChooser } from "./column-chooser.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { shownIn } from "./layout.ts";
import classes from "./record-table.module.css";
import panelClasses from "./side-panel.module.css";
import { SidePanel } from "./side-panel.tsx";
import { TableFoot } from "./table-foot.tsx";
import { TableHead, type TableHeadProps } from "./table-head.tsx";
import type { ColumnView, CountFacet, FilterView, RowView, ShowPreview } from "./table-view.ts";
import { clearedState, isFiltered, type TableUrlSpec } from "./url-state.ts";
import { useChosen } from "./use-chosen.ts";
import { sized, type TableLayout, useLayout } from "./use-layout.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { UnreadDot } from "./unread-dot.tsx";
import { type Selection, useSelection } from "./use-selection.ts";
import { useTableModel } from "./use-table-model.tsx";
import { useTableUrl } from "./use-table-url.ts";
import widthClasses from "./width-handle.module.css";

// With its forms it is heavy, and most visits to a list tick nothing.
const BulkBar = dynamic(() => import("#components/bulk/bulk-bar.tsx").then((module) => module.BulkBar));

export interface RecordTableProps {
  /** Names the list among what is kept for a person: `testimonies`. */
  readonly tableId: string;
  /** How the person likes the list to look; null: as usual. */
  readonly layout: ListLayout | null;
  /** Its saved views; absent where a list has none. */
  readonly views?: ListViews;
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
  /** What can be done to several rows at once; without it no row can be ticked. */
  readonly bulk?: BulkSpec;
  /** Shows a row beside the list when it is pressed; without it, pressing a row opens its page. */
  readonly preview?: ShowPreview;
  /** Ids of the rows of which the person was told something that they have not read. */
  readonly unread?: readonly string[];
  /** Counts the values of the filters that say so. */
  readonly countFacet?: CountFacet;
}

/** A list of records: order, filters and place in the address, every row a link, keys to move and open. */
export function RecordTable(props: RecordTableProps) {
  const {
    tableId,
    caption,
    columns,
    rows,
    urlSpec,
    filters = [],
    page,
    total,
    empty,
    actions,
    bulk,
    preview,
  } = props;
  const t = useTranslator("ui");
  const url = useTableUrl(urlSpec);
  const { state, show } = url;
  const layout = useLayout(tableId, columns, props.layout, url);
  const table = useTableModel(columns, rows, urlSpec, url, layout);
  const element = useRef<HTMLTableElement>(null);
  const panel = useRef<HTMLElement>(null);
  const selection = useSelection(preview !== undefined);
  useRowKeys({ table: element, panel }, preview !== undefined, selection);
  useReturn(element, selection);
  const ticking = useChosen(element, rows);
  const chosen = bulk === undefined ? null : ticking;
  const seen = props.views && { views: props.views, state, spec: urlSpec, columns, shown: shownIn(layout) };
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
        {seen === undefined ? null : <ViewMenu {...seen} />}
        <FilterBar filters={filters} state={state} onChange={show} countFacet={props.countFacet} />
        <span className={classes.end}>
          <ColumnChooser columns={columns} layout={layout} />
          {actions}
        </span>
      </div>
      {seen === undefined ? null : <ViewLine {...seen} filters={filters} />}
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
        <div className={panelClasses.split} data-open={selection.id !== null || undefined}>
          <div className={scrollerOf(layout)}>
            <table ref={element} className={classes.table}>
              <caption className={classes.caption}>{caption}</caption>
              <TableHead table={table} layout={layout} chosen={chosen} />
              <TableBody
                table={table}
                layout={layout}
                chosen={chosen}
                selection={preview === undefined ? null : selection}
                unread={props.unread ?? []}
              />
            </table>
          </div>
          {preview === undefined || selection.id === null ? null : (
            <SidePanel
              id={selection.id}
              rows={rows}
              showPreview={preview}
              element={panel}
              onClose={() => {
                rowLink(element, selection.id)?.focus();
                selection.close();
              }}
            />
          )}
        </div>
      )}
      {bulk === undefined || ticking.ids.length === 0 ? null : (
        <BulkBar spec={bulk} ids={ticking.ids} onClear={ticking.clear} />
      )}
      <TableFoot
        url={url}
        page={page}
        shown={rows.length}
        total={total ?? null}
        isPreviewed={preview !== undefined}
      />
    </div>
  );
}

const rowLink = (table: RefObject<HTMLElement | null>, id: string | null) =>
  table.current?.querySelector<HTMLElement>(`[data-row-link="${id ?? ""}"]`);

/** Whoever comes back to the list goes on at the row they left. */
function useReturn(table: RefObject<HTMLElement | null>, { id }: Selection): void {
  const first = useRef(id);
  useEffect(() => {
    if (first.current !== null && document.activeElement === document.body)
      rowLink(table, first.current)?.focus({ preventScroll: true });
  }, [table]);
}

const scrollerOf = ({ widths }: TableLayout): string =>
  Object.keys(widths).length > 0
    ? `${classes.scroller ?? ""} ${widthClasses.sized ?? ""}`
    : (classes.scroller ?? "");

/** A plain press shows the row beside the list; Enter, another button or a key held down follow the link. */
const isPlainPress = (event: MouseEvent): boolean =>
  event.detail > 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

interface TableBodyProps extends TableHeadProps {
  readonly selection: Selection | null;
  readonly unread: readonly string[];
}

function TableBody({ table, layout, chosen, selection, unread }: TableBodyProps) {
  return (
    <tbody>
      {table.getRowModel().rows.map((row) => (
        <tr key={row.id} data-row={row.id} data-selected={selection?.id === row.id || undefined}>
          {chosen === null ? null : <ChooseCell chosen={chosen} id={row.id} />}
          {row.getVisibleCells().map((cell, index) => {
            const { kind, isSecondary } = cell.column.columnDef.meta ?? {};
            const content = <table.FlexRender cell={cell} />;
            return (
              <td
                key={cell.id}
                data-kind={kind}
                data-secondary={isSecondary || undefined}
                {...sized(layout, cell.column.id)}
              >
                {index === 0 && unread.includes(row.id) ? <UnreadDot /> : null}
                {index === 0 ? (
                  <Link
                    href={row.original.href}
                    prefetch={false}
                    data-row-link={row.id}
                    id={rowNameId(row.id)}
                    aria-current={selection?.id === row.id ? "true" : undefined}
                    className={classes.rowLink}
                    onClick={(event) => {
                      if (selection === null || !isPlainPress(event)) return;
                      event.preventDefault();
                      selection.show(row.id);
                    }}
                  >
                    {kind === "code" ? content : <Unprinted isInline>{content}</Unprinted>}
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
