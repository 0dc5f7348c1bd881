import { z } from "zod";
import { VIOLATION_CODES, ViolationCode } from "#lib/codebook/violations.ts";
import { IncidentKind, Side, VictimGroup } from "#lib/codebook/vocabulary.ts";
import { dayRange, orUnset } from "#lib/core/filters.ts";
import { idOf, Line, Note, OptionalEdtf, OptionalLine, OptionalNote } from "#lib/core/fields.ts";
import { TagId } from "#lib/tags/vocabulary.ts";

export const IncidentId = idOf("incident");

/** What a person enters of an incident. */
export const IncidentFields = z.strictObject({
  title: Line,
  titleAr: OptionalLine,
  recordKind: IncidentKind,
  occurredEdtf: OptionalEdtf,
  /** The date as the source puts it. */
  occurredWording: OptionalLine,
  dateNote: OptionalNote,
  /** Clock time as told, in words. */
  localTime: OptionalLine,
  victimGroup: VictimGroup.nullable(),
  attributedSide: Side.nullable(),
  /** Violations alleged, as codes of the codebook; each once. */
  violations: z
    .array(ViolationCode)
    .max(VIOLATION_CODES.length)
    .transform((codes) => [...new Set(codes)]),
  summary: Note,
  /** The incident that this one is part of. */
  parentId: IncidentId.nullable(),
  note: OptionalNote,
});

/** Whether an incident is linked to a place. */
export const PLACE_TIES = ["linked", "none"] as const;

/** The filters of incidents whose values are counted. */
export const incidentFacets = {
  recordKind: IncidentKind.optional(),
  violation: orUnset(ViolationCode).optional(),
  victimGroup: orUnset(VictimGroup).optional(),
  attributedSide: orUnset(Side).optional(),
  place: z.enum(PLACE_TIES).optional(),
  tagId: orUnset(TagId).optional(),
};
/** What a list of incidents can be narrowed by; `occurred`: it is said to have begun within these days. */
export const incidentFilters = { ...incidentFacets, ...dayRange("occurred") };
