import { z } from "zod";
import { allegations } from "#db/schema/index.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { query } from "#lib/core/query.ts";
import { materialOfAllegations } from "../find/material.ts";
import { shownOrigins } from "../find/shown-origins.ts";
import { ceilingOfFacet, type FacetEvidence } from "../rules/ceiling.ts";
import { recordsOfClusters } from "../rules/cluster-records.ts";
import { evidenceOfFacet } from "../rules/facet-evidence.ts";
import { heaviest } from "../rules/heaviest.ts";
import { weighItem } from "../rules/quality.ts";
import { linesBetween } from "../rules/tie-lines.ts";
import { AllegationId, Facet, FACETS } from "../vocabulary.ts";

/** So much is shown at once; a level is computed from all. */
const CLUSTERS_MAX = 24;
const RECORDS_MAX = 40;
const TIES_MAX = 60;

/**
 * What ties the evidence of one facet: which testimonies, recordings and figures go back to one origin and by what, what makes
 * origins depend on each other in part, and which statements carry the level. It says what the evidence allows, and nothing of
 * what anybody found.
 */
export const readOrigins = query({
  name: "evidence.origins",
  input: z.strictObject({ allegationId: AllegationId, facet: Facet }),
  permission: "evidence.read",
  async run(ctx, { allegationId, facet }) {
    const { id, code, violation, retractedAt, retractionReason } = await findRecord(
      ctx,
      allegations,
      allegationId,
    );
    const material = await materialOfAllegations(ctx.read, [allegationId]);
    const evidence = evidenceOfFacet(material, allegationId, facet);
    const { level, contested, reasons, clusters, truncated, witnessSet } = ceilingOfFacet(evidence);
    const { shown, left } = heaviest(clusters, witnessSet, CLUSTERS_MAX);
    const { ties, dependent } = linesBetween(material, evidence, shown);
    const recordsOf = recordsOfClusters(material, evidence.hardEdges);
    const made = shown.map((cluster) => ({ cluster, ...cut(recordsOf(cluster)) }));
    const names = await shownOrigins(ctx, made, ties.slice(0, TIES_MAX));
    const weigh = weighing(evidence, witnessSet);
    return {
      allegation: { id, code, violation, retractedAt, retractionReason },
      facet,
      /** Facets to which something is linked. */
      facets: FACETS.filter((one) =>
        material.links.some((link) => link.allegationId === allegationId && link.facet === one),
      ),
      ceiling: { level, contested, reasons, truncated },
      origins: made.map(({ cluster, ...own }) => ({
        id: cluster.id,
        members: cluster.members,
        inconsistent: cluster.inconsistent,
        /** What it counts in support and against, from 0 to 3. */
        support: cluster.s,
        against: cluster.c,
        carries: cluster.members.some((member) => witnessSet.includes(member)),
        records: own.records.flatMap((record) => names.record(record, weigh)),
        left: own.left,
        ties: own.ties.flatMap((tie) => names.hardTie(tie)),
      })),
      ties: ties.slice(0, TIES_MAX).map((tie) => ({ ...tie, recorded: names.recorded(tie) })),
      /** Which origins are not independent of each other, by all that ties them. */
      dependent,
      left: { ...left, ties: Math.max(0, ties.length - TIES_MAX) },
    };
  },
});

export type OriginsAnswer = Awaited<ReturnType<typeof readOrigins.run>>;

type Made = ReturnType<ReturnType<typeof recordsOfClusters>>;

/** As many records of an origin as are shown, with the ties between these. */
function cut({ records, ties }: Made): Made & { left: number } {
  const shown = records.slice(0, RECORDS_MAX);
  const ids = new Set(shown.map(({ id }) => id));
  const between = ties.filter((tie) => tie.between.every((end) => ids.has(end)));
  return { records: shown, ties: between, left: records.length - shown.length };
}

/** How a statement counts in the facet. */
function weighing(evidence: FacetEvidence, witnessSet: readonly string[]) {
  const items = new Map(evidence.items.map((item) => [item.id, item]));
  return (statementId: string) => {
    const item = items.get(statementId);
    if (!item) return null;
    const { quality, firsthand } = weighItem(item, evidence.facet);
    const { stances, withdrawn, contradictionResolved: resolved } = item;
    return { quality, firsthand, stances, withdrawn, resolved, carries: witnessSet.includes(statementId) };
  };
}
