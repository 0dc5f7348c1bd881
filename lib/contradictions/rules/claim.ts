import type { FigureScopeKeys } from "#lib/figures/rules.ts";

/** What a claim says exactly, as far as it says it. */
export interface SaidNow {
  readonly edtf: string | null;
  readonly placeId: string | null;
  readonly actorId: string | null;
  readonly act: string | null;
  readonly sense: "happened" | "denied" | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
  readonly category: string | null;
  readonly outcome: string | null;
}

/** A statement as the rules see it: what it says, and what it speaks of. */
export interface Claim {
  readonly id: string;
  readonly said: SaidNow;
  /** Allegations that it is linked to other than as context. */
  readonly allegations: ReadonlySet<string>;
  /** Those of them that are in a compartment. */
  readonly kept: ReadonlySet<string>;
  /** Incidents of those, and that of the figure that it was cut from. */
  readonly incidents: ReadonlySet<string>;
  /** The figure that it was cut from. */
  readonly figure: (FigureScopeKeys & { asOfEdtf: string | null; certainty: string }) | null;
}

export interface KnownPlace {
  readonly kind: string;
  readonly precision: string;
  /** Degrees × 100,000. */
  readonly latE5: number | null;
  readonly lonE5: number | null;
  /** What it lies in, the nearest first. */
  readonly within: readonly string[];
  readonly possibleDuplicateOfId: string | null;
}

export interface KnownActor {
  readonly kind: string;
  /** What it belongs to, the nearest first. */
  readonly within: readonly string[];
}

/** What is on record of the places and actors that claims name. */
export interface Known {
  readonly places: ReadonlyMap<string, KnownPlace>;
  readonly actors: ReadonlyMap<string, KnownActor>;
}
