/**
 * Gathers from the database all that bears on some allegations, in a few queries however many they are. A level is the
 * same for everyone who may hear it, so nothing here asks what a caller may see: it rests on what is open and on what is in
 * the compartments of its allegation (docs/decisions/0016-marks-of-compartments.md).
 */
import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { outside } from "#db/hidden-by.ts";
import { inList } from "#db/in-list.ts";
import {
  allegations,
  cases,
  compartmentMarks,
  dependencies,
  evidenceLinks,
  sourceGrades,
  statements,
} from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { EVERY_COMPARTMENT, spreads } from "../rules/facet-evidence.ts";
import type {
  DependencyMaterial,
  LinkMaterial,
  Material,
  OriginMaterial,
  StatementMaterial,
} from "../rules/material.ts";
import {
  AlgorithmVersion,
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
import { speakersOf, tiesOfSpeakers } from "./source-ties.ts";

/**
 * The material of some allegations: their live links, and everything that ties what is linked.
 * @param known the compartments, as bits, that are looked into beside those of the allegations
 */
export async function materialOfAllegations(
  read: Reader,
  allegationIds: Iterable<string>,
  known = 0,
): Promise<Material> {
  const ids = [...new Set(allegationIds)];
  const compartments = await compartmentsOf(read, ids);
  const rules = await rulesOf(read, ids);
  const links = await inPieces(ids, (some) => linksWhere(read, inArray(evidenceLinks.allegationId, some)));
  const material = await materialAround(
    read,
    links,
    links.map((link) => link.statementId),
    [...compartments.values()].reduce((all, one) => all | one, known),
  );
  // Where all are in the same compartments, nothing was read that one of them may not rest on.
  if (new Set(ids.map((id) => compartments.get(id) ?? 0)).size < 2)
    return { ...material, rules, compartments };
  const more = await compartmentsOf(read, [
    ...material.statements.keys(),
    ...material.origins.keys(),
    ...material.dependencies.flatMap(({ between }) => between),
  ]);
  return { ...material, rules, compartments: new Map([...compartments, ...more]) };
}

/** The material around some statements, without any link: to see what a change of theirs can touch. */
export const materialOfStatements = (read: Reader, statementIds: Iterable<string>) =>
  materialAround(read, [], statementIds, EVERY_COMPARTMENT);

/** The rules by which the cases of some allegations go. */
async function rulesOf(read: Reader, ids: readonly string[]): Promise<Map<string, AlgorithmVersion>> {
  const kept = read.kept("material.rules", (from) =>
    from
      .select({ id: allegations.id, rules: cases.algorithmVersion })
      .from(allegations)
      .innerJoin(cases, eq(cases.id, allegations.caseId))
      .where(inList(allegations.id, sql.placeholder("ids"))),
  );
  const rows = await kept.execute({ ids: JSON.stringify(ids) });
  return new Map(rows.map(({ id, rules }) => [id, AlgorithmVersion.parse(rules)]));
}

/** The compartments, as bits, of those records that are in any. */
async function compartmentsOf(read: Reader, ids: readonly string[]): Promise<Map<string, number>> {
  const kept = read.kept("material.compartments", (from) =>
    from
      .select({ id: compartmentMarks.recordId, mask: compartmentMarks.mask })
      .from(compartmentMarks)
      .where(inList(compartmentMarks.recordId, sql.placeholder("ids"))),
  );
  const marks = await kept.execute({ ids: JSON.stringify(ids) });
  return new Map(marks.map(({ id, mask }) => [id, mask]));
}

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
  known: number,
): Promise<Material> {
  const statementsById = new Map<string, StatementMaterial>();
  const origins = new Map<string, OriginMaterial>();
  const ties = new Map<string, DependencyMaterial>();
  let waiting = new Set(statementIds);
  // Each round follows one step of ties; it ends because nothing is visited twice.
  while (waiting.size > 0) {
    const found = await statementsWhere(read, waiting, known);
    for (const statement of found) statementsById.set(statement.id, statement);
    const direct = await originsOf(read, found, [], origins, known);
    const between = await tiesOfSpeakers(read, speakersOf(direct), known);
    for (const tie of between) ties.set(tie.id, tie);
    const tied = between.filter(spreads).flatMap((tie) => tie.between);
    const fresh = [...direct, ...(await originsOf(read, [], tied, origins, known))];
    const siblings = await statementsOfOrigins(read, fresh, known);
    const touching = await dependenciesTouching(read, waiting, known);
    for (const tie of touching) ties.set(tie.id, tie);
    const ends = touching.filter(spreads).flatMap((tie) => tie.between);
    waiting = new Set([...siblings, ...ends].filter((id) => !statementsById.has(id)));
  }
  const reliability = await newestGrades(
    read,
    [...origins.values()].flatMap(({ gradedBy }) => gradedBy ?? []),
  );
  const dependencies = [...ties.values()];
  return { links, statements: statementsById, origins, dependencies, reliability, compartments: new Map() };
}

async function statementsWhere(
  read: Reader,
  ids: Iterable<string>,
  known: number,
): Promise<StatementMaterial[]> {
  const rows = await inPieces(ids, (some) =>
    read
      .select()
      .from(statements)
      .where(and(inArray(statements.id, some), outside(statements, ~known))),
  );
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

async function statementsOfOrigins(
  read: Reader,
  origins: readonly OriginMaterial[],
  known: number,
): Promise<string[]> {
  const columns = [statements.testimonyId, statements.mediaId, statements.figureId] as const;
  const rows = await inPieces(
    origins.map(({ id }) => id),
    (some) =>
      read
        .select({ id: statements.id })
        .from(statements)
        .where(and(or(...columns.map((column) => inArray(column, some))), outside(statements, ~known))),
  );
  return rows.map(({ id }) => id);
}

async function dependenciesTouching(
  read: Reader,
  statementIds: Iterable<string>,
  known: number,
): Promise<DependencyMaterial[]> {
  const rows = await inPieces(statementIds, (some) =>
    read
      .select()
      .from(dependencies)
      .where(
        and(
          isNull(dependencies.retractedAt),
          outside(dependencies, ~known),
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
