/**
 * Gathers from the database all that bears on some allegations, in a few queries however many they are. Nothing here asks
 * what the caller may see: a level is the same for everyone, and who may hear it is decided where it is shown.
 */
import { and, asc, inArray, isNull, or, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { dependencies, evidenceLinks, sourceGrades, statements } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import {
  type DependencyMaterial,
  type LinkMaterial,
  type Material,
  type OriginMaterial,
  spreads,
  type StatementMaterial,
} from "../rules/facet-evidence.ts";
import {
  Basis,
  HardEdgeKind,
  IdentificationBasis,
  Plausibility,
  type Reliability,
  SoftEdgeKind,
  Tenths,
} from "../vocabulary.ts";
import { inPieces } from "./in-pieces.ts";
import { originsOf } from "./origins.ts";

/** The material of some allegations: their live links, and everything that ties what is linked. */
export async function materialOfAllegations(
  read: Reader,
  allegationIds: Iterable<string>,
): Promise<Material> {
  const links = await inPieces(allegationIds, (some) =>
    linksWhere(read, inArray(evidenceLinks.allegationId, some)),
  );
  return materialAround(
    read,
    links,
    links.map((link) => link.statementId),
  );
}

/** The material around some statements, without any link: to see what a change of theirs can touch. */
export const materialOfStatements = (read: Reader, statementIds: Iterable<string>) =>
  materialAround(read, [], statementIds);

function linksWhere(read: Reader, where: SQL): Promise<LinkMaterial[]> {
  return read
    .select({
      id: evidenceLinks.id,
      allegationId: evidenceLinks.allegationId,
      facet: evidenceLinks.facet,
      statementId: evidenceLinks.statementId,
      stance: evidenceLinks.stance,
      resolvedAt: evidenceLinks.resolvedAt,
    })
    .from(evidenceLinks)
    .where(and(isNull(evidenceLinks.retractedAt), where))
    .orderBy(asc(evidenceLinks.id))
    .then((rows) => rows.map(({ resolvedAt, ...link }) => ({ ...link, resolved: resolvedAt !== null })));
}

async function materialAround(
  read: Reader,
  links: LinkMaterial[],
  statementIds: Iterable<string>,
): Promise<Material> {
  const statementsById = new Map<string, StatementMaterial>();
  const origins = new Map<string, OriginMaterial>();
  const ties = new Map<string, DependencyMaterial>();
  let waiting = new Set(statementIds);
  // Each round follows one step of ties; it ends because nothing is visited twice.
  while (waiting.size > 0) {
    const found = await statementsWhere(read, statements.id, waiting);
    for (const statement of found) statementsById.set(statement.id, statement);
    const fresh = await originsOf(read, found, origins);
    const siblings = await statementsOfOrigins(read, fresh);
    const touching = await dependenciesTouching(read, waiting);
    for (const tie of touching) ties.set(tie.id, tie);
    const ends = touching.filter(spreads).flatMap((tie) => tie.between);
    waiting = new Set([...siblings, ...ends].filter((id) => !statementsById.has(id)));
  }
  const reliability = await newestGrades(
    read,
    [...origins.values()].flatMap(({ gradedBy }) => gradedBy ?? []),
  );
  return { links, statements: statementsById, origins, dependencies: [...ties.values()], reliability };
}

async function statementsWhere(
  read: Reader,
  column: AnyPgColumn,
  ids: Iterable<string>,
): Promise<StatementMaterial[]> {
  const rows = await inPieces(ids, (some) => read.select().from(statements).where(inArray(column, some)));
  return rows.map((row) => ({
    id: row.id,
    originId: row.testimonyId ?? row.mediaId ?? row.figureId ?? row.id,
    basis: Basis.parse(row.basis),
    // Nobody has graded it yet: it cannot be judged.
    plausibility: Plausibility.parse(row.plausibility ?? 6),
    identification: IdentificationBasis.parse(row.identification),
    countBasis: row.countBasis,
    retracted: row.retractedAt !== null,
    media:
      row.mediaId === null
        ? null
        : {
            rank: row.mediaRank ?? "M0",
            condition: row.mediaCondition ?? "usable",
            showsActItself: row.showsActItself ?? false,
          },
  }));
}

async function statementsOfOrigins(read: Reader, origins: readonly OriginMaterial[]): Promise<string[]> {
  const columns = [statements.testimonyId, statements.mediaId, statements.figureId] as const;
  const rows = await inPieces(
    origins.map(({ id }) => id),
    (some) =>
      read
        .select({ id: statements.id })
        .from(statements)
        .where(or(...columns.map((column) => inArray(column, some)))),
  );
  return rows.map(({ id }) => id);
}

async function dependenciesTouching(
  read: Reader,
  statementIds: Iterable<string>,
): Promise<DependencyMaterial[]> {
  const rows = await inPieces(statementIds, (some) =>
    read
      .select()
      .from(dependencies)
      .where(
        and(
          isNull(dependencies.retractedAt),
          or(inArray(dependencies.statementId, some), inArray(dependencies.otherStatementId, some)),
        ),
      ),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.family === "hard" ? HardEdgeKind.parse(row.kind) : SoftEdgeKind.parse(row.kind),
    between: [row.statementId, row.otherStatementId],
    tenths: row.family === "hard" ? null : Tenths.parse(row.weightTenths),
  }));
}

/** The newest standing grade of each witness or source. */
async function newestGrades(read: Reader, ids: Iterable<string>): Promise<Map<string, Reliability>> {
  const grades = new Map<string, Reliability>();
  for (const column of [sourceGrades.witnessId, sourceGrades.sourceId]) {
    const rows = await inPieces(ids, (some) =>
      read
        .select({ gradedWho: column, reliability: sourceGrades.reliability })
        .from(sourceGrades)
        .where(and(inArray(column, some), isNull(sourceGrades.retractedAt)))
        .orderBy(asc(sourceGrades.gradedAt), asc(sourceGrades.id)),
    );
    for (const { gradedWho, reliability } of rows) if (gradedWho !== null) grades.set(gradedWho, reliability);
  }
  return grades;
}

/** True when a statement counts for nothing any more: it, or what it was cut from, was retracted or has no consent. */
export async function isWithdrawn(read: Reader, statementId: string): Promise<boolean> {
  const { statements: found, origins } = await materialOfStatements(read, [statementId]);
  const statement = found.get(statementId);
  return statement?.retracted === true || origins.get(statement?.originId ?? "")?.withdrawn === true;
}
