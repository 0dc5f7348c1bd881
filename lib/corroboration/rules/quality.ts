import {
  EVIDENCE_FAMILY,
  type Basis,
  type CountBasis,
  type EvidenceFamily,
  type Facet,
  type IdentificationBasis,
  type MediaCondition,
  type MediaRank,
  type Plausibility,
  type Reliability,
  type Stance,
} from "../vocabulary.ts";

/**
 * One statement as it bears on one facet. Reliability of the source and plausibility of the information are graded
 * apart (Admiralty code; OHCHR Manual on Human Rights Monitoring).
 */
interface StatementGrades {
  /** Unique within one evaluation; results name items by it. */
  readonly id: string;
  /** Usually one; a statement that supports in part and contradicts in part has both. */
  readonly stances: readonly Stance[];
  readonly basis: Basis;
  readonly plausibility: Plausibility;
  readonly reliability: Reliability;
  readonly identification: IdentificationBasis;
  readonly countBasis: CountBasis;
  /** Withdrawn by its author, or no longer covered by consent: shown, never counted. */
  readonly withdrawn: boolean;
  /** Its contradiction was resolved with a reason and reviewed; says nothing about its support. */
  readonly contradictionResolved: boolean;
}
export interface AccountItem extends StatementGrades {
  readonly type: "testimony" | "published_account" | "count_claim";
}
export interface MediaItem extends StatementGrades {
  readonly type: "media";
  readonly rank: MediaRank;
  readonly condition: MediaCondition;
  /** The act itself is seen or heard, not its aftermath or surroundings. */
  readonly showsActItself: boolean;
}
export interface DocumentItem extends StatementGrades {
  readonly type: "document" | "medical_record";
  /** On the plausibility scale; stands in its place for documents. */
  readonly authenticity: Plausibility;
}
export type EvidenceItem = AccountItem | MediaItem | DocumentItem;

export type Quality = 0 | 1 | 2 | 3;

/** An item as the level sees it. `quality` may already be reduced by the penalty of an inconsistent origin. */
export interface WeighedItem {
  readonly id: string;
  readonly quality: Quality;
  readonly firsthand: boolean;
  /** Carries a basis on which an individual may be identified. */
  readonly identifies: boolean;
  readonly family: EvidenceFamily;
}

/**
 * Quality of an item for a facet, 0 (counts for nothing) to 3. The first rule that matches wins, in the order 0, 3, 2,
 * 1. After UN fact-finding practice (first-hand and reliable before hearsay) and, for media, the Berkeley Protocol.
 */
export function qualityOfItem(item: EvidenceItem, facet: Facet): Quality {
  const { basis } = item;
  if (basis === "B6" || countsForNothing(item)) return 0;
  if (facet === "count" && item.countBasis === "none") return 0;
  switch (item.type) {
    case "media":
      return qualityOfMedia(item);
    case "document":
    case "medical_record":
      return qualityOfRecord(item, item.authenticity);
    case "testimony":
    case "published_account":
    case "count_claim":
      return qualityOfAccount(item, basis);
  }
}

/**
 * Lived, seen or heard by who says it, or media of rank M4 or more that shows the act itself. A record is never
 * first-hand, and the words of somebody in a recording are an account of their own, not the recording's.
 */
export function isFirsthand(item: EvidenceItem): boolean {
  switch (item.type) {
    case "media":
      return isPlacedAndTimed(item) && item.showsActItself;
    case "document":
    case "medical_record":
      return false;
    case "testimony":
    case "published_account":
    case "count_claim":
      return item.basis === "B1" || item.basis === "B2";
  }
}

/**
 * Whether an item can carry the identification of an individual: prior acquaintance, an official record, an insider,
 * or self-identification in media of rank M4 or more. A face or a voice that somebody recognised is not enough.
 */
export function identifiesIndividual(item: EvidenceItem): boolean {
  switch (item.identification) {
    case "none":
      return false;
    case "self_identified":
      return item.type === "media" && isPlacedAndTimed(item);
    case "prior_acquaintance":
    case "official_record":
    case "insider":
      return true;
  }
}

/** An item with everything the level needs to know of it. */
export function weighItem(item: EvidenceItem, facet: Facet): WeighedItem {
  return {
    id: item.id,
    quality: qualityOfItem(item, facet),
    firsthand: isFirsthand(item),
    identifies: identifiesIndividual(item),
    family: EVIDENCE_FAMILY[item.type],
  };
}

function countsForNothing(item: EvidenceItem): boolean {
  if (item.withdrawn || item.reliability === "E" || item.plausibility === 5) return true;
  if (item.type === "media") return item.condition !== "usable";
  return (item.type === "document" || item.type === "medical_record") && item.authenticity === 5;
}

function qualityOfAccount(item: AccountItem, basis: Exclude<Basis, "B6">): Quality {
  switch (basis) {
    case "B1":
    case "B2":
    case "B7":
      return qualityOfRecord(item, item.plausibility);
    case "B3":
    case "B4":
      return isFairlyReliable(item.reliability) ? 2 : 1;
    case "B0":
    case "B5":
      return 1;
  }
}

/** Bases B1, B2 and B7; `credibility` is the plausibility of an account or the authenticity of a document. */
function qualityOfRecord(item: StatementGrades, credibility: Plausibility): Quality {
  return isFairlyReliable(item.reliability) && credibility <= 3 ? 3 : 2;
}

function qualityOfMedia(item: MediaItem): Quality {
  switch (item.rank) {
    case "M4":
    case "M5":
      return item.reliability === "D" ? 2 : 3;
    case "M3":
      return 2;
    case "M1":
    case "M2":
      return 1;
    case "M0":
      return 0;
  }
}

/** The engine reads M5 as M4: what lifts M4 to M5 is an independent item, which is counted as an item of its own. */
function isPlacedAndTimed(item: MediaItem): boolean {
  return item.rank === "M4" || item.rank === "M5";
}

function isFairlyReliable(reliability: Reliability): boolean {
  return reliability === "A" || reliability === "B" || reliability === "C";
}
