import { sources } from "#db/schema/index.ts";
import { byColumn } from "#lib/core/facet.ts";
import type { Listing } from "#lib/core/listing.ts";
import { byTag } from "#lib/tags/find.ts";
import { byReliability } from "../find.ts";
import type { sourceFacets } from "../vocabulary.ts";

/** Sources of a case, as lists narrow and count them. */
export const sourceList: Listing<keyof typeof sourceFacets> = {
  table: sources,
  facets: {
    kind: byColumn(sources.kind),
    reliability: byReliability("sourceId", sources.id),
    tagId: byTag(sources),
  },
};
