import { z } from "zod";
import {
  PROCEEDING_KINDS,
  PROCEEDING_STATUSES,
  RESPONSE_KINDS,
  RESPONSE_STATUSES,
} from "#lib/codebook/reported.ts";
import { idOf, Line, Note, OptionalEdtf, OptionalLine, OptionalNote } from "#lib/core/fields.ts";
import { dayRange, orUnset } from "#lib/core/filters.ts";
import { TagId } from "#lib/tags/vocabulary.ts";

export const ProceedingId = idOf("proceeding");
export const TimelineNoteId = idOf("timelineNote");

/** A step of justice or of an inquiry; or what a body said or asked for, which is none. */
export const PROCEEDING_FAMILIES = ["proceeding", "response"] as const;
export const ProceedingFamily = z.enum(PROCEEDING_FAMILIES);
export type ProceedingFamily = z.infer<typeof ProceedingFamily>;

/** Kinds of both families; a kind belongs to one of them. */
export const AnyProceedingKind = z.enum([...PROCEEDING_KINDS, ...RESPONSE_KINDS]);
export type AnyProceedingKind = z.infer<typeof AnyProceedingKind>;
export const AnyProceedingStatus = z.enum([...new Set([...PROCEEDING_STATUSES, ...RESPONSE_STATUSES])]);
export type AnyProceedingStatus = z.infer<typeof AnyProceedingStatus>;

/** What a person enters of a proceeding or a response. */
export const ProceedingFields = z.strictObject({
  kind: AnyProceedingKind,
  title: Line,
  /** The body that held it or spoke. */
  bodyActorId: idOf("actor").nullable(),
  heldEdtf: OptionalEdtf,
  heldWording: OptionalLine,
  status: AnyProceedingStatus.nullable(),
  statusAsOfEdtf: OptionalEdtf,
  parentId: ProceedingId.nullable(),
  summary: Note,
  note: OptionalNote,
});
export type ProceedingFields = z.output<typeof ProceedingFields>;

/** What a person enters of a line of context on the timeline. */
export const TimelineNoteFields = z.strictObject({
  notedEdtf: OptionalEdtf,
  title: Line,
  body: Note,
});

/** The filters of proceedings and responses whose values are counted. */
export const proceedingFacets = {
  family: ProceedingFamily.optional(),
  kind: AnyProceedingKind.optional(),
  status: orUnset(AnyProceedingStatus).optional(),
  bodyId: orUnset(idOf("actor")).optional(),
  tagId: orUnset(TagId).optional(),
};
/** What a list of proceedings and responses can be narrowed by. */
export const proceedingFilters = { ...proceedingFacets, ...dayRange("held") };
