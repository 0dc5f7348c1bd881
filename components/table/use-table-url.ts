"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useMemo, useTransition } from "react";
import { formatTableUrl, parseTableUrl, type TableState, type TableUrlSpec } from "./url-state.ts";

export interface TableUrl {
  readonly state: TableState;
  /** The address of another state of this list. */
  hrefOf(state: TableState): string;
  /** Shows another state; an answer that is overtaken by a newer wish is dropped. */
  show(state: TableState): void;
  /** Says in the address what the rows already shown need not be asked for again. */
  replace(state: TableState): void;
  readonly isPending: boolean;
}

/** The state of a list as its address says it. */
export function useTableUrl(spec: TableUrlSpec): TableUrl {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams().toString();
  const [isPending, startTransition] = useTransition();
  return useMemo(() => {
    const params = new URLSearchParams(query);
    const hrefOf = (state: TableState): string => path + formatTableUrl(state, spec, params);
    return {
      state: parseTableUrl(params, spec),
      hrefOf,
      show: (state: TableState) => startTransition(() => router.push(hrefOf(state), { scroll: false })),
      replace: (state: TableState) => window.history.replaceState(null, "", hrefOf(state)),
      isPending,
    };
  }, [router, path, query, spec, isPending]);
}
