import type { TableUrlSpec } from "#components/table/url-state.ts";

/** The oldest first, always: a queue has one order. */
export const reviewUrl: TableUrlSpec = { sorts: [], defaultSort: { key: "since", dir: "asc" } };
