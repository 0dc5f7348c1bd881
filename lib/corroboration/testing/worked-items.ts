/** The pieces of which worked levels are made: items by how their speaker knows, graded soundly unless told. */
import {
  type DeterminationLevel,
  type HardEdgeKind,
  SOFT_EDGE_TENTHS,
  type SoftEdgeKind,
  type Tenths,
} from "../vocabulary.ts";
import type { FacetEvidence } from "../rules/ceiling.ts";
import type { HardEdge } from "../rules/clusters.ts";
import type { SoftEdge } from "../rules/dependency.ts";
import type { AccountItem, DocumentItem, EvidenceItem, MediaItem } from "../rules/quality.ts";

/** A world with the level worked out by hand from the rules, and the working. */
export interface WorkedLevel {
  readonly title: string;
  readonly working: string;
  readonly evidence: Partial<FacetEvidence> & Pick<FacetEvidence, "items">;
  readonly level: DeterminationLevel;
  /** Not contested, and no refutation proposed, unless told. */
  readonly contested?: boolean;
  readonly refuted?: boolean;
}

const sound = {
  stances: ["support"],
  basis: "B2",
  plausibility: 2,
  reliability: "B",
  identification: "none",
  countBasis: "none",
  withdrawn: false,
  contradictionResolved: false,
} as const;

/** Saw it (B2), reliability B, plausibility 2: quality 3, first-hand. */
export const saw = (id: string, over: Partial<AccountItem> = {}): AccountItem => ({
  ...sound,
  type: "testimony",
  id,
  ...over,
});

/** Told by an eyewitness (B4), reliability B: quality 2, not first-hand. */
export const heard = (id: string, over: Partial<AccountItem> = {}) => saw(id, { basis: "B4", ...over });

/** Told further (B5): quality 1. */
export const rumour = (id: string, over: Partial<AccountItem> = {}) => saw(id, { basis: "B5", ...over });

/** Footage of the act, place and time confirmed by two (M4), basis not stated: quality 3, first-hand. */
export const film = (id: string, over: Partial<MediaItem> = {}): MediaItem => ({
  ...sound,
  type: "media",
  basis: "B0",
  rank: "M4",
  condition: "usable",
  showsActItself: true,
  id,
  ...over,
});

/** A record (B7), authenticity 2: quality 3, never first-hand. */
export const doc = (id: string, over: Partial<DocumentItem> = {}): DocumentItem => ({
  ...sound,
  type: "document",
  basis: "B7",
  authenticity: 2,
  id,
  ...over,
});

/** The same item speaking against. */
export const against = <Item extends EvidenceItem>(item: Item): Item => ({
  ...item,
  stances: ["contradict"],
});
/** The same contradiction, resolved with a reason. */
export const resolved = <Item extends EvidenceItem>(item: Item): Item => ({
  ...against(item),
  contradictionResolved: true,
});

export const one = (kind: HardEdgeKind, a: string, b: string): HardEdge => ({ kind, between: [a, b] });
export const tie = (
  kind: SoftEdgeKind,
  a: string,
  b: string,
  tenths: Tenths = SOFT_EDGE_TENTHS[kind],
): SoftEdge => ({ kind, between: [a, b], tenths });
