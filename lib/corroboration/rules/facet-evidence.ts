/**
 * From recorded material to what the ceiling is computed from: items with their grades, and ties, both those that
 * people recorded and those that follow from who spoke, who asked and who published. Pure; the same for every order.
 */
import {
  ALGORITHM_VERSION,
  GROUP_EDGE_KINDS,
  type Facet,
  HardEdgeKind,
  type SoftEdgeKind,
} from "../vocabulary.ts";
import type { FacetEvidence } from "./ceiling.ts";
import { compareIds, type HardEdge } from "./clusters.ts";
import type {
  DependencyMaterial,
  LinkMaterial,
  Material,
  OriginMaterial,
  StatementMaterial,
} from "./material.ts";
import { traitsOf } from "./origin-traits.ts";
import type { SoftEdge } from "./dependency.ts";
import type { EvidenceItem } from "./quality.ts";

/**
 * Items and ties of one facet. Ties reach over things that are no item of it: the original of two copies joins them. Nothing
 * of a compartment is reached that is not among the known ones: a level says only what all who may read it may know of.
 * @param known compartments as bits; those of the allegation unless told
 */
export function evidenceOfFacet(
  material: Material,
  allegationId: string,
  facet: Facet,
  known: number = material.compartments.get(allegationId) ?? 0,
): FacetEvidence {
  const links = material.links.filter((link) => link.allegationId === allegationId && link.facet === facet);
  const reached = reachedFrom(
    material,
    links.map((link) => link.statementId),
    known,
  );
  const origins = [...material.origins.values()]
    .filter((origin) => reached.has(origin.id))
    .toSorted((a, b) => compareIds(a.id, b.id));
  const algorithmVersion = material.rules?.get(allegationId) ?? ALGORITHM_VERSION;
  const softEdges = recordedSoftEdges(material, reached);
  return {
    facet,
    items: itemsOfLinks(material, links),
    hardEdges: [...recordedHardEdges(material, reached), ...derivedHardEdges(material, origins, reached)],
    softEdges,
    traits: traitsOf(origins, weighedPairs(material, softEdges, origins), algorithmVersion),
    algorithmVersion,
  };
}

/**
 * Everything of one origin or one circle with these statements: other statements of the same text or recording, other
 * testimonies of the same witness, and what recorded ties that spread lead to.
 * @param known the compartments, as bits, that may be reached into
 */
export function reachedFrom(
  material: Material,
  statementIds: readonly string[],
  known = EVERY_COMPARTMENT,
): Set<string> {
  const isKnown = (id: string) => ((material.compartments.get(id) ?? 0) & ~known) === 0;
  const neighbours = neighboursIn(material);
  const reached = new Set(statementIds);
  const waiting = [...reached];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of neighbours.get(id) ?? []) {
      if (reached.has(next) || !isKnown(next)) continue;
      reached.add(next);
      waiting.push(next);
    }
  }
  return reached;
}

/** All bits. */
export const EVERY_COMPARTMENT = -1;

const neighbourhoods = new WeakMap<Material, Map<string, string[]>>();

/** Computed once for a material, however many facets it serves. */
function neighboursIn(material: Material): Map<string, string[]> {
  const before = neighbourhoods.get(material);
  if (before) return before;
  const neighbours = new Map<string, string[]>();
  const lead = (from: string, to: string) => {
    const known = neighbours.get(from);
    if (known) known.push(to);
    else neighbours.set(from, [to]);
  };
  const join = (a: string, b: string) => {
    lead(a, b);
    lead(b, a);
  };
  for (const statement of material.statements.values()) join(statement.id, statement.originId);
  // A witness is one person whatever they speak of; a publisher speaks of much that has nothing to do with this facet.
  for (const { id, kind, speaker } of material.origins.values()) {
    if (speaker === null) continue;
    lead(id, speaker);
    if (kind === "interview") lead(speaker, id);
  }
  for (const tie of material.dependencies) if (spreads(tie)) join(...tie.between);
  neighbourhoods.set(material, neighbours);
  return neighbours;
}

