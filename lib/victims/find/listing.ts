import { incidents, victims } from "#db/schema/index.ts";
import { byColumn, byRecord } from "#lib/core/facet.ts";
import type { Listing } from "#lib/core/listing.ts";
import { byTag } from "#lib/tags/find.ts";
import type { victimFacets } from "../vocabulary.ts";

/** Victims of a case, as lists narrow and count them. */
export const victimList: Listing<keyof typeof victimFacets> = {
  table: victims,
  facets: {
    kind: byColumn(victims.kind),
    outcome: byColumn(victims.outcome),
    ageBand: byColumn(victims.ageBand),
    sex: byColumn(victims.sex),
    incidentId: byRecord(
      victims.incidentId,
      { table: incidents, name: incidents.title, nameAr: incidents.titleAr },
      "incident.read",
    ),
    tagId: byTag(victims),
  },
};
