import type { TableUrlSpec } from "#components/table/url-state.ts";

export const exportsUrl: TableUrlSpec = {
  sorts: [],
  defaultSort: { key: "created", dir: "desc" },
  enums: { ending: ["soon"], waiting: ["me"] },
};
