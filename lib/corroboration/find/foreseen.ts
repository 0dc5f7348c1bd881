/** What would become of findings if a witness's accounts counted no more: computed as a recheck would, and not written. */
import { findings } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";
import { type Ceiling, ceilingOfFacet } from "../rules/ceiling.ts";
import { evidenceOfFacet } from "../rules/facet-evidence.ts";
import type { Material } from "../rules/material.ts";
import { contestedBy, contradictionsIn } from "../rules/recheck.ts";
import { facetsTouchedBy } from "./affected-facets.ts";
import { materialOfAllegations } from "./material.ts";
import type { Finding } from "./records.ts";
import { watchedFindings } from "./watched.ts";

/**
 * The findings that the caller may see and that would change: an approved one that would be contested, another whose level would
 * fall.
 */
export async function findingsWithout({ read, scope }: AskContext, witnessId: string) {
  const facets = await facetsTouchedBy(read, { witnessId });
  const watched = await watchedFindings(read, facets, scope.cases(findings.caseId, "finding.read"));
  const material = await materialOfAllegations(
    read,
    watched.map(({ allegationId }) => allegationId),
  );
  const left = without(material, witnessId);
  return watched.flatMap((finding) => {
    const levelIn = (from: Material): Ceiling =>
      ceilingOfFacet(evidenceOfFacet(from, finding.allegationId, finding.facet));
    const [now, then] = [levelIn(material), levelIn(left)];
    const isContested = wouldBeContested(finding, then);
    if (!isContested && then.level === now.level) return [];
    const { id, code, facet, status, number } = finding;
    return [{ id, code, facet, status, number, level: now.level, levelThen: then.level, isContested }];
  });
}

/** Whether an approved finding would be contested by a ceiling that is not there yet, its texts and people being as they are. */
export function wouldBeContested(finding: Finding, then: Ceiling): boolean {
  if (finding.status !== "approved") return false;
  const answer = { ...then, contradictions: contradictionsIn(then) };
  return contestedBy(finding, answer, { textChanged: false, approverTookPart: false }) !== null;
}

/** The same material with the interviews of a witness taken back. */
function without(material: Material, witnessId: string): Material {
  const origins = [...material.origins].map(([id, origin]): [string, typeof origin] =>
    origin.kind === "interview" && origin.speaker === witnessId
      ? [id, { ...origin, withdrawn: true }]
      : [id, origin],
  );
  return { ...material, origins: new Map(origins) };
}
