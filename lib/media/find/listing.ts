import { mediaItems } from "#db/schema/index.ts";
import { byColumn } from "#lib/core/facet.ts";
import { byDays, type Listing } from "#lib/core/listing.ts";
import { byTag } from "#lib/tags/find.ts";
import type { mediaFacets } from "../vocabulary.ts";

/** Media items of a case, as lists narrow and count them. */
export const mediaList: Listing<keyof typeof mediaFacets> = {
  table: mediaItems,
  facets: {
    kind: byColumn(mediaItems.kind),
    tagId: byTag(mediaItems),
  },
  filters: byDays("circulated", mediaItems.circulatedSort),
};
