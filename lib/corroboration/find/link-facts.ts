/** The links of facets with what they rest on, and everybody who has a part in them; many facets at a time. */
import { eq, inArray } from "drizzle-orm";
import { evidenceLinks, statements, testimonies } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { CitedText } from "../rules/cited-text.ts";
import { facetKey, type FacetRef } from "./affected-facets.ts";
import { citedTexts } from "./cited-texts.ts";
import { inPieces } from "./in-pieces.ts";
import { type Held, presentAt } from "./link-parties.ts";
import { coveredByConsent } from "./origins.ts";
import type { EvidenceLink } from "./records.ts";

/** A live link of a facet with what its statement was cut from. */
export interface FactLink {
  readonly stance: EvidenceLink["stance"];
  readonly rationale: string;
  readonly createdAt: number;
  /** Statement and testimony stand: neither was retracted. */
  readonly stands: boolean;
  readonly testimonyId: string | null;
  readonly isInterview: boolean;
  readonly contaminationAnswered: boolean;
  readonly consented: boolean;
  /** How the words it was cut from stand in the accepted text; what is no testimony has no text to accept. */
  readonly text: CitedText;
}

export interface FacetLinks {
  readonly links: readonly FactLink[];
  /**
   * Interviewers, interpreters and link authors. Whoever took their link back, or is no longer named as present, stays one
   * of them: what somebody has done does not become undone.
   */
  readonly tookPart: Held;
}

const NONE: FacetLinks = { links: [], tookPart: [] };

/** The links of each of some facets. */
export async function linksOfFacets(
  read: Reader,
  facets: readonly FacetRef[],
): Promise<(facet: FacetRef) => FacetLinks> {
  const touched = new Set(facets.map(facetKey));
  const found = await rowsOf(
    read,
    facets.map(({ allegationId }) => allegationId),
  );
  const rows = found.filter((row) => touched.has(facetKey(row)));
  const textOf = await citedTexts(read, rows);
  const present = await presentAt(
    read,
    rows.flatMap(({ testimonyId }) => testimonyId ?? []),
  );
  const byFacet = Map.groupBy(rows, facetKey);
  return (facet) => {
    const own = byFacet.get(facetKey(facet));
    if (!own) return NONE;
    const testimonyIds = new Set(own.flatMap(({ testimonyId }) => testimonyId ?? []));
    return {
      links: own.filter(({ retractedAt }) => retractedAt === null).map((row) => factLink(row, textOf(row))),
      tookPart: [
        ...[...testimonyIds].flatMap((id) => present.get(id) ?? []),
        ...own.map(({ authorHumanId }) => ({ duty: "link_author" as const, humanId: authorHumanId })),
      ],
    };
  };
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function rowsOf(read: Reader, allegationIds: readonly string[]) {
  return inPieces(allegationIds, (some) =>
    read
      .select({
        allegationId: evidenceLinks.allegationId,
        facet: evidenceLinks.facet,
        stance: evidenceLinks.stance,
        rationale: evidenceLinks.rationale,
        authorHumanId: evidenceLinks.authorHumanId,
        createdAt: evidenceLinks.createdAt,
        retractedAt: evidenceLinks.retractedAt,
        statementRetractedAt: statements.retractedAt,
        testimonyId: statements.testimonyId,
        citedNumber: statements.testimonyNumber,
        paragraphs: statements.paragraphs,
        kind: testimonies.kind,
        contamination: testimonies.contamination,
        consentInternal: testimonies.consentInternal,
        acceptedNumber: testimonies.acceptedNumber,
        testimonyRetractedAt: testimonies.retractedAt,
      })
      .from(evidenceLinks)
      .innerJoin(statements, eq(statements.id, evidenceLinks.statementId))
      .leftJoin(testimonies, eq(testimonies.id, statements.testimonyId))
      .where(inArray(evidenceLinks.allegationId, some))
      .orderBy(evidenceLinks.id),
  );
}

function factLink(row: Row, text: CitedText): FactLink {
  const { stance, rationale, createdAt, testimonyId, kind, contamination, consentInternal } = row;
  return {
    stance,
    rationale,
    createdAt,
    testimonyId,
    stands: row.statementRetractedAt === null && row.testimonyRetractedAt === null,
    isInterview: kind !== null && kind !== "published_account",
    contaminationAnswered: contamination !== "not_asked",
    consented: consentInternal === null || coveredByConsent({ consentInternal }),
    text,
  };
}
