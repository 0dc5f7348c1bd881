import { z } from "zod";
import { MediaKind, ReportedVerification } from "#lib/codebook/reported.ts";
import { idOf, Line, Note, OptionalEdtf, OptionalNote } from "#lib/core/fields.ts";
import { dayRange, orUnset } from "#lib/core/filters.ts";
import { TagId } from "#lib/tags/vocabulary.ts";

export const MediaId = idOf("media");

/** Most outlets that one item names in a list. */
export const OUTLETS_MAX = 50;

/** What one outlet said it found about the item; never our own rank. */
export const VerificationFields = z.strictObject({
  sourceId: idOf("source"),
  state: ReportedVerification,
  note: OptionalNote,
});

/** What a person enters of a media item that is described and not held. */
export const MediaFields = z.strictObject({
  kind: MediaKind,
  title: Line,
  description: Note,
  circulatedEdtf: OptionalEdtf,
  /** Who carried it, in order; whose reliability counts stands first. */
  circulatedBy: z.array(idOf("source")).max(OUTLETS_MAX),
  verifications: z.array(VerificationFields).max(OUTLETS_MAX),
  note: OptionalNote,
});
export type MediaFields = z.output<typeof MediaFields>;

/** The filters of media items whose values are counted. */
export const mediaFacets = { kind: MediaKind.optional(), tagId: orUnset(TagId).optional() };
/** What a list of media items can be narrowed by. */
export const mediaFilters = { ...mediaFacets, ...dayRange("circulated") };
