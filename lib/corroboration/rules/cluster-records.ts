import type { HardEdgeKind } from "../vocabulary.ts";
import { type Cluster, compareIds, type HardEdge } from "./clusters.ts";
import type { Material } from "./material.ts";
import { recordedTies } from "./recorded-ties.ts";

/** By what something goes back to the same origin as something else. */
export interface HardTie {
  /** What people recorded on the way; the same person, where the record shows it by itself. */
  readonly kinds: readonly HardEdgeKind[];
  readonly between: readonly [string, string];
  /** What lies between the two and bears on nothing here: who speaks in both, the original of two copies. */
  readonly through: readonly string[];
  /** Ids of the ties that people recorded; none where the record shows it by itself. */
  readonly recorded: readonly string[];
}

/** A testimony, recording or figure of one origin, with its statements that bear on the facet. */
export interface ClusterRecord {
  readonly id: string;
  readonly statements: readonly string[];
}

interface Step {
  readonly kinds: Set<HardEdgeKind>;
  readonly recorded: Set<string>;
}
type Steps = ReadonlyMap<string, ReadonlyMap<string, Step>>;

/**
 * What each origin is made of and what holds it together: every record hangs on the one through which it is reached from the
 * first, which is the one with most ties, for reposts hang on what they repeat. Further ties between two records follow.
 */
export function recordsOfClusters(
  material: Material,
  hardEdges: readonly HardEdge[],
): (cluster: Pick<Cluster, "members">) => { records: ClusterRecord[]; ties: HardTie[] } {
  const recordOf = (id: string) => material.statements.get(id)?.originId ?? id;
  const steps = stepsOf(material, hardEdges, recordOf);
  return ({ members }) => {
    const statements = Map.groupBy(members, recordOf);
    const ids = [...statements.keys()].toSorted(
      (a, b) => (steps.get(b)?.size ?? 0) - (steps.get(a)?.size ?? 0) || compareIds(a, b),
    );
    const [first] = ids;
    if (first === undefined) return { records: [], ties: [] };
    const ways = waysFrom(first, steps);
    const tree = ids.flatMap((id) => hangingTie(id, ways, steps, statements) ?? []);
    return {
      records: inOrder(first, tree).map((id) => ({ id, statements: statements.get(id) ?? [] })),
      ties: [...tree, ...furtherTies(ids, steps, tree)],
    };
  };
}

/** Which records and persons are one step from each other. */
function stepsOf(
  material: Material,
  hardEdges: readonly HardEdge[],
  recordOf: (id: string) => string,
): Steps {
  const steps = new Map<string, Map<string, Step>>();
  const recorded = recordedTies(material);
  const stepBetween = (from: string, to: string): Step => {
    const near = steps.get(from) ?? new Map<string, Step>();
    steps.set(from, near);
    const step = near.get(to) ?? { kinds: new Set(), recorded: new Set() };
    near.set(to, step);
    return step;
  };
  for (const { kind, between } of hardEdges) {
    const [a, b] = [recordOf(between[0]), recordOf(between[1])];
    if (a === b) continue;
    for (const step of [stepBetween(a, b), stepBetween(b, a)]) {
      const ids = recorded(kind, between);
      for (const id of ids) step.recorded.add(id);
      if (ids.length > 0) step.kinds.add(kind);
    }
  }
  return steps;
}

/** From where each that can be reached is reached first. */
function waysFrom(first: string, steps: Steps): ReadonlyMap<string, string> {
  const ways = new Map<string, string>([[first, first]]);
  const waiting = [first];
  for (let at = 0; at < waiting.length; at++) {
    const here = waiting[at] ?? first;
    for (const next of [...(steps.get(here)?.keys() ?? [])].toSorted(compareIds)) {
      if (ways.has(next)) continue;
      ways.set(next, here);
      waiting.push(next);
    }
  }
  return ways;
}

/** The tie between a record and the one of the facet that comes before it on the way; null for the first. */
function hangingTie(
  id: string,
  ways: ReadonlyMap<string, string>,
  steps: Steps,
  ofFacet: ReadonlyMap<string, unknown>,
): HardTie | null {
  const through: string[] = [];
  const kinds = new Set<HardEdgeKind>();
  const recorded = new Set<string>();
  for (let here = id, before = ways.get(here); ; before = ways.get(here)) {
    if (before === undefined || before === here) return null;
    const step = steps.get(here)?.get(before);
    for (const kind of step?.kinds ?? []) kinds.add(kind);
    for (const tie of step?.recorded ?? []) recorded.add(tie);
    if (ofFacet.has(before)) return tieOf(kinds, [before, id], through.toReversed(), recorded);
    through.push(before);
    here = before;
  }
}

const tieOf = (
  kinds: ReadonlySet<HardEdgeKind>,
  between: HardTie["between"],
  through: readonly string[],
  recorded: ReadonlySet<string>,
): HardTie => ({
  kinds: kinds.size === 0 ? ["same_person"] : [...kinds],
  between,
  through,
  recorded: [...recorded].toSorted(compareIds),
});

/** Recorded ties between two records that hang together in another way too. */
function furtherTies(ids: readonly string[], steps: Steps, tree: readonly HardTie[]): HardTie[] {
  const inTree = new Set(tree.flatMap(({ between: [a, b] }) => [`${a} ${b}`, `${b} ${a}`]));
  const places = new Map(ids.map((id, at) => [id, at]));
  return ids.flatMap((a, at) =>
    [...(steps.get(a) ?? [])].flatMap(([b, step]) =>
      (places.get(b) ?? -1) > at && !inTree.has(`${a} ${b}`)
        ? [tieOf(step.kinds, [a, b], [], step.recorded)]
        : [],
    ),
  );
}

/** Each after the one that it hangs on. */
function inOrder(first: string, tree: readonly HardTie[]): string[] {
  const hangingOn = Map.groupBy(tree, ({ between: [before] }) => before);
  const ordered: string[] = [];
  const waiting = [first];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    ordered.push(here);
    for (const { between } of (hangingOn.get(here) ?? []).toReversed()) waiting.push(between[1]);
  }
  return ordered;
}
