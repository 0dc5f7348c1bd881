import type { DeterminationLevel, Facet } from "../vocabulary.ts";
import type { Cluster } from "./clusters.ts";
import { areIndependent, type TiesBetween } from "./dependency.ts";
import {
  candidatesByStrength,
  strongPair,
  strongTriple,
  weakPair,
  type Candidate,
  type Demands,
  type Independence,
  type WitnessSet,
} from "./witness-set.ts";

/** So many origins of a side are searched, the strongest first; a level found among them is real, never too high. */
export const ORIGINS_SEARCHED_MAX = 300;

/** The supports, or the contradictions, of a facet, ready to be searched for witness sets. */
export interface Side {
  readonly candidates: readonly Candidate[];
  readonly independent: Independence;
  readonly demands: Demands;
  /** Origins with something to say, searched or not. */
  readonly origins: number;
  /** Pairs of origins that were asked so far whether they are independent, each once. */
  readonly asked: () => number;
}

export interface Reached {
  readonly level: DeterminationLevel;
  readonly set: WitnessSet;
}

/**
 * An individual is only ever identified by an item of the witness set itself that knows the person; a contradiction
 * needs no such basis, for doubt in favour of a suspect must not be harder to raise than the allegation.
 */
export function sideOfFacet(
  clusters: readonly Cluster[],
  stance: "supports" | "contradictions",
  facet: Facet,
  tiesBetween: TiesBetween,
): Side {
  const all = candidatesByStrength(clusters.map((cluster) => ({ ...cluster, items: cluster[stance] })));
  const candidates = all.slice(0, ORIGINS_SEARCHED_MAX);
  const { independent, asked } = rememberedIndependence(candidates.length, tiesBetween);
  return {
    candidates,
    independent,
    asked,
    demands: {
      independence: true,
      firsthand: true,
      identification: facet === "individual" && stance === "supports",
      disjointTypes: true,
    },
    origins: all.length,
  };
}

/**
 * The highest level, from `from` downwards, for which there is a witness set, and that set. Every level implies those
 * below it, so looking from the top finds the greatest.
 */
export function highestLevelReached({ candidates, independent, demands }: Side, from: 3 | 5): Reached {
  const triple = from === 5 ? strongTriple(candidates, independent, demands) : null;
  if (triple) return { level: 5, set: triple };
  const strong = from === 5 ? strongPair(candidates, independent, demands) : null;
  if (strong) return { level: 4, set: strong };
  const weak = weakPair(candidates, independent, demands);
  if (weak) return { level: 3, set: weak };
  const [best] = candidates;
  if (!best) return { level: 0, set: { items: [], candidates: [] } };
  return { level: best.items[0].quality === 3 ? 2 : 1, set: { items: [best.items[0]], candidates: [best] } };
}

/** Each pair is asked once, though the search for three meets it many times. */
function rememberedIndependence(
  count: number,
  tiesBetween: TiesBetween,
): { independent: Independence; asked: () => number } {
  const UNKNOWN = 0;
  const INDEPENDENT = 1;
  const DEPENDENT = 2;
  const known = new Uint8Array(count * count);
  let asked = 0;
  const independent: Independence = (a, b) => {
    const place = a.position * count + b.position;
    if (known[place] === UNKNOWN) {
      asked++;
      known[place] = areIndependent(tiesBetween(a.origin, b.origin)) ? INDEPENDENT : DEPENDENT;
    }
    return known[place] === INDEPENDENT;
  };
  return { independent, asked: () => asked };
}
