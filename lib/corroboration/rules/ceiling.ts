import {
  ALGORITHM_VERSION,
  type AlgorithmVersion,
  type DeterminationLevel,
  type Facet,
} from "../vocabulary.ts";
import { reasonsForCeiling, type CeilingReason } from "./ceiling-reasons.ts";
import { clustersOfItems, groupsJoinedBy, type Cluster, type HardEdge } from "./clusters.ts";
import { tiesBetweenOrigins, type SoftEdge } from "./dependency.ts";
import { highestLevelReached, sideOfFacet } from "./level.ts";
import type { EvidenceItem } from "./quality.ts";
import type { SharedTrait } from "./shared-traits.ts";
import { idsOfSet, strongPair } from "./witness-set.ts";

/** All that bears on one facet of one allegation. */
export interface FacetEvidence {
  readonly facet: Facet;
  readonly items: readonly EvidenceItem[];
  readonly hardEdges: readonly HardEdge[];
  readonly softEdges: readonly SoftEdge[];
  /** Ties that follow from something shared, asked for by pair. */
  readonly traits?: readonly SharedTrait[];
  /** The rules by which the edges were drawn; the newest unless told. */
  readonly algorithmVersion?: AlgorithmVersion;
}

/** The highest determination that people may give a facet, and why. */
export interface Ceiling {
  readonly level: DeterminationLevel;
  /** Some origin contradicts, unresolved, with quality 2 or more: the level is at most 3. */
  readonly contested: boolean;
  /** The unresolved contradictions would by themselves reach level 4. */
  readonly refutedProposed: boolean;
  /** Ids of the items that reached the level, sorted. */
  readonly witnessSet: readonly string[];
  /** Sorted by id. */
  readonly clusters: readonly Cluster[];
  /** Message keys and parameters, in the order in which they explain the level. */
  readonly reasons: readonly CeilingReason[];
  /** There are more origins than are searched: the level is a lower bound. */
  readonly truncated: boolean;
  readonly algorithmVersion: AlgorithmVersion;
  /** What it took: items weighed and pairs of origins asked whether they are independent. */
  readonly work: { readonly items: number; readonly pairs: number };
}

/**
 * Computes the ceiling of a facet: a pure function of its evidence, the same for every order of the input.
 *
 * A first-hand source and an independent source make "corroborated" (UN fact-finding practice; OHCHR Manual on Human
 * Rights Monitoring). Copies, reposts and relays of one origin count once (Berkeley Protocol). Witnesses who talked
 * conform, so a circle of them is not several witnesses (Paterson & Kemp 2006).
 *
 * @throws RangeError when two items share an id.
 */
export function ceilingOfFacet(evidence: FacetEvidence): Ceiling {
  mustHaveDistinctIds(evidence.items);
  const originOf = groupsJoinedBy(evidence.hardEdges.map((edge) => edge.between));
  const clusters = clustersOfItems(evidence.items, originOf, evidence.facet);
  const tiesBetween = tiesBetweenOrigins(evidence.softEdges, originOf, evidence.traits);

  const support = sideOfFacet(clusters, "supports", evidence.facet, tiesBetween);
  const contradiction = sideOfFacet(clusters, "contradictions", evidence.facet, tiesBetween);
  const contested = clusters.some((cluster) => cluster.c >= 2);
  const uncapped = highestLevelReached(support, 5);
  const reached = contested ? highestLevelReached(support, 3) : uncapped;
  const refutation = strongPair(contradiction.candidates, contradiction.independent, contradiction.demands);

  return {
    level: reached.level,
    contested,
    refutedProposed: refutation !== null,
    witnessSet: idsOfSet(reached.set),
    clusters,
    reasons: reasonsForCeiling({
      clusters,
      support,
      contradiction,
      uncapped,
      reached,
      refutation,
      tiesBetween,
    }),
    truncated: [support, contradiction].some((side) => side.origins > side.candidates.length),
    algorithmVersion: evidence.algorithmVersion ?? ALGORITHM_VERSION,
    work: { items: evidence.items.length, pairs: support.asked() + contradiction.asked() },
  };
}

function mustHaveDistinctIds(items: readonly EvidenceItem[]): void {
  if (new Set(items.map((item) => item.id)).size < items.length) {
    throw new RangeError("Two items of a facet share one id.");
  }
}
