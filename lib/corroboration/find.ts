/** What other rooms ask of corroboration: how well testimonies are corroborated, many at a time. */
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { outside } from "#db/hidden-by.ts";
import { inList } from "#db/in-list.ts";
import { allegations, evidenceLinks, findings, statements } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { facetKey, type FacetRef } from "./find/affected-facets.ts";
import { ceilingsOf } from "./find/ceilings.ts";
import { isOverride } from "./rules/appeal.ts";
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
    /** A panel set it above what the evidence allowed. */
    readonly isOverride: boolean;
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

/** The one corroboration status of each testimony, by id. @param closed as in `rollUpsOfTestimonies` */
export async function corroborationOfTestimonies(
  read: Reader,
  testimonyIds: readonly string[],
  closed: number,
): Promise<Map<string, TestimonyCorroboration>> {
  const rollUps = await rollUpsOfTestimonies(read, testimonyIds, closed);
  return new Map([...rollUps].map(([id, { status }]) => [id, status]));
}

/**
 * The corroboration of each testimony of a case with its counts and facets, by id: three queries, however many are asked for.
 * @param closed the compartments whose allegations count for nothing here, as bits
 */
export async function rollUpsOfTestimonies(
  read: Reader,
  testimonyIds: readonly string[],
  closed: number,
): Promise<Map<string, TestimonyRollUp>> {
  const cut = await statementsOf(read).execute(ids(testimonyIds));
  if (cut.length === 0) return new Map(testimonyIds.map((id) => [id, NOTHING]));
  const links = await linksFrom(read).execute({ ...ids(cut.map(({ id }) => id)), closed });
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

type Link = Awaited<ReturnType<ReturnType<typeof linksFrom>["execute"]>>[number];
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

const ids = (all: readonly string[]) => ({ ids: JSON.stringify([...new Set(all)]) });
const ASKED = sql.placeholder("ids");

// Asked for every page of testimonies, so these are built once.
const statementsOf = (read: Reader) =>
  read.kept("roll-up.statements", (from) =>
    from
      .select({ id: statements.id, testimonyId: statements.testimonyId })
      .from(statements)
      .where(and(inList(statements.testimonyId, ASKED), isNull(statements.retractedAt))),
  );

const linksFrom = (read: Reader) =>
  read.kept("roll-up.links", (from) =>
    from
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
      .where(
        and(
          inList(evidenceLinks.statementId, ASKED),
          isNull(evidenceLinks.retractedAt),
          outside(evidenceLinks, sql`${sql.placeholder("closed")}`),
        ),
      )
      .orderBy(asc(allegations.occurredSort), asc(allegations.id), asc(evidenceLinks.facet)),
  );

const findingsOn = (read: Reader) =>
  read.kept("roll-up.findings", (from) =>
    from
      .select({
        id: findings.id,
        code: findings.code,
        allegationId: findings.allegationId,
        facet: findings.facet,
        status: findings.status,
        determination: findings.determination,
        contested: findings.contested,
        ceiling: findings.ceiling,
        appealId: findings.appealId,
      })
      .from(findings)
      .where(
        and(
          inList(findings.allegationId, ASKED),
          inArray(findings.status, ["approved", "contested", "refuted"]),
        ),
      ),
  );

async function standingFindings(read: Reader, allegationIds: readonly string[]) {
  const rows = allegationIds.length === 0 ? [] : await findingsOn(read).execute(ids(allegationIds));
  return new Map(
    rows.flatMap(({ allegationId, facet, status, determination, ceiling, appealId, ...row }) => {
      if (status !== "approved" && status !== "contested" && status !== "refuted") return [];
      const finding = {
        ...row,
        status,
        determination: DeterminationLevel.parse(determination ?? 0),
        isOverride: isOverride({ determination, ceiling, appealId }),
      };
      return [[facetKey({ allegationId, facet }), finding] as const];
    }),
  );
}
