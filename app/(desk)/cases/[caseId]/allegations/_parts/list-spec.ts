import type { TableUrlSpec } from "#components/table/url-state.ts";
import { VIOLATION_CODES } from "#lib/codebook/violations.ts";

export const allegationsUrl: TableUrlSpec = {
  sorts: ["occurred"],
  defaultSort: { key: "occurred", dir: "asc" },
  enums: { violation: VIOLATION_CODES },
  also: ["incident"],
};
