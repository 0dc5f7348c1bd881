import { actors, proceedings } from "#db/schema/index.ts";
import { byColumn, byRecord } from "#lib/core/facet.ts";
import { byDays, type Listing } from "#lib/core/listing.ts";
import { byTag } from "#lib/tags/find.ts";
import type { proceedingFacets } from "../vocabulary.ts";

/** Proceedings and responses of a case, as lists narrow and count them. */
export const proceedingList: Listing<keyof typeof proceedingFacets> = {
  table: proceedings,
  facets: {
    family: byColumn(proceedings.family),
    kind: byColumn(proceedings.kind),
    status: byColumn(proceedings.status),
    bodyId: byRecord(
      proceedings.bodyActorId,
      { table: actors, name: actors.name, nameAr: actors.nameAr },
      "actor.read",
    ),
    tagId: byTag(proceedings),
  },
  filters: byDays("held", proceedings.heldSort),
};
