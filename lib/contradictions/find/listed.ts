/** The contradictions of a case, and the links by which a statement contradicts an allegation without a second statement. */
import { and, eq, inArray, isNotNull, isNull, notExists, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { allegations, contradictions, evidenceLinks } from "#db/schema/index.ts";
import type { Keyset } from "#lib/core/page.ts";
import type { AskContext } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";
import { FACETS, type Facet } from "#lib/corroboration/vocabulary.ts";
import type { ContradictionKind, ContradictionState } from "../vocabulary.ts";
import { shownContradictions, shownStatements } from "./shown.ts";

export interface ContradictionFilters {
  state?: ContradictionState | undefined;
  kind?: ContradictionKind | undefined;
  material?: "yes" | "no" | undefined;
}

/** In what a statement contradicts a facet. */
const KIND_OF_FACET: Readonly<Record<Facet, ContradictionKind>> = {
  occurrence: "act",
  victim: "other",
  time: "time",
  place: "place",
  unit: "actor",
  individual: "actor",
  victim_status: "other",
  count: "number",
};

/** Those between two statements. */
export const inCase = (
  { scope }: AskContext,
  caseId: string,
  filters: ContradictionFilters,
): SQL | undefined =>
  and(
    scope.cases(contradictions.caseId),
    eq(contradictions.caseId, caseId),
    given(contradictions.state, filters.state),
    given(contradictions.kind, filters.kind),
    filters.material === undefined ? undefined : eq(contradictions.material, filters.material === "yes"),
  );

/**
 * Links by which a statement contradicts a facet, but for those that a contradiction of two statements stands on. A link says
 * nothing of whether it matters, and nobody proposes or dismisses one: null where the filters ask for that.
 */
export function linksInCase({ read, scope }: AskContext, caseId: string, filters: ContradictionFilters) {
  const { state, kind, material } = filters;
  if (material !== undefined || state === "proposed" || state === "dismissed") return null;
  const facets = FACETS.filter((facet) => kind === undefined || KIND_OF_FACET[facet] === kind);
  const between = read
    .select({ id: contradictions.id })
    .from(contradictions as PgTable)
    // A contradiction that the caller may not see takes no link from the list: its absence would tell of it.
    .where(and(eq(contradictions.evidenceLinkId, evidenceLinks.id), scope.cases(contradictions.caseId)));
  return and(
    scope.cases(evidenceLinks.caseId, "evidence.read"),
    eq(evidenceLinks.caseId, caseId),
    eq(evidenceLinks.stance, "contradict"),
    isNull(evidenceLinks.retractedAt),
    inArray(evidenceLinks.facet, facets),
    state === undefined
      ? undefined
      : state === "resolved"
        ? isNotNull(evidenceLinks.resolvedAt)
        : isNull(evidenceLinks.resolvedAt),
    notExists(between),
  );
}

type Page = Pick<Keyset, "orderBy"> & { limit: number };

/** One page's worth of the contradictions between two statements, as lines of a list. */
export async function pairLines({ read }: AskContext, where: SQL | undefined, { orderBy, limit }: Page) {
  const rows = await shownContradictions(read, where, orderBy, limit);
  return rows.map((row) => ({
    of: "statements" as "statements" | "link",
    id: row.id,
    code: row.code,
    kind: row.kind,
    state: row.state,
    material: row.material,
    facet: row.facet,
    createdAt: row.createdAt,
    byRule: row.ruleVersion !== null,
    said: row.said,
    note: row.note,
    allegation: row.allegation,
    statement: row.statement,
    /** Null where the statement contradicts what the allegation says, and no other statement is named. */
    other: row.other as typeof row.other | null,
  }));
}

export type ContradictionLine = Awaited<ReturnType<typeof pairLines>>[number];

/** The same of links. */
export async function linkLines(
  { read }: AskContext,
  where: SQL | undefined,
  { orderBy, limit }: Page,
): Promise<ContradictionLine[]> {
  const rows = await read
    .select({
      link: evidenceLinks,
      allegation: { id: allegations.id, code: allegations.code, wording: allegations.wording },
    })
    .from(evidenceLinks)
    .innerJoin(allegations, eq(allegations.id, evidenceLinks.allegationId))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
  const ends = await shownStatements(
    read,
    rows.map(({ link }) => link.statementId),
  );
  return rows.flatMap(({ link, allegation }): ContradictionLine[] => {
    const statement = ends.get(link.statementId);
    if (!statement) return [];
    return [
      {
        of: "link",
        id: link.id,
        code: link.code,
        kind: KIND_OF_FACET[link.facet],
        state: link.resolvedAt === null ? "standing" : "resolved",
        material: null,
        facet: link.facet,
        createdAt: link.createdAt,
        byRule: false,
        said: null,
        note: link.rationale,
        allegation,
        statement,
        other: null,
      },
    ];
  });
}
