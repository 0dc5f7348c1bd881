import { and, count, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { z } from "zod";
import { actors, allegations, evidenceLinks, findings, incidents, places } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { listed } from "#lib/core/listing.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { FACETS } from "../vocabulary.ts";
import { isOverride } from "../rules/appeal.ts";
import { isHiddenFromCaller } from "#lib/core/blind-review.ts";
import { allegationFilters, allegationList } from "../find/listings.ts";

/** Alleged acts of a case by date, with how much evidence and which findings each has. */
export const listAllegations = query({
  name: "allegation.list",
  input: z.strictObject({
    caseId: CaseId,
    ...allegationFilters,
    direction: z.enum(["asc", "desc"]).default("asc"),
    page: PageInput,
  }),
  permission: "allegation.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, direction, page, ...filters }) {
    const { read } = ctx;
    const keys = keyset(page, direction, allegations.occurredSort, allegations.id);
    const inList = listed(ctx, allegationList, caseId, filters);
    const rows = await read
      .select({
        id: allegations.id,
        code: allegations.code,
        violation: allegations.violation,
        wording: allegations.wording,
        occurredEdtf: allegations.occurredEdtf,
        occurredWording: allegations.occurredWording,
        occurredSort: allegations.occurredSort,
        childConcerned: allegations.childConcerned,
        incident: {
          id: incidents.id,
          code: incidents.code,
          title: incidents.title,
          titleAr: incidents.titleAr,
        },
        actor: { id: actors.id, code: actors.code, name: actors.name, nameAr: actors.nameAr },
        place: { id: places.id, code: places.code, name: places.name, nameAr: places.nameAr },
      })
      .from(allegations)
      .innerJoin(incidents, eq(incidents.id, allegations.incidentId))
      .leftJoin(actors, eq(actors.id, allegations.actorId))
      .leftJoin(places, eq(places.id, allegations.placeId))
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const shown = paged(page, rows, (row) => ({ key: row.occurredSort, id: row.id }));
    const held = await heldBy(
      ctx,
      shown.rows.map(({ id }) => id),
    );
    const total = await countUpTo(read, allegations, inList);
    return { ...shown, rows: shown.rows.map((row) => ({ ...row, ...held(row.id) })), total };
  },
});

/**
 * How many links of each stance, how many findings of each status, and per facet where its newest finding is, of the
 * allegations of one page. A facet without links and findings is left out.
 */
async function heldBy(ctx: AskContext, ids: string[]) {
  const { read } = ctx;
  const links = await read
    .select({
      id: evidenceLinks.allegationId,
      facet: evidenceLinks.facet,
      stance: evidenceLinks.stance,
      links: count(),
    })
    .from(evidenceLinks)
    .where(and(inArray(evidenceLinks.allegationId, ids), isNull(evidenceLinks.retractedAt)))
    .groupBy(evidenceLinks.allegationId, evidenceLinks.facet, evidenceLinks.stance);
  const found = await read
    .select({
      id: findings.allegationId,
      facet: findings.facet,
      status: findings.status,
      determination: findings.determination,
      isHidden: isHiddenFromCaller(ctx),
      ceiling: findings.ceiling,
      appealId: findings.appealId,
      number: findings.number,
    })
    .from(findings)
    .where(and(inArray(findings.allegationId, ids), notInArray(findings.status, ["superseded", "withdrawn"])))
    .orderBy(findings.number);
  return (id: string) => {
    const linked = links.filter((row) => row.id === id);
    const determined = found.filter((row) => row.id === id);
    return {
      links: countedBy(
        linked,
        ({ stance }) => stance,
        ({ links: many }) => many,
      ),
      findings: countedBy(
        determined,
        ({ status }) => status,
        () => 1,
      ),
      facets: FACETS.flatMap((facet) => {
        const finding = determined.findLast((row) => row.facet === facet);
        if (!finding && !linked.some((row) => row.facet === facet)) return [];
        const determination = finding?.isHidden ? null : (finding?.determination ?? null);
        const isAbove = finding !== undefined && isOverride(finding);
        return [{ facet, status: finding?.status ?? null, determination, isOverride: isAbove }];
      }),
    };
  };
}

function countedBy<T, K extends string>(
  rows: readonly T[],
  keyOf: (row: T) => K,
  manyOf: (row: T) => number,
) {
  const counts: Partial<Record<K, number>> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + manyOf(row);
  return counts;
}
