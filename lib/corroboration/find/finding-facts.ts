/** Everything that decides who may do what with a version of a finding, read together. */
import { and, eq, inArray, isNull, ne, notInArray } from "drizzle-orm";
import {
  allegations,
  evidenceLinks,
  findings,
  incidents,
  statements,
  testimonies,
  testimonyPeople,
  testimonyWriters,
  victims,
  witnesses,
} from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { ViolationCode, violationGroup } from "#lib/codebook/violations.ts";
import { IncidentKind, takesFindings } from "#lib/codebook/vocabulary.ts";
import { groundsForSecondApprover } from "../rules/finding-status.ts";
import type { ReviewParties } from "../rules/finding-guards.ts";
import { DeterminationLevel, type Facet, type SecondApproverGround } from "../vocabulary.ts";
import type { FacetRef } from "./affected-facets.ts";
import { ceilingOf, type LiveCeiling } from "./ceilings.ts";
import { inPieces } from "./in-pieces.ts";
import { coveredByConsent } from "./origins.ts";
import type { Allegation, EvidenceLink, Finding } from "./records.ts";

/** Somebody's own part in a finding, or in what it rests on. */
export type Held = ReviewParties["held"];

/** A live link of the facet with what its statement was cut from. */
export interface FactLink {
  readonly stance: (typeof evidenceLinks.$inferSelect)["stance"];
  readonly rationale: string;
  readonly authorHumanId: string;
  /** Statement and testimony stand: neither was retracted. */
  readonly stands: boolean;
  readonly testimonyId: string | null;
  readonly isInterview: boolean;
  readonly contaminationAnswered: boolean;
  readonly consented: boolean;
}

/** Humans who are behind what a link rests on or serves. */
export interface LinkParties {
  /** Wrote on any version of the testimony. */
  readonly testimonyAuthors: readonly string[];
  /** Interviewed or interpreted in it. */
  readonly tookPart: readonly string[];
  /** Wrote a finding of the facet that is being written or stands. */
  readonly findingAuthors: readonly string[];
}

/** Where the finding of a facet is: its versions, and whether it takes one at all. */
export interface FacetState {
  /** An umbrella or a pattern takes no finding but a count. */
  readonly takesFinding: boolean;
  /** All versions of the facet's finding, oldest first. */
  readonly versions: readonly Finding[];
  /** The version that stands: approved, contested or refuted. */
  readonly standing: Finding | null;
  /** The version being written or reviewed. */
  readonly open: Finding | null;
}

export interface FacetFacts extends FacetState {
  readonly allegation: Allegation;
  readonly links: readonly FactLink[];
  readonly live: LiveCeiling;
  /** Interviewers, interpreters and link authors. */
  readonly tookPart: Held;
  readonly childConcerned: boolean;
}

const STANDING = ["approved", "contested", "refuted"];
const OPEN = ["draft", "submitted", "in_review", "returned", "first_approved"];

/** Where the findings of an allegation are, facet by facet; a facet without any version has a state too. */
export async function statesOfFacets(
  read: Reader,
  allegation: Allegation,
): Promise<(facet: Facet) => FacetState> {
  const [incident] = await read
    .select({ recordKind: incidents.recordKind })
    .from(incidents)
    .where(eq(incidents.id, allegation.incidentId));
  const takesAny = incident !== undefined && takesFindings(IncidentKind.parse(incident.recordKind));
  const all = await read
    .select()
    .from(findings)
    .where(eq(findings.allegationId, allegation.id))
    .orderBy(findings.number);
  return (facet) => {
    const versions = all.filter((one) => one.facet === facet);
    return {
      takesFinding: facet === "count" || takesAny,
      versions,
      standing: versions.find((one) => STANDING.includes(one.status)) ?? null,
      open: versions.find((one) => OPEN.includes(one.status)) ?? null,
    };
  };
}

/** The facts of one facet of an allegation already found. */
export async function factsOfFacet(read: Reader, allegation: Allegation, facet: Facet): Promise<FacetFacts> {
  const ref = { allegationId: allegation.id, facet };
  const links = await linksOf(read, ref);
  const testimonyIds = links.flatMap((link) => link.testimonyId ?? []);
  const stateOf = await statesOfFacets(read, allegation);
  return {
    ...stateOf(facet),
    allegation,
    links,
    live: await ceilingOf(read, ref),
    tookPart: [
      ...(await interviewersOf(read, testimonyIds)),
      ...links.map(({ authorHumanId }) => ({ duty: "link_author" as const, humanId: authorHumanId })),
    ],
    childConcerned: allegation.childConcerned || (await namesAChild(read, allegation, testimonyIds)),
  };
}

/** The facts of the facet that a finding is of. */
export async function factsOfFinding(
  read: Reader,
  finding: Pick<Finding, "allegationId" | "facet">,
): Promise<FacetFacts> {
  const [allegation] = await read.select().from(allegations).where(eq(allegations.id, finding.allegationId));
  if (!allegation) throw new Error("a finding without its allegation");
  return factsOfFacet(read, allegation, finding.facet);
}

