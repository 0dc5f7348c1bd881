import { z } from "zod";
import { ActorKind, Side } from "#lib/codebook/vocabulary.ts";
import { idOf, Line, OptionalLine, OptionalNote } from "#lib/core/fields.ts";
import { orUnset } from "#lib/core/filters.ts";
import { TagId } from "#lib/tags/vocabulary.ts";

export const ActorId = idOf("actor");

/** What a person enters of an actor. Being a suspect is no field: it is a role on a link to an incident or testimony. */
export const ActorFields = z.strictObject({
  name: Line,
  nameAr: OptionalLine,
  /** Other names and spellings, one a line. */
  aliases: OptionalNote,
  kind: ActorKind,
  /** The actor that this one is said to belong to. */
  parentId: ActorId.nullable(),
  /** What sources say of its allegiance, in their words. */
  affiliationAlleged: OptionalLine,
  attributedSide: Side.nullable(),
  note: OptionalNote,
});

/** What a list of actors can be narrowed by; the values of each are counted. */
export const actorFacets = {
  kind: ActorKind.optional(),
  attributedSide: orUnset(Side).optional(),
  tagId: orUnset(TagId).optional(),
};
