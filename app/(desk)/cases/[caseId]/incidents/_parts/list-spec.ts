import type { TableUrlSpec } from "#components/table/url-state.ts";
import { VIOLATION_CODES } from "#lib/codebook/violations.ts";
import { INCIDENT_KINDS, SIDES, VICTIM_GROUPS } from "#lib/codebook/vocabulary.ts";
import { UNSET } from "#lib/core/filters.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";
import { PLACE_TIES } from "#lib/incidents/vocabulary.ts";

export const incidentsUrl: TableUrlSpec = {
  sorts: ["occurred"],
  defaultSort: { key: "occurred", dir: "asc" },
  enums: {
    recordKind: INCIDENT_KINDS,
    violation: [...VIOLATION_CODES, UNSET],
    victimGroup: [...VICTIM_GROUPS, UNSET],
    attributedSide: [...SIDES, UNSET],
    place: PLACE_TIES,
  },
  ids: { tag: idPrefixes.tag },
  days: ["occurred"],
};
