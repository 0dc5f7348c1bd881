/** What would become of findings if a witness's accounts counted no more: computed as a recheck would, and not written. */
import { and, inArray } from "drizzle-orm";
import { findings } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";
import { type Ceiling, ceilingOfFacet } from "../rules/ceiling.ts";
import { evidenceOfFacet, type Material } from "../rules/facet-evidence.ts";
import { contestedBy, contradictionsIn, WATCHED } from "../rules/recheck.ts";
import { facetKey, facetsTouchedBy } from "./affected-facets.ts";
import { inPieces } from "./in-pieces.ts";
import { materialOfAllegations } from "./material.ts";

/**
 * The findings that the caller may see and that would change: an approved one that would be contested, another whose level would
 * fall.
 */
export async function findingsWithout({ read, scope }: AskContext, witnessId: string) {
  const facets = await facetsTouchedBy(read, { witnessId });
  const touched = new Set(facets.map(facetKey));
  const found = await inPieces(
    facets.map(({ allegationId }) => allegationId),
    (some) =>
      read
        .select()
        .from(findings)
        .where(
          and(
            scope.cases(findings.caseId, "finding.read"),
            inArray(findings.allegationId, some),
            inArray(findings.status, [...WATCHED]),
          ),
        ),
  );
  const watched = found.filter((one) => touched.has(facetKey(one)));
  const material = await materialOfAllegations(
    read,
    watched.map(({ allegationId }) => allegationId),
  );
  const left = without(material, witnessId);
  return watched.flatMap((finding) => {
    const levelIn = (from: Material): Ceiling =>
      ceilingOfFacet(evidenceOfFacet(from, finding.allegationId, finding.facet));
    const [now, then] = [levelIn(material), levelIn(left)];
    const isContested = finding.status === "approved" && contestedByEngine(finding, then);
    if (!isContested && then.level === now.level) return [];
    const { id, code, facet, status, number } = finding;
    return [{ id, code, facet, status, number, level: now.level, levelThen: then.level, isContested }];
  });
}

function contestedByEngine(finding: typeof findings.$inferSelect, then: Ceiling): boolean {
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
