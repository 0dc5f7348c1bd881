import { GROUP_EDGE_KINDS, SOFT_EDGE_KINDS, type SoftEdgeKind, type Tenths } from "../vocabulary.ts";
import { groupsJoinedBy } from "./clusters.ts";
import { type SharedTrait, strongestShared } from "./shared-traits.ts";

/** Two things that depend on each other in part; `tenths` is the kind's default or a reviewer's reasoned change. */
export interface SoftEdge {
  readonly kind: SoftEdgeKind;
  readonly between: readonly [string, string];
  readonly tenths: Tenths;
}

/** The strongest tie of one kind between two origins. */
export interface Tie {
  readonly kind: SoftEdgeKind;
  readonly tenths: Tenths;
}

/** The ties between two origins, in the order of the vocabulary. */
export type TiesBetween = (originA: string, originB: string) => Tie[];

type TiesOfKind = (originA: string, originB: string) => Tenths;

/**
 * The ties between two origins, at most one a kind and that the strongest, so that a copy which inherits its original's
 * ties changes nothing. Kinds that spread (coaching, group interview, talk about the facet) hold between all origins of
 * one connected circle with the circle's greatest strength: co-witnesses who talk conform, whoever talked with whom.
 * @param edges ties between two
 * @param originOf the origin of an item, or of anything else that an edge or a trait names
 * @param traits ties that follow from something shared
 */
export function tiesBetweenOrigins(
  edges: readonly SoftEdge[],
  originOf: (id: string) => string,
  traits: readonly SharedTrait[] = [],
): TiesBetween {
  const kinds = SOFT_EDGE_KINDS.flatMap((kind) => {
    const ofKind = edges
      .filter((edge) => edge.kind === kind && edge.tenths > 0)
      .map(({ between: [a, b], tenths }) => ({ a: originOf(a), b: originOf(b), tenths }));
    const shared = traits.filter((trait) => trait.kind === kind && trait.tenths > 0);
    if (ofKind.length === 0 && shared.length === 0) return [];
    const recorded = spreads(kind) ? tiesOfCircles(ofKind) : tiesOfPairs(ofKind);
    if (shared.length === 0) return [{ kind, between: recorded }];
    const byTrait = strongestShared(shared, originOf);
    return [{ kind, between: (a: string, b: string) => stronger(recorded(a, b), byTrait(a, b)) }];
  });
  return (originA, originB) =>
    kinds.flatMap(({ kind, between }) => {
      const tenths = between(originA, originB);
      return tenths === 0 ? [] : [{ kind, tenths }];
    });
}

/**
 * Independent when the dependency 1 − Π(1 − w/10) is below one half. In whole numbers: 2·Π(10 − w) > 10^k over the k
 * kinds. With one tie a kind the products stay below 2·10^12, far inside the exact range of a number.
 */
export function areIndependent(ties: readonly Tie[]): boolean {
  let free = 2;
  let whole = 1;
  for (const tie of ties) {
    free *= 10 - tie.tenths;
    whole *= 10;
  }
  return free > whole;
}

interface OriginEdge {
  readonly a: string;
  readonly b: string;
  readonly tenths: Tenths;
}

function spreads(kind: SoftEdgeKind): boolean {
  return GROUP_EDGE_KINDS.some((group) => group === kind);
}

function tiesOfPairs(edges: readonly OriginEdge[]): TiesOfKind {
  const strongest = new Map<string, Map<string, Tenths>>();
  for (const { a, b, tenths } of edges) {
    const [low, high] = a < b ? [a, b] : [b, a];
    const row = strongest.get(low) ?? new Map<string, Tenths>();
    strongest.set(low, row);
    row.set(high, stronger(row.get(high) ?? 0, tenths));
  }
  return (a, b) => strongest.get(a < b ? a : b)?.get(a < b ? b : a) ?? 0;
}

/** An edge inside one origin keeps its strength in the circle, or joining two origins could loosen the rest. */
function tiesOfCircles(edges: readonly OriginEdge[]): TiesOfKind {
  const circleOf = groupsJoinedBy(edges.map(({ a, b }) => [a, b] as const));
  const strongest = new Map<string, Tenths>();
  for (const { a, tenths } of edges) {
    const circle = circleOf(a);
    strongest.set(circle, stronger(strongest.get(circle) ?? 0, tenths));
  }
  return (a, b) => {
    const strength = strongest.get(circleOf(a));
    return strength !== undefined && circleOf(a) === circleOf(b) ? strength : 0;
  };
}

function stronger(a: Tenths, b: Tenths): Tenths {
  return a > b ? a : b;
}
