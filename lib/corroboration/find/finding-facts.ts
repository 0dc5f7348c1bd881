/** Everything that decides who may do what with a version of a finding, read together. */
import { and, eq, inArray, ne } from "drizzle-orm";
import { allegations, findings, incidents, testimonies, victims, witnesses } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { ViolationCode, violationGroup } from "#lib/codebook/violations.ts";
import { IncidentKind, takesFindings } from "#lib/codebook/vocabulary.ts";
import { groundsForSecondApprover } from "../rules/finding-status.ts";
import { DeterminationLevel, type Facet, type SecondApproverGround } from "../vocabulary.ts";
import { ceilingOf, type LiveCeiling } from "./ceilings.ts";
import { inPieces } from "./in-pieces.ts";
import { type FacetLinks, linksOfFacets } from "./link-facts.ts";
import { panelsOver } from "./panels.ts";
import type { Allegation, Finding } from "./records.ts";

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

export interface FacetFacts extends FacetState, FacetLinks {
  readonly allegation: Allegation;
  readonly live: LiveCeiling;
  readonly childConcerned: boolean;
  /** The humans who took a seat on a panel over any version of it. */
  readonly panel: readonly string[];
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
  const linksOf = await linksOfFacets(read, [ref]);
  const { links, tookPart } = linksOf(ref);
  const testimonyIds = links.flatMap((link) => link.testimonyId ?? []);
  const stateOf = await statesOfFacets(read, allegation);
  return {
    ...stateOf(facet),
    allegation,
    links,
    live: await ceilingOf(read, ref),
    tookPart,
    panel: await panelsOver(read, ref),
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
