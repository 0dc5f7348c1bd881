/**
 * From recorded material to what the ceiling is computed from: items with their grades, and ties, both those that
 * people recorded and those that follow from who spoke, who asked and who published. Pure; the same for every order.
 */
import {
  GROUP_EDGE_KINDS,
  type Facet,
  HardEdgeKind,
  type Reliability,
  SOFT_EDGE_TENTHS,
  type SoftEdgeKind,
  type Stance,
  type Tenths,
} from "../vocabulary.ts";
import type { FacetEvidence } from "./ceiling.ts";
import { compareIds, type HardEdge } from "./clusters.ts";
import type { SoftEdge } from "./dependency.ts";
import type { EvidenceItem } from "./quality.ts";

/** A live evidence link, as far as the level looks at it. */
export interface LinkMaterial {
  readonly id: string;
  readonly allegationId: string;
  readonly facet: Facet;
  readonly statementId: string;
  readonly stance: Stance;
  readonly resolved: boolean;
}

/** What a statement is graded with, whichever facet it is linked to. */
export type StatementMaterial = Pick<
  EvidenceItem,
  "id" | "basis" | "plausibility" | "identification" | "countBasis"
> & {
  /** Testimony, media item or figure that it was cut from. */
  readonly originId: string;
  readonly retracted: boolean;
  /** Our verification of the recording it was cut from; null for everything else. */
  readonly media: Pick<
    Extract<EvidenceItem, { type: "media" }>,
    "rank" | "condition" | "showsActItself"
  > | null;
};

/** A testimony, a media item or a figure. */
export interface OriginMaterial {
  readonly id: string;
  readonly kind: "interview" | "published_account" | "media" | "figure";
  /** Witness or source whose grade counts; null when nobody is named. */
  readonly gradedBy: string | null;
  /** The same person or body speaks in each with this id; null for a recording, whose carriers do not speak. */
  readonly speaker: string | null;
  /** Sources that carried it, its own included. */
  readonly carriers: readonly string[];
  readonly interviewers: readonly string[];
  readonly interpreters: readonly string[];
  /** The witness was asked whom they talked with and what they saw before. */
  readonly contaminationAsked: boolean;
  /** Retracted, or without consent to our own analysis: shown, never counted. */
  readonly withdrawn: boolean;
}

export interface DependencyMaterial {
  readonly id: string;
  readonly kind: HardEdgeKind | SoftEdgeKind;
  readonly between: readonly [string, string];
  /** Null for a hard tie. */
  readonly tenths: Tenths | null;
}

export interface Material {
  readonly links: readonly LinkMaterial[];
  readonly statements: ReadonlyMap<string, StatementMaterial>;
  readonly origins: ReadonlyMap<string, OriginMaterial>;
  readonly dependencies: readonly DependencyMaterial[];
  /** Newest grade by witness or source; whoever is absent cannot be judged (F). */
  readonly reliability: ReadonlyMap<string, Reliability>;
  /** The compartments, as bits, of the allegations, statements and origins that are in any. */
  readonly compartments: ReadonlyMap<string, number>;
}

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
  return {
    facet,
    items: itemsOfLinks(material, links),
    hardEdges: [...recordedHardEdges(material, reached), ...derivedHardEdges(material, origins, reached)],
    softEdges: softEdges(material, origins, reached),
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
    if (kind === "interview" && speaker !== null) join(id, speaker);
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

function softEdges(
  { dependencies, statements }: Material,
  origins: readonly OriginMaterial[],
  reached: ReadonlySet<string>,
): SoftEdge[] {
  const recorded = dependencies.flatMap(({ kind, between, tenths }): SoftEdge[] =>
    tenths !== null && !isHard(kind) && between.every((end) => reached.has(end))
      ? [{ kind, between, tenths }]
      : [],
  );
  const originOf = (statementId: string) => statements.get(statementId)?.originId ?? statementId;
  const keyOf = (kind: string, a: string, b: string) => [kind, ...[a, b].toSorted(compareIds)].join(" ");
  const weighed = new Set(recorded.map(({ kind, between: [a, b] }) => keyOf(kind, originOf(a), originOf(b))));
  const derived = origins.flatMap((a, position) =>
    origins.slice(position + 1).flatMap((b) =>
      derivedTies(a, b)
        // A recorded tie of the same kind stands in the place of the derived one: it is how a reviewer weighs it anew.
        .filter((kind) => !weighed.has(keyOf(kind, a.id, b.id)))
        .map((kind): SoftEdge => ({ kind, between: [a.id, b.id], tenths: SOFT_EDGE_TENTHS[kind] })),
    ),
  );
  return [...recorded, ...derived];
}

/** The ties that the record itself shows between two testimonies, recordings or figures of one facet. */
function derivedTies(a: OriginMaterial, b: OriginMaterial): SoftEdgeKind[] {
  const kinds: SoftEdgeKind[] = [];
  if (share(a.carriers, b.carriers)) kinds.push("same_publisher");
  if (share(a.interpreters, b.interpreters)) kinds.push("same_interpreter");
  if (share(a.interviewers, b.interviewers)) kinds.push("same_interviewer");
  // All that is linked to one facet speaks of one place. A page cannot be asked, but a witness may have read it.
  if (isAccount(a) && isAccount(b) && [a, b].some(wasNotAsked)) kinds.push("contamination_not_asked");
  return kinds;
}

const isAccount = ({ kind }: OriginMaterial) => kind === "interview" || kind === "published_account";

/** An interview whose witness was not asked whom they talked with; published accounts are exempt. */
export const wasNotAsked = ({ kind, contaminationAsked }: OriginMaterial) =>
  kind === "interview" && !contaminationAsked;

function share(a: readonly string[], b: readonly string[]): boolean {
  return a.some((id) => b.includes(id));
}
