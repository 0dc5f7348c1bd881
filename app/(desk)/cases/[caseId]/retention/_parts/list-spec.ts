import type { TableUrlSpec } from "#components/table/url-state.ts";

export const dueUrl: TableUrlSpec = { sorts: [], defaultSort: { key: "since", dir: "asc" } };
