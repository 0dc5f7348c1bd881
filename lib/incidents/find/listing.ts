import { incidents } from "#db/schema/index.ts";
import { byColumn, byEntry, byTie } from "#lib/core/facet.ts";
import { byDays, type Listing } from "#lib/core/listing.ts";
import { hasLink } from "#lib/links/find.ts";
import { byTag } from "#lib/tags/find.ts";
import type { incidentFacets } from "../vocabulary.ts";

/** Incidents of a case, as lists narrow and count them. */
export const incidentList: Listing<keyof typeof incidentFacets> = {
  table: incidents,
  facets: {
    recordKind: byColumn(incidents.recordKind),
    violation: byEntry(incidents.violations),
    victimGroup: byColumn(incidents.victimGroup),
    attributedSide: byColumn(incidents.attributedSide),
    place: byTie((ctx) => hasLink(ctx, incidents, "incident_place")),
    tagId: byTag(incidents),
  },
  filters: byDays("occurred", incidents.occurredSort),
};
