/** The live ceiling of a facet: computed from what the record holds now, never read back from a finding. */
import type { Reader } from "#db/store.ts";
import { CODEBOOK_VERSION } from "#lib/codebook/violations.ts";
import { type Ceiling, ceilingOfFacet, type FacetEvidence } from "../rules/ceiling.ts";
import { evidenceOfFacet, type Material } from "../rules/facet-evidence.ts";
import { hashOfInputs } from "../rules/inputs-hash.ts";
import { contradictionsIn } from "../rules/recheck.ts";
import { ALGORITHM_VERSION } from "../vocabulary.ts";
import { facetKey, type FacetRef } from "./affected-facets.ts";
import { materialOfAllegations } from "./material.ts";

export interface LiveCeiling {
  readonly ceiling: Ceiling;
  /** What it was computed from; its hash is taken where it is stored or compared, for it costs more than the level. */
  readonly evidence: FacetEvidence;
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

/** What a finding keeps of a live ceiling, with the versions of the rules that made it. */
export function answerColumns({ ceiling, evidence }: LiveCeiling) {
  return {
    ceiling: ceiling.level,
    contested: ceiling.contested,
    refutedProposed: ceiling.refutedProposed,
    witnessSet: [...ceiling.witnessSet],
    contradictions: contradictionsIn(ceiling),
    inputsHash: hashOfInputs(evidence),
    algorithmVersion: ALGORITHM_VERSION,
    codebookVersion: CODEBOOK_VERSION,
  };
}

function liveCeiling(material: Material, { allegationId, facet }: FacetRef): LiveCeiling {
  const evidence = evidenceOfFacet(material, allegationId, facet);
  return {
    ceiling: ceilingOfFacet(evidence),
    evidence,
  };
}
