import { FACETS } from "../vocabulary.ts";
import { evidenceOfFacet } from "./facet-evidence.ts";
import type { Material } from "./material.ts";
import { type Quality, weighItem } from "./quality.ts";

/** How one testimony, recording or figure bears on an allegation, over all of its facets. */
export interface EvidenceCell {
  readonly originId: string;
  /** Best quality of its supporting statements, 0 for support that counts for nothing; null for none. */
  readonly support: Quality | null;
  /** The same of its unresolved contradictions. */
  readonly against: Quality | null;
  /** It contradicts, and each contradiction was resolved. */
  readonly resolved: boolean;
  /** Facets that it speaks to, in any sense. */
  readonly facets: number;
}

/** The row of an allegation in the matrix of its evidence: a cell for everything that it rests on, in no order. */
export function evidenceCells(material: Material, allegationId: string): EvidenceCell[] {
  const cells = new Map<string, EvidenceCell>();
  for (const facet of FACETS) {
    const seen = new Set<string>();
    for (const item of evidenceOfFacet(material, allegationId, facet).items) {
      const originId = material.statements.get(item.id)?.originId ?? item.id;
      const before = cells.get(originId) ?? NOTHING;
      const { quality } = weighItem(item, facet);
      const contradicts = item.stances.includes("contradict");
      const isOpen = contradicts && !item.contradictionResolved;
      cells.set(originId, {
        originId,
        support: item.stances.includes("support") ? better(before.support, quality) : before.support,
        against: isOpen ? better(before.against, quality) : before.against,
        resolved: before.resolved || (contradicts && !isOpen),
        facets: before.facets + (seen.has(originId) ? 0 : 1),
      });
      seen.add(originId);
    }
  }
  return [...cells.values()];
}

const NOTHING = { support: null, against: null, resolved: false, facets: 0 } as const;

const better = (one: Quality | null, other: Quality): Quality => (one !== null && one > other ? one : other);
