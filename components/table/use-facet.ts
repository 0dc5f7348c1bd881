"use client";

import { useEffect, useState } from "react";
import type { CountFacet, EnumFilterView, FacetAnswer } from "./table-view.ts";
import type { TableState } from "./url-state.ts";

type Option = EnumFilterView["options"][number];

/** The values of an open filter with their counts, as soon as they are known; counts that come too late are dropped. */
export function useFacet(
  filter: EnumFilterView,
  state: TableState,
  countFacet: CountFacet | undefined,
): { readonly options: readonly Option[]; readonly isPending: boolean } {
  const [held, setHeld] = useState<{
    readonly state: TableState;
    readonly answer: FacetAnswer | null;
  } | null>(null);
  const { key, isCounted = false } = filter;
  const asks = isCounted && countFacet !== undefined;
  useEffect(() => {
    if (!asks) return undefined;
    let isWanted = true;
    // Without counts, a filter filters all the same.
    void countFacet(key, window.location.search)
      .catch(() => null)
      .then((answer) => {
        if (isWanted) setHeld({ state, answer });
      });
    return () => {
      isWanted = false;
    };
  }, [asks, countFacet, key, state]);
  const answer = held?.answer ?? null;
  return {
    options: answer === null ? filter.options : withCounts(filter, answer),
    isPending: asks && held === null,
  };
}

function withCounts({ options }: EnumFilterView, { values, others }: FacetAnswer): readonly Option[] {
  const known = options.map((option) => {
    const count = values.find(({ value }) => value === option.value)?.count ?? others;
    return count === null ? option : { ...option, count };
  });
  const named = values.flatMap(({ value, label, count }) =>
    label === null || options.some((option) => option.value === value) ? [] : [{ value, label, count }],
  );
  return [...known, ...named];
}
