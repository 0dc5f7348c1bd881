import { actors } from "#db/schema/index.ts";
import { byColumn } from "#lib/core/facet.ts";
import type { Listing } from "#lib/core/listing.ts";
import { byTag } from "#lib/tags/find.ts";
import type { actorFacets } from "../vocabulary.ts";

/** Actors of a case, as lists narrow and count them. */
export const actorList: Listing<keyof typeof actorFacets> = {
  table: actors,
  facets: {
    kind: byColumn(actors.kind),
    attributedSide: byColumn(actors.attributedSide),
    tagId: byTag(actors),
  },
};