/** Hard ties and talk in a circle reach over what is no item; other soft ties hold between two only. */
export function spreads({ kind, tenths }: DependencyMaterial): boolean {
  return isHard(kind) || (GROUP_EDGE_KINDS.some((group) => group === kind) && (tenths ?? 0) > 0);
}

function isHard(kind: DependencyMaterial["kind"]): kind is HardEdgeKind {
  return HardEdgeKind.safeParse(kind).success;
}

function itemsOfLinks(material: Material, links: readonly LinkMaterial[]): EvidenceItem[] {
  const byStatement = new Map<string, LinkMaterial[]>();
  for (const link of links)
    byStatement.set(link.statementId, [...(byStatement.get(link.statementId) ?? []), link]);
  return [...byStatement].flatMap(([statementId, own]) => {
    const statement = material.statements.get(statementId);
    const origin = statement && material.origins.get(statement.originId);
    return statement && origin ? [itemOf(material, statement, origin, own)] : [];
  });
}

function itemOf(
  { reliability }: Material,
  statement: StatementMaterial,
  origin: OriginMaterial,
  links: readonly LinkMaterial[],
): EvidenceItem {
  const { id, basis, plausibility, identification, countBasis, media } = statement;
  const grades = {
    id,
    basis,
    plausibility,
    identification,
    countBasis,
    stances: links.map((link) => link.stance),
    reliability: (origin.gradedBy === null ? undefined : reliability.get(origin.gradedBy)) ?? ("F" as const),
    withdrawn: statement.retracted || origin.withdrawn,
    contradictionResolved: links.every((link) => link.stance !== "contradict" || link.resolved),
  };
  switch (origin.kind) {
    case "media":
      return { ...grades, type: "media", ...(media ?? UNASSESSED) };
    case "figure":
      return { ...grades, type: "count_claim" };
    case "published_account":
      return { ...grades, type: "published_account" };
    case "interview":
      return { ...grades, type: "testimony" };
  }
}

const UNASSESSED = { rank: "M0", condition: "usable", showsActItself: false } as const;

function recordedHardEdges({ dependencies }: Material, reached: ReadonlySet<string>): HardEdge[] {
  return dependencies.flatMap(({ kind, between }) =>
    isHard(kind) && between.every((end) => reached.has(end)) ? [{ kind, between }] : [],
  );
}

/** One text or recording is one origin, and so is one person or body, in whatever it says. */
function derivedHardEdges(
  { statements }: Material,
  origins: readonly OriginMaterial[],
  reached: ReadonlySet<string>,
): HardEdge[] {
  const cut = [...statements.values()]
    .filter((statement) => reached.has(statement.id))
    .map(({ id, originId }): HardEdge => ({ kind: "same_document", between: [id, originId] }));
  const spoken = origins.flatMap(({ id, speaker }): HardEdge[] =>
    speaker === null ? [] : [{ kind: "same_person", between: [id, speaker] }],
  );
  return [...cut, ...spoken];
}

function recordedSoftEdges({ dependencies }: Material, reached: ReadonlySet<string>): SoftEdge[] {
  return dependencies.flatMap(({ kind, between, tenths }): SoftEdge[] =>
    tenths !== null && !isHard(kind) && between.every((end) => reached.has(end))
      ? [{ kind, between, tenths }]
      : [],
  );
}

/**
 * The pairs of origins of which somebody recorded a tie of the kind: it stands in the place of what the record shows by
 * itself, for that is how a reviewer weighs it anew.
 */
function weighedPairs(
  { statements }: Material,
  recorded: readonly SoftEdge[],
  origins: readonly OriginMaterial[],
): (kind: SoftEdgeKind) => readonly (readonly [string, string])[] {
  const spokenBy = Map.groupBy(origins, ({ speaker }) => speaker);
  const originsAt = (end: string): readonly string[] => {
    const cutFrom = statements.get(end)?.originId;
    return cutFrom === undefined ? (spokenBy.get(end) ?? []).map(({ id }) => id) : [cutFrom];
  };
  const byKind = Map.groupBy(recorded, ({ kind }) => kind);
  return (kind) =>
    (byKind.get(kind) ?? []).flatMap(({ between: [a, b] }) =>
      originsAt(a).flatMap((one) => originsAt(b).map((other) => [one, other] as const)),
    );
}
