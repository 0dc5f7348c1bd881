import type { TableUrlSpec } from "#components/table/url-state.ts";
import { VIOLATION_CODES } from "#lib/codebook/violations.ts";
import { INCIDENT_KINDS, SIDES, VICTIM_GROUPS } from "#lib/codebook/vocabulary.ts";

export const incidentsUrl: TableUrlSpec = {
  sorts: ["occurred"],
  defaultSort: { key: "occurred", dir: "asc" },
  enums: {
    recordKind: INCIDENT_KINDS,
    violation: VIOLATION_CODES,
    victimGroup: VICTIM_GROUPS,
    attributedSide: SIDES,
  },
};
