/** The live ceiling of a facet: computed from what the record holds now, never read back from a finding. */
import type { Reader } from "#db/store.ts";
import { CODEBOOK_VERSION } from "#lib/codebook/violations.ts";
import { type Ceiling, ceilingOfFacet, type FacetEvidence } from "../rules/ceiling.ts";
import { evidenceOfFacet, EVERY_COMPARTMENT } from "../rules/facet-evidence.ts";
import type { Material } from "../rules/material.ts";
import { hashOfInputs } from "../rules/inputs-hash.ts";
import { contradictionsIn } from "../rules/recheck.ts";
import type { AlgorithmVersion } from "../vocabulary.ts";
import { facetKey, type FacetRef } from "./affected-facets.ts";
import { materialOfAllegations } from "./material.ts";

export interface LiveCeiling {
  readonly ceiling: Ceiling;
  /** What it was computed from; its hash is taken where it is stored or compared, for it costs more than the level. */
  readonly evidence: FacetEvidence;
  /** The same record by another version of the rules than the case goes by. */
  readonly by: (rules: AlgorithmVersion) => LiveCeiling;
}

/**
 * The live ceilings of some facets, by `<allegation id>/<facet>`; the record is read in a few queries for all of them.
 */
export async function ceilingsOf(
  read: Reader,
  facets: readonly FacetRef[],
): Promise<Map<string, LiveCeiling>> {
  const material = await materialOfAllegations(
    read,
    facets.map(({ allegationId }) => allegationId),
  );
  return new Map(facets.map((one) => [facetKey(one), liveCeiling(material, one)]));
}

/** The live ceiling of one facet. */
export async function ceilingOf(read: Reader, facet: FacetRef): Promise<LiveCeiling> {
  return liveCeiling(await materialOfAllegations(read, [facet.allegationId]), facet);
}

/**
 * What the ceiling would be if it took in what is kept apart from the allegation, as far as the caller may know of it; null
 * where it is the same. The level that is stored and shown to all leaves it out: this is what those who know must act upon,
 * by recording a tie between what is open, or by putting the allegation apart too.
 * @param closed the compartments closed to the caller, as bits
 */
export async function ceilingWithApart(
  read: Reader,
  { allegationId, facet }: FacetRef,
  closed: number,
  { ceiling }: LiveCeiling,
): Promise<Ceiling | null> {
  if (closed === EVERY_COMPARTMENT) return null;
  const material = await materialOfAllegations(read, [allegationId], ~closed);
  const whole = ceilingOfFacet(evidenceOfFacet(material, allegationId, facet, ~closed));
  const isSame =
    whole.level === ceiling.level &&
    whole.contested === ceiling.contested &&
    whole.refutedProposed === ceiling.refutedProposed;
  return isSame ? null : whole;
}

/** What a finding keeps of a live ceiling, with the versions of the rules that made it. */
export function answerColumns({ ceiling, evidence }: LiveCeiling) {
  return {
    ceiling: ceiling.level,
    contested: ceiling.contested,
    refutedProposed: ceiling.refutedProposed,
    witnessSet: [...ceiling.witnessSet],
    contradictions: contradictionsIn(ceiling),
    inputsHash: hashOfInputs(evidence),
    algorithmVersion: ceiling.algorithmVersion,
    codebookVersion: CODEBOOK_VERSION,
  };
}

function liveCeiling(material: Material, facet: FacetRef, rules?: AlgorithmVersion): LiveCeiling {
  const from =
    rules === undefined ? material : { ...material, rules: new Map([[facet.allegationId, rules]]) };
  const evidence = evidenceOfFacet(from, facet.allegationId, facet.facet);
  return {
    ceiling: ceilingOfFacet(evidence),
    evidence,
    by: (other) => liveCeiling(material, facet, other),
  };
}