/** What is concluded of a facet, as far as it decides how many must approve. */
type Concluded = Pick<Finding, "facet" | "determination" | "conclusion">;

/** Why a conclusion on the facet needs a second approver; empty when one is enough. */
export function groundsForSecond(
  facts: FacetFacts,
  { facet, determination, conclusion }: Concluded,
): SecondApproverGround[] {
  return groundsForSecondApprover({
    facet,
    violationGroup: violationGroup(ViolationCode.parse(facts.allegation.violation)),
    determination: DeterminationLevel.parse(determination ?? 0),
    childConcerned: facts.childConcerned,
    refuted: conclusion === "refuted",
    tollChange: facet === "count",
  });
}

export const needsSecond = (facts: FacetFacts, concluded: Concluded): boolean =>
  groundsForSecond(facts, concluded).length > 0;

/** Whoever is behind a link's testimony, and behind the findings of its facet that are being written or stand. */
export async function partiesOfLink(read: Reader, link: EvidenceLink): Promise<LinkParties> {
  const [statement] = await read
    .select({ testimonyId: statements.testimonyId })
    .from(statements)
    .where(eq(statements.id, link.statementId));
  const testimonyIds = statement?.testimonyId ? [statement.testimonyId] : [];
  const authors = await inPieces(testimonyIds, (some) =>
    read
      .selectDistinct({ humanId: testimonyWriters.humanId })
      .from(testimonyWriters)
      .where(inArray(testimonyWriters.testimonyId, some)),
  );
  const written = await read
    .select({ humanId: findings.authorHumanId })
    .from(findings)
    .where(
      and(
        eq(findings.allegationId, link.allegationId),
        eq(findings.facet, link.facet),
        notInArray(findings.status, ["withdrawn", "superseded"]),
      ),
    );
  return {
    testimonyAuthors: authors.map(({ humanId }) => humanId),
    tookPart: (await interviewersOf(read, testimonyIds)).flatMap(({ humanId }) => humanId ?? []),
    findingAuthors: written.map(({ humanId }) => humanId),
  };
}

async function linksOf(read: Reader, { allegationId, facet }: FacetRef): Promise<FactLink[]> {
  const rows = await read
    .select({
      stance: evidenceLinks.stance,
      rationale: evidenceLinks.rationale,
      authorHumanId: evidenceLinks.authorHumanId,
      statementRetractedAt: statements.retractedAt,
      testimonyId: statements.testimonyId,
      kind: testimonies.kind,
      contamination: testimonies.contamination,
      consentInternal: testimonies.consentInternal,
      testimonyRetractedAt: testimonies.retractedAt,
    })
    .from(evidenceLinks)
    .innerJoin(statements, eq(statements.id, evidenceLinks.statementId))
    .leftJoin(testimonies, eq(testimonies.id, statements.testimonyId))
    .where(
      and(
        eq(evidenceLinks.allegationId, allegationId),
        eq(evidenceLinks.facet, facet),
        isNull(evidenceLinks.retractedAt),
      ),
    )
    .orderBy(evidenceLinks.id);
  return rows.map(({ stance, rationale, authorHumanId, testimonyId, ...row }) => ({
    stance,
    rationale,
    authorHumanId,
    testimonyId,
    stands: row.statementRetractedAt === null && row.testimonyRetractedAt === null,
    isInterview: row.kind !== null && row.kind !== "published_account",
    contaminationAnswered: row.contamination !== "not_asked",
    consented: row.consentInternal === null || coveredByConsent({ consentInternal: row.consentInternal }),
  }));
}

/** Also those whom a later version no longer names: they took part all the same. */
async function interviewersOf(read: Reader, testimonyIds: string[]): Promise<Held> {
  const rows = await inPieces(testimonyIds, (some) =>
    read
      .select({ role: testimonyPeople.role, humanId: testimonyPeople.humanId })
      .from(testimonyPeople)
      .where(
        and(
          inArray(testimonyPeople.testimonyId, some),
          inArray(testimonyPeople.role, ["interviewer", "interpreter"]),
        ),
      ),
  );
  return rows.map(({ role, humanId }) => ({
    duty: role === "interpreter" ? ("interpreter" as const) : ("interviewer" as const),
    humanId,
  }));
}

async function namesAChild(read: Reader, { victimId }: Allegation, testimonyIds: string[]): Promise<boolean> {
  if (victimId !== null) {
    const [victim] = await read
      .select({ ageBand: victims.ageBand })
      .from(victims)
      .where(eq(victims.id, victimId));
    if (victim?.ageBand === "child") return true;
  }
  const children = await inPieces(testimonyIds, (some) =>
    read
      .select({ id: testimonies.id })
      .from(testimonies)
      .innerJoin(witnesses, eq(witnesses.id, testimonies.witnessId))
      .where(
        and(
          inArray(testimonies.id, some),
          eq(witnesses.ageBand, "child"),
          ne(testimonies.kind, "published_account"),
        ),
      ),
  );
  return children.length > 0;
}
