import { places } from "#db/schema/index.ts";
import { byColumn } from "#lib/core/facet.ts";
import type { Listing } from "#lib/core/listing.ts";
import { byTag } from "#lib/tags/find.ts";
import type { placeFacets } from "../vocabulary.ts";

/** Places of a case, as lists narrow and count them. */
export const placeList: Listing<keyof typeof placeFacets> = {
  table: places,
  facets: {
    kind: byColumn(places.kind),
    precision: byColumn(places.precision),
    tagId: byTag(places),
  },
};
