/**
 * Ties between origins as few lines instead of many pairs: thirty accounts by one interviewer are one line with thirty dots, not
 * four hundred ties. Each line stands for exactly the pairs that the rules of levels found, and for no other.
 */
import { GROUP_EDGE_KINDS, SOFT_EDGE_KINDS, type SoftEdgeKind, type Tenths } from "../vocabulary.ts";
import type { FacetEvidence } from "./ceiling.ts";
import { type Cluster, compareIds, groupsJoinedBy } from "./clusters.ts";
import { areIndependent, tiesBetweenOrigins } from "./dependency.ts";
import type { Material } from "./material.ts";
import { recordedTies } from "./recorded-ties.ts";

/** Each two of `each` are tied, and each of `each` with every one of `others`; these not with one another by this line. */
export interface Line {
  readonly each: readonly string[];
  readonly others: readonly string[];
}
export interface TieLine extends Line {
  readonly kind: SoftEdgeKind;
  readonly tenths: Tenths;
  /** Ids of the ties that people recorded; none where the record shows it by itself. */
  readonly recorded: readonly string[];
}

type Ends = Pick<Cluster, "id" | "origin">;

/** The ties between some origins, strongest first, and which of the origins are not independent of each other by all of them. */
export function linesBetween(
  material: Pick<Material, "dependencies">,
  evidence: Pick<FacetEvidence, "hardEdges" | "softEdges" | "traits">,
  clusters: readonly Ends[],
): { ties: TieLine[]; dependent: Line[] } {
  const originOf = groupsJoinedBy(evidence.hardEdges.map((edge) => edge.between));
  const tiesBetween = tiesBetweenOrigins(evidence.softEdges, originOf, evidence.traits);
  const recordedIn = recordedBetween(material, evidence, originOf);
  const dependent: Pair[] = [];
  const byTie = new Map<string, { kind: SoftEdgeKind; tenths: Tenths; pairs: Pair[] }>();
  for (const [at, a] of clusters.entries()) {
    for (const b of clusters.slice(at + 1)) {
      const ties = tiesBetween(a.origin, b.origin);
      if (!areIndependent(ties)) dependent.push([a.id, b.id]);
      for (const { kind, tenths } of ties) {
        const isRecorded = recordedIn(kind, tenths, [a], [b]).length > 0;
        const known = byTie.get(`${kind} ${tenths} ${isRecorded}`) ?? { kind, tenths, pairs: [] };
        known.pairs.push([a.id, b.id]);
        byTie.set(`${kind} ${tenths} ${isRecorded}`, known);
      }
    }
  }
  const clusterOf = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const named = (ids: readonly string[]) => ids.flatMap((id) => clusterOf.get(id) ?? []);
  const ties = [...byTie.values()].flatMap(({ kind, tenths, pairs }) =>
    linesOf(pairs).map((line) => ({
      kind,
      tenths,
      ...line,
      recorded: recordedIn(kind, tenths, named(line.each), named(line.others)),
    })),
  );
  return { ties: ties.toSorted(byStrength), dependent: linesOf(dependent) };
}

const byStrength = (a: TieLine, b: TieLine) =>
  b.tenths - a.tenths ||
  SOFT_EDGE_KINDS.indexOf(a.kind) - SOFT_EDGE_KINDS.indexOf(b.kind) ||
  compareIds(a.each[0] ?? "", b.each[0] ?? "");

/** Finds the recorded ties of a kind that make a line, or, where talk spreads, all that make its circle. */
function recordedBetween(
  material: Pick<Material, "dependencies">,
  { softEdges }: Pick<FacetEvidence, "softEdges">,
  originOf: (id: string) => string,
) {
  const find = recordedTies(material);
  const edges = softEdges
    .filter(({ tenths }) => tenths > 0)
    .map(({ kind, tenths, between }) => ({
      kind,
      tenths,
      ends: between.map(originOf),
      ids: find(kind, between),
    }));
  const byKind = Map.groupBy(edges, ({ kind }) => kind);
  const circles = new Map(
    [...byKind].map(([kind, own]) => [
      kind,
      groupsJoinedBy(own.map(({ ends: [a = "", b = ""] }) => [a, b] as const)),
    ]),
  );
  return (kind: SoftEdgeKind, tenths: Tenths, each: readonly Ends[], others: readonly Ends[]): string[] => {
    const own = byKind.get(kind) ?? [];
    const circleOf = circles.get(kind);
    const [bearing, all] = [each, [...each, ...others]].map((on) => new Set(on.map(({ origin }) => origin)));
    const holds = GROUP_EDGE_KINDS.some((group) => group === kind)
      ? own.filter(({ ends }) => each.some(({ origin }) => circleOf?.(origin) === circleOf?.(ends[0] ?? "")))
      : own.filter(
          ({ ends, ...edge }) =>
            edge.tenths === tenths &&
            new Set(ends).size > 1 &&
            ends.some((end) => bearing?.has(end)) &&
            ends.every((end) => all?.has(end)),
        );
    return [...new Set(holds.flatMap(({ ids }) => ids))].toSorted(compareIds);
  };
}

type Pair = readonly [string, string];

/**
 * Pairs as lines: who has most ties, with all who are tied to the same, makes a line; then what is left. A circle becomes one line,
 * and so does what all who read something share with it.
 */
export function linesOf(pairs: readonly Pair[]): Line[] {
  const near = new Map<string, Set<string>>();
  const toward = (from: string) => {
    const known = near.get(from) ?? new Set([from]);
    near.set(from, known);
    return known;
  };
  for (const [a, b] of pairs) {
    toward(a).add(b);
    toward(b).add(a);
  }
  const lines: Line[] = [];
  for (let middle = mostTied(near); middle !== null; middle = mostTied(near)) {
    const around = toward(middle);
    const each = [...around].filter((one) => isSame(toward(one), around)).toSorted(compareIds);
    const others = [...around].filter((one) => !each.includes(one)).toSorted(compareIds);
    lines.push({ each, others });
    for (const one of each) near.delete(one);
    for (const other of others) for (const one of each) toward(other).delete(one);
  }
  return lines;
}

function mostTied(near: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const [most] = [...near]
    .filter(([, around]) => around.size > 1)
    .toSorted(([a, one], [b, other]) => other.size - one.size || compareIds(a, b));
  return most?.[0] ?? null;
}

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size === other.size && [...one].every((id) => other.has(id));
