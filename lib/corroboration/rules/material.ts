/** Recorded material as the rules of levels look at it: links, statements, what these were cut from, ties. */
import type {
  AlgorithmVersion,
  Facet,
  HardEdgeKind,
  Reliability,
  SoftEdgeKind,
  Stance,
  Tenths,
} from "../vocabulary.ts";
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
  /** The witness read or watched what was published before they told it. */
  readonly sawCoverage?: boolean;
  /** Government, force or other actor for whom its source speaks. */
  readonly party?: string | null;
  /** Organisation to which its source belongs, or its source where that is one. */
  readonly organisation?: string | null;
  /** Its source says of nothing from whom it comes. */
  readonly originUnknown?: boolean;
  /** Retracted, or without consent to our own analysis: shown, never counted. */
  readonly withdrawn: boolean;
}

export interface DependencyMaterial {
  readonly id: string;
  readonly kind: HardEdgeKind | SoftEdgeKind;
  /** Two statements, or two who speak: then all that each of them tells is tied. */
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
  /** The rules by which the case of an allegation goes; the newest where it is absent. */
  readonly rules?: ReadonlyMap<string, AlgorithmVersion>;
}
