/** Allegations and findings of a case, as lists narrow and count them. */
import { eq, or } from "drizzle-orm";
import { z } from "zod";
import { actors, allegations, findings, incidents, places } from "#db/schema/index.ts";
import { ViolationCode } from "#lib/codebook/violations.ts";
import { byColumn, byRecord } from "#lib/core/facet.ts";
import { idOf } from "#lib/core/fields.ts";
import { dayRange, orUnset } from "#lib/core/filters.ts";
import { byDays, type Listing } from "#lib/core/listing.ts";
import { byTag } from "#lib/tags/find.ts";
import { TagId } from "#lib/tags/vocabulary.ts";
import { Facet, FindingStatus, OWN_PARTS } from "../vocabulary.ts";

/** The filters of allegations whose values are counted. */
export const allegationFacets = {
  violation: ViolationCode.optional(),
  incidentId: orUnset(idOf("incident")).optional(),
  actorId: orUnset(idOf("actor")).optional(),
  placeId: orUnset(idOf("place")).optional(),
  tagId: orUnset(TagId).optional(),
};
/** What a list of allegations can be narrowed by. */
export const allegationFilters = { ...allegationFacets, ...dayRange("occurred") };

export const allegationList: Listing<keyof typeof allegationFacets> = {
  table: allegations,
  facets: {
    violation: byColumn(allegations.violation),
    incidentId: byRecord(
      allegations.incidentId,
      { table: incidents, name: incidents.title, nameAr: incidents.titleAr },
      "incident.read",
    ),
    actorId: byRecord(
      allegations.actorId,
      { table: actors, name: actors.name, nameAr: actors.nameAr },
      "actor.read",
    ),
    placeId: byRecord(
      allegations.placeId,
      { table: places, name: places.name, nameAr: places.nameAr },
      "place.read",
    ),
    tagId: byTag(allegations),
  },
  filters: byDays("occurred", allegations.occurredSort),
};

/** The filters of findings whose values are counted. */
export const findingFacets = {
  status: FindingStatus.optional(),
  facet: Facet.optional(),
  tagId: orUnset(TagId).optional(),
};
/** What a list of findings can be narrowed by; `mine` are those that the caller wrote, or had any part in. */
export const findingFilters = { ...findingFacets, mine: z.enum(OWN_PARTS).optional() };

export const findingList: Listing<keyof typeof findingFacets> = {
  table: findings,
  facets: {
    status: byColumn(findings.status),
    facet: byColumn(findings.facet),
    tagId: byTag(findings),
  },
  filters: {
    mine: ({ scope: { humanId } }, part) =>
      part === "author"
        ? eq(findings.authorHumanId, humanId)
        : or(
            eq(findings.authorHumanId, humanId),
            eq(findings.reviewerHumanId, humanId),
            eq(findings.secondHumanId, humanId),
          ),
  },
};
