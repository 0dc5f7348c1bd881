/** The rows of a list of incidents: the same for the list and for the counts beside its filters. */
import { and, eq, isNull, not, type SQL, sql } from "drizzle-orm";
import { listHolds } from "#db/json-list.ts";
import { incidents } from "#db/schema/index.ts";
import { beginsWithin, givenOrUnset } from "#lib/core/facet.ts";
import type { AskContext } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";
import { hasLink } from "#lib/links/find.ts";
import type { IncidentFacet, IncidentFilters } from "../vocabulary.ts";

type Context = Pick<AskContext, "read" | "scope">;

/** Standing incidents of a case that the caller may read and that fit the filters. */
export function filteredIncidents(ctx: Context, caseId: string, filters: IncidentFilters): SQL | undefined {
  const { place, violation } = filters;
  return and(
    ctx.scope.cases(incidents.caseId),
    eq(incidents.caseId, caseId),
    isNull(incidents.retractedAt),
    given(incidents.recordKind, filters.recordKind),
    givenOrUnset(incidents.victimGroup, filters.victimGroup),
    givenOrUnset(incidents.attributedSide, filters.attributedSide),
    violation === undefined ? undefined : listHolds(incidents.violations, violation),
    beginsWithin(incidents.occurredSort, filters.occurredFrom, filters.occurredTo),
    place === undefined ? undefined : place === "linked" ? placed(ctx) : not(placed(ctx)),
  );
}

/** What each counted filter counts by; violations as the whole list, in the text of its JSON. */
export function facetColumn(ctx: Context, facet: IncidentFacet) {
  if (facet === "place") return sql`case when ${placed(ctx)} then 'linked' else 'none' end`;
  if (facet === "violation") return sql`cast(${incidents.violations} as text)`;
  return incidents[facet];
}

/** A link to a place that stands. */
const placed = (ctx: Context) => hasLink(ctx, incidents, "incident_place");
