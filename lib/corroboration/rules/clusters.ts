import type { EvidenceFamily, Facet, HardEdgeKind } from "../vocabulary.ts";
import { weighItem, type EvidenceItem, type Quality, type WeighedItem } from "./quality.ts";

/**
 * Two things of one origin. An end may name something that is no item of the facet (the original of two copies, a
 * withdrawn relay): it still joins what it touches.
 */
export interface HardEdge {
  readonly kind: HardEdgeKind;
  readonly between: readonly [string, string];
}

/** All items of one origin, which count once (Berkeley Protocol: trace copies to the earliest source). */
export interface Cluster {
  /** The smallest id of its members. */
  readonly id: string;
  /** The smallest id of all that shares this origin, items of the facet or not; ties between origins go by it. */
  readonly origin: string;
  readonly members: readonly string[];
  readonly supports: readonly WeighedItem[];
  /** Unresolved contradictions that count for something, in full quality. */
  readonly contradictions: readonly WeighedItem[];
  /** Supports and contradicts at once: every supporting item then counts one less. */
  readonly inconsistent: boolean;
  /** Best quality of its supporting items after the penalty. */
  readonly s: Quality;
  /** Best quality of its unresolved contradicting items. */
  readonly c: Quality;
  /** Types of its supporting items of quality 2 or more before the penalty, sorted. */
  readonly types: readonly EvidenceFamily[];
}

/**
 * Joins ids by pairs (union-find) and names each group by its smallest id, so that the order of the pairs cannot
 * matter. Returns the name of the group an id belongs to; an id in no pair is a group of its own.
 */
export function groupsJoinedBy(pairs: Iterable<readonly [string, string]>): (id: string) => string {
  const parents = new Map<string, string>();
  const groupOf = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    if (root !== id) parents.set(id, root);
    return root;
  };
  for (const [a, b] of pairs) {
    const [groupA, groupB] = [groupOf(a), groupOf(b)];
    if (groupA < groupB) parents.set(groupB, groupA);
    if (groupB < groupA) parents.set(groupA, groupB);
  }
  return groupOf;
}

/** Sorts a facet's items into origins, by id. */
export function clustersOfItems(
  items: readonly EvidenceItem[],
  originOf: (id: string) => string,
  facet: Facet,
): Cluster[] {
  const byOrigin = new Map<string, Members>();
  for (const item of items.toSorted((a, b) => compareIds(a.id, b.id))) {
    const origin = originOf(item.id);
    const members = byOrigin.get(origin);
    if (members) members.push(item);
    else byOrigin.set(origin, [item]);
  }
  return [...byOrigin].map(([origin, members]) => clusterOfMembers(origin, members, facet));
}

/** Order by code units, the same on every machine and in every locale. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

type Members = [EvidenceItem, ...EvidenceItem[]];

function clusterOfMembers(origin: string, members: Members, facet: Facet): Cluster {
  const supporting = members
    .filter((item) => item.stances.includes("support"))
    .map((item) => weighItem(item, facet));
  const contradictions = members
    .filter((item) => item.stances.includes("contradict") && !item.contradictionResolved)
    .map((item) => weighItem(item, facet))
    .filter((item) => item.quality > 0);
  const inconsistent = supporting.length > 0 && contradictions.length > 0;
  const supports = inconsistent ? supporting.map(reducedByOne) : supporting;
  const types = new Set(supporting.filter((item) => item.quality >= 2).map((item) => item.family));
  return {
    id: members[0].id,
    origin,
    members: members.map((item) => item.id),
    supports,
    contradictions,
    inconsistent,
    s: bestQuality(supports),
    c: bestQuality(contradictions),
    types: [...types].toSorted(),
  };
}

function reducedByOne(item: WeighedItem): WeighedItem {
  return { ...item, quality: QUALITY_BELOW[item.quality] };
}
const QUALITY_BELOW = [0, 0, 1, 2] as const satisfies readonly Quality[];

function bestQuality(items: readonly WeighedItem[]): Quality {
  return items.reduce<Quality>((best, item) => (item.quality > best ? item.quality : best), 0);
}
