import type { TableUrlSpec } from "#components/table/url-state.ts";

export const recipientsUrl: TableUrlSpec = {
  sorts: [],
  defaultSort: { key: "created", dir: "desc" },
};
