"use client";

import type { ReactNode } from "react";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { FilterChips } from "#components/table/filter-chips.tsx";
import type { FilterView } from "#components/table/table-view.ts";
import type { TableUrlSpec } from "#components/table/url-state.ts";
import { useTableUrl } from "#components/table/use-table-url.ts";
import classes from "./picture-filters.module.css";

interface Props {
  readonly filters: readonly FilterView[];
  readonly urlSpec: TableUrlSpec;
  /** Beside the filters, at their end. */
  readonly children?: ReactNode;
}

/** The filters of a list, above a picture of it. */
export function PictureFilters({ filters, urlSpec, children }: Props) {
  const { state, show, isPending } = useTableUrl(urlSpec);
  return (
    <div aria-busy={isPending} className={classes.filters}>
      <div className={classes.bar}>
        <FilterBar filters={filters} state={state} onChange={show} />
        <span className={classes.end}>{children}</span>
      </div>
      <FilterChips filters={filters} state={state} onChange={show} />
    </div>
  );
}
