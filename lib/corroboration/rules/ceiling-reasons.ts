import type { CeilingReasonKey, DeterminationLevel } from "../vocabulary.ts";
import type { Cluster } from "./clusters.ts";
import { areIndependent, type TiesBetween } from "./dependency.ts";
import type { Reached, Side } from "./level.ts";
import {
  idsOfSet,
  strongPair,
  strongTriple,
  weakPair,
  type Candidate,
  type Demands,
  type WitnessSet,
} from "./witness-set.ts";

/** A message key with its parameters: ids of items and origins, kinds, figures; never protected text. */
export interface CeilingReason {
  readonly key: CeilingReasonKey;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

interface Computation {
  readonly clusters: readonly Cluster[];
  readonly support: Side;
  readonly contradiction: Side;
  /** What the support would reach if nothing contradicted it. */
  readonly uncapped: Reached;
  readonly reached: Reached;
  readonly refutation: WitnessSet | null;
  readonly tiesBetween: TiesBetween;
}

const REACHED_KEYS = [
  "reached_unsupported",
  "reached_alleged",
  "reached_single_source",
  "reached_partial",
  "reached_corroborated",
  "reached_strong",
] as const satisfies readonly CeilingReasonKey[];

/** Explains a ceiling: what was weighed, what it reached and with which items, what stopped it, what capped it. */
export function reasonsForCeiling(computation: Computation): CeilingReason[] {
  const { clusters, support, contradiction, uncapped, reached, refutation, tiesBetween } = computation;
  return [
    whatWasWeighed(clusters),
    ...clusters.flatMap(whatIsOddAboutOrigin),
    {
      key: REACHED_KEYS[uncapped.level],
      params: { level: uncapped.level, items: idsOfSet(uncapped.set) },
    },
    ...whatStopped(uncapped.level, support, tiesBetween),
    ...whatCapped(clusters, uncapped, reached),
    ...(refutation ? [{ key: "refutation_proposed" as const, params: { items: idsOfSet(refutation) } }] : []),
    ...[support, contradiction].flatMap(whatWasLeftOut),
  ];
}

function whatWasWeighed(clusters: readonly Cluster[]): CeilingReason {
  const counting = (items: Cluster["supports"]) => items.filter(({ quality }) => quality > 0).length;
  return {
    key: "evidence_weighed",
    params: {
      items: clusters.reduce((sum, cluster) => sum + cluster.members.length, 0),
      origins: clusters.length,
      supporting: clusters.reduce((sum, cluster) => sum + counting(cluster.supports), 0),
      contradicting: clusters.reduce((sum, cluster) => sum + cluster.contradictions.length, 0),
    },
  };
}

function whatIsOddAboutOrigin({ id, members, inconsistent }: Cluster): CeilingReason[] {
  const reasons: CeilingReason[] = [];
  if (members.length > 1) reasons.push({ key: "one_origin", params: { origin: id, items: members } });
  if (inconsistent) reasons.push({ key: "origin_inconsistent", params: { origin: id } });
  return reasons;
}

/**
 * Why the next level that needs more than one origin was not reached. Each demand is tried alone: those that cannot be
 * met even alone are the reasons; if each can, no one set meets them together.
 */
function whatStopped(level: DeterminationLevel, support: Side, tiesBetween: TiesBetween): CeilingReason[] {
  const goal = GOAL_AFTER[level];
  if (!goal || level === 0) return [];
  const { candidates, independent } = support;
  if (candidates.length < goal.origins) {
    return [
      {
        key: "stopped_too_few_origins",
        params: { origins: candidates.length, needed: goal.origins, level: goal.level },
      },
    ];
  }
  const meeting = (demands: Demands) => goal.search(candidates, independent, demands);
  const strongest = meeting(NO_DEMANDS);
  if (!strongest) return [{ key: "stopped_too_weak", params: { level: goal.level } }];

  const unmet = DEMANDS.filter((name) => support.demands[name] && !meeting({ ...NO_DEMANDS, [name]: true }));
  if (unmet.length === 0) return [{ key: "stopped_not_in_one_set", params: { level: goal.level } }];
  return unmet.flatMap((name) =>
    name === "independence"
      ? dependentPairs(strongest.candidates, tiesBetween)
      : [{ key: STOPPED_KEYS[name], params: { level: goal.level } }],
  );
}

const NEXT = {
  partial: { level: 3, origins: 2, search: weakPair },
  corroborated: { level: 4, origins: 2, search: strongPair },
  strong: { level: 5, origins: 3, search: strongTriple },
} as const;
const GOAL_AFTER = [NEXT.partial, NEXT.partial, NEXT.partial, NEXT.corroborated, NEXT.strong, null] as const;

const DEMANDS = [
  "independence",
  "firsthand",
  "identification",
  "disjointTypes",
] as const satisfies readonly (keyof Demands)[];
const NO_DEMANDS: Demands = {
  independence: false,
  firsthand: false,
  identification: false,
  disjointTypes: false,
};
const STOPPED_KEYS = {
  firsthand: "stopped_no_firsthand",
  identification: "stopped_no_identification",
  disjointTypes: "stopped_same_types",
} as const satisfies Record<Exclude<keyof Demands, "independence">, CeilingReasonKey>;

function dependentPairs(candidates: readonly Candidate[], tiesBetween: TiesBetween): CeilingReason[] {
  return candidates.flatMap((a, i) =>
    candidates.slice(i + 1).flatMap((b) => {
      const ties = tiesBetween(a.origin, b.origin);
      if (areIndependent(ties)) return [];
      const params = { originA: a.cluster, originB: b.cluster, kinds: ties.map((tie) => tie.kind) };
      return [{ key: "stopped_dependent" as const, params }];
    }),
  );
}

function whatCapped(clusters: readonly Cluster[], uncapped: Reached, reached: Reached): CeilingReason[] {
  const origins = clusters.filter((cluster) => cluster.c >= 2).map((cluster) => cluster.id);
  if (origins.length === 0) return [];
  const params = { origins, from: uncapped.level, to: reached.level, items: idsOfSet(reached.set) };
  return [{ key: "capped_contested", params }];
}

function whatWasLeftOut({ origins, candidates }: Side): CeilingReason[] {
  if (origins === candidates.length) return [];
  return [{ key: "search_truncated", params: { origins, searched: candidates.length } }];
}
