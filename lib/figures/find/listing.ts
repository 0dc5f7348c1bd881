import { figures, incidents, sources } from "#db/schema/index.ts";
import { byColumn, byRecord } from "#lib/core/facet.ts";
import { byDays, type Listing } from "#lib/core/listing.ts";
import { byTag } from "#lib/tags/find.ts";
import type { figureFacets } from "../vocabulary.ts";

/** Figures of a case, as lists narrow and count them: how many claims there are, never what they add up to. */
export const figureList: Listing<keyof typeof figureFacets> = {
  table: figures,
  facets: {
    scope: byColumn(figures.scope),
    category: byColumn(figures.category),
    outcome: byColumn(figures.outcome),
    attributedTo: byColumn(figures.attributedTo),
    sourceId: byRecord(
      figures.sourceId,
      { table: sources, name: sources.name, nameAr: sources.nameAr },
      "source.read",
    ),
    incidentId: byRecord(
      figures.incidentId,
      { table: incidents, name: incidents.title, nameAr: incidents.titleAr },
      "incident.read",
    ),
    tagId: byTag(figures),
  },
  filters: byDays("asOf", figures.asOfSort),
};
