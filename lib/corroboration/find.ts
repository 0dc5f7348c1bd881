/** What other rooms ask of corroboration: how well testimonies are corroborated, many at a time. */
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { allegations, evidenceLinks, findings, statements } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { facetKey, type FacetRef } from "./find/affected-facets.ts";
import { ceilingsOf } from "./find/ceilings.ts";
import { inPieces } from "./find/in-pieces.ts";
import { corroborationOfTestimony, type FedFinding } from "./rules/roll-up.ts";
import { DeterminationLevel, type Stance, type TestimonyCorroboration } from "./vocabulary.ts";

/** One facet that a testimony's statements bear on, with the finding that stands for it, if any. */
export interface FedFacet extends FacetRef {
  readonly allegationCode: string;
  readonly allegationWording: string;
  readonly stances: readonly Stance[];
  readonly finding: {
    readonly id: string;
    readonly code: string;
    readonly status: "approved" | "contested" | "refuted";
    readonly determination: DeterminationLevel;
    readonly contested: boolean;
  } | null;
}

/** The status and what it stands on. Contradictions are counted, and count for nothing in the status. */
export interface TestimonyRollUp {
  readonly status: TestimonyCorroboration;
  readonly statements: number;
  readonly supporting: number;
  readonly contradicting: number;
  /** Approved, contested or refuted findings that its supporting statements feed. */
  readonly findings: number;
  readonly facets: readonly FedFacet[];
}

const NOTHING: TestimonyRollUp = {
  status: "not_assessed",
  statements: 0,
  supporting: 0,
  contradicting: 0,
  findings: 0,
  facets: [],
};

/** The one corroboration status of each testimony, by id. */
export async function corroborationOfTestimonies(
  read: Reader,
  testimonyIds: readonly string[],
): Promise<Map<string, TestimonyCorroboration>> {
  const rollUps = await rollUpsOfTestimonies(read, testimonyIds);
  return new Map([...rollUps].map(([id, { status }]) => [id, status]));
}

/** The corroboration of each testimony with its counts and facets, by id: three queries, however many are asked for. */
export async function rollUpsOfTestimonies(
  read: Reader,
  testimonyIds: readonly string[],
): Promise<Map<string, TestimonyRollUp>> {
  const cut = await inPieces(testimonyIds, (some) =>
    read
      .select({ id: statements.id, testimonyId: statements.testimonyId })
      .from(statements)
      .where(and(inArray(statements.testimonyId, some), isNull(statements.retractedAt))),
  );
  const links = await linksFrom(
    read,
    cut.map(({ id }) => id),
  );
  const standing = await standingFindings(
    read,
    links.map(({ allegationId }) => allegationId),
  );
  const linksByStatement = Map.groupBy(links, ({ statementId }) => statementId);
  const cutByTestimony = Map.groupBy(cut, ({ testimonyId }) => testimonyId);
  return new Map(
    testimonyIds.map((id) => {
      const own = cutByTestimony.get(id) ?? [];
      const from = own.flatMap((statement) => linksByStatement.get(statement.id) ?? []);
      return [id, own.length === 0 ? NOTHING : rollUp(own.length, from, standing)];
    }),
  );
}

/** The live ceilings beside a roll-up, by `<allegation id>/<facet>`. */
export async function liveCeilingsBeside(read: Reader, { facets }: TestimonyRollUp) {
  const live = await ceilingsOf(read, facets);
  return new Map(
    [...live].map(
      ([key, { ceiling }]) => [key, { level: ceiling.level, contested: ceiling.contested }] as const,
    ),
  );
}

type Link = Awaited<ReturnType<typeof linksFrom>>[number];
type Standing = Awaited<ReturnType<typeof standingFindings>>;

function rollUp(cut: number, links: readonly Link[], standing: Standing): TestimonyRollUp {
  const fed = links.flatMap((link): FedFinding[] => {
    const finding = standing.get(facetKey(link));
    return finding ? [{ ...finding, stance: link.stance }] : [];
  });
  const supported = new Set(links.filter(({ stance }) => stance === "support").map(facetKey));
  return {
    status: corroborationOfTestimony(fed),
    statements: cut,
    supporting: links.filter(({ stance }) => stance === "support").length,
    contradicting: links.filter(({ stance }) => stance === "contradict").length,
    findings: [...supported].filter((key) => standing.has(key)).length,
    facets: [...Map.groupBy(links, facetKey)].flatMap(([key, [first, ...more]]) =>
      first ? [fedFacet(first, [first, ...more], standing.get(key) ?? null)] : [],
    ),
  };
}

function fedFacet(one: Link, all: readonly Link[], finding: FedFacet["finding"]): FedFacet {
  const { allegationId, facet, allegationCode, allegationWording } = one;
  const stances = [...new Set(all.map(({ stance }) => stance))].toSorted();
  return { allegationId, facet, allegationCode, allegationWording, stances, finding };
}

function linksFrom(read: Reader, statementIds: readonly string[]) {
  return inPieces(statementIds, (some) =>
    read
      .select({
        statementId: evidenceLinks.statementId,
        allegationId: evidenceLinks.allegationId,
        facet: evidenceLinks.facet,
        stance: evidenceLinks.stance,
        allegationCode: allegations.code,
        allegationWording: allegations.wording,
      })
      .from(evidenceLinks)
      .innerJoin(allegations, eq(allegations.id, evidenceLinks.allegationId))
      .where(and(inArray(evidenceLinks.statementId, some), isNull(evidenceLinks.retractedAt)))
      .orderBy(asc(allegations.occurredSort), asc(allegations.id), asc(evidenceLinks.facet)),
  );
}

async function standingFindings(read: Reader, allegationIds: readonly string[]) {
  const rows = await inPieces(allegationIds, (some) =>
    read
      .select({
        id: findings.id,
        code: findings.code,
        allegationId: findings.allegationId,
        facet: findings.facet,
        status: findings.status,
        determination: findings.determination,
        contested: findings.contested,
      })
      .from(findings)
      .where(
        and(
          inArray(findings.allegationId, some),
          inArray(findings.status, ["approved", "contested", "refuted"]),
        ),
      ),
  );
  return new Map(
    rows.flatMap(({ allegationId, facet, status, determination, ...row }) => {
      if (status !== "approved" && status !== "contested" && status !== "refuted") return [];
      const finding = { ...row, status, determination: DeterminationLevel.parse(determination ?? 0) };
      return [[facetKey({ allegationId, facet }), finding] as const];
    }),
  );
}
