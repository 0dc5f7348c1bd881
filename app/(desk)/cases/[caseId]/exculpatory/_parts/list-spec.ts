import type { TableUrlSpec } from "#components/table/url-state.ts";

export const exculpatoryUrl: TableUrlSpec = {
  sorts: ["found"],
  defaultSort: { key: "found", dir: "desc" },
};
