/** Statements as the rules compare them, whoever may see them: what they say, what they speak of, and what is on record of it. */
import { and, desc, eq, inArray, isNotNull, isNull, ne, or, type SQL } from "drizzle-orm";
import { compartmentsOfRow } from "#db/hidden-by.ts";
import { actors, allegations, evidenceLinks, figures, places, statements } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { Scope } from "#lib/core/scope.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import { ActSense } from "#lib/corroboration/vocabulary.ts";
import type { Claim, Known, KnownActor, KnownPlace } from "../rules/claim.ts";

type Statement = typeof statements.$inferSelect;

/** Something of the claim is said in fields, so that there is something to compare. */
export const saysSomething = (one: Statement): boolean =>
  [one.saidEdtf, one.saidPlaceId, one.saidActorId, one.saidAct, one.saidUnit].some((part) => part !== null);

/**
 * The statements as claims, with what each speaks of.
 * @param scope of a caller who is to be told of it: what they may not see is then left out
 */
export async function claimsOf(read: Reader, some: readonly Statement[], scope?: Scope): Promise<Claim[]> {
  const links = await linksOf(
    read,
    some.map(({ id }) => id),
    scope?.cases(evidenceLinks.caseId, "evidence.read"),
  );
  const byStatement = Map.groupBy(links, ({ statementId }) => statementId);
  const cited = await inPieces(
    some.flatMap(({ figureId }) => figureId ?? []),
    (ids) => read.select().from(figures).where(inArray(figures.id, ids)),
  );
  const figureById = new Map(cited.map((figure) => [figure.id, figure]));
  return some.map((statement) => {
    const figure = figureById.get(statement.figureId ?? "") ?? null;
    const own = byStatement.get(statement.id) ?? [];
    const incidents = [...own.map(({ incidentId }) => incidentId), figure?.incidentId ?? null];
    return {
      id: statement.id,
      said: saidNow(statement),
      allegations: new Set(own.map(({ allegationId }) => allegationId)),
      kept: new Set(own.flatMap(({ allegationId, mask }) => (mask === 0 ? [] : [allegationId]))),
      incidents: new Set(incidents.filter((id) => id !== null)),
      figure,
    };
  });
}

/** What a statement says exactly. */
export const saidNow = (one: Statement): Claim["said"] => ({
  edtf: one.saidEdtf,
  placeId: one.saidPlaceId,
  actorId: one.saidActorId,
  act: one.saidAct,
  sense: ActSense.nullable().parse(one.saidActSense),
  min: one.saidMin,
  max: one.saidMax,
  unit: one.saidUnit,
  category: one.saidCategory,
  outcome: one.saidOutcome,
});

/** The same without what it leaves open. */
export function inFields(row: Statement) {
  const { edtf, placeId, actorId, act, sense, min, max, unit, category, outcome } = saidNow(row);
  return {
    ...(edtf === null ? {} : { edtf }),
    ...(placeId === null ? {} : { placeId }),
    ...(actorId === null ? {} : { actorId }),
    ...(act === null || sense === null ? {} : { act, sense }),
    ...(unit === null ? {} : { min, max, unit }),
    ...(unit === null || category === null ? {} : { category }),
    ...(unit === null || outcome === null ? {} : { outcome }),
  };
}

const linksOf = (read: Reader, statementIds: readonly string[], seen?: SQL) =>
  inPieces(statementIds, (some) =>
    read
      .select({
        statementId: evidenceLinks.statementId,
        allegationId: evidenceLinks.allegationId,
        incidentId: allegations.incidentId,
        mask: compartmentsOfRow(allegations),
      })
      .from(evidenceLinks)
      .innerJoin(allegations, eq(allegations.id, evidenceLinks.allegationId))
      .where(and(inArray(evidenceLinks.statementId, some), SPEAKS, isNull(allegations.retractedAt), seen)),
  );

/** A link by which a statement speaks of the allegation itself. */
const SPEAKS = and(isNull(evidenceLinks.retractedAt), ne(evidenceLinks.stance, "context"));

/** The newest statements that speak of the same incidents and say something in fields. */
export async function comparedWith(read: Reader, claim: Claim, max: number): Promise<Statement[]> {
  const incidents = [...claim.incidents];
  if (incidents.length === 0) return [];
  const byLink = read
    .select({ id: evidenceLinks.statementId })
    .from(evidenceLinks)
    .innerJoin(allegations, eq(allegations.id, evidenceLinks.allegationId))
    .where(and(inArray(allegations.incidentId, incidents), SPEAKS, isNull(allegations.retractedAt)));
  const byFigure = read
    .select({ id: statements.id })
    .from(statements)
    .innerJoin(figures, eq(figures.id, statements.figureId))
    .where(inArray(figures.incidentId, incidents));
  return read
    .select()
    .from(statements)
    .where(
      and(
        or(inArray(statements.id, byLink), inArray(statements.id, byFigure)),
        ne(statements.id, claim.id),
        isNull(statements.retractedAt),
        or(
          isNotNull(statements.saidEdtf),
          isNotNull(statements.saidPlaceId),
          isNotNull(statements.saidActorId),
          isNotNull(statements.saidAct),
          isNotNull(statements.saidUnit),
        ),
      ),
    )
    .orderBy(desc(statements.createdAt), desc(statements.id))
    .limit(max);
}

/** The places and actors that claims name, and all that those lie in or belong to. */
export async function knownOf(read: Reader, claims: readonly Claim[]): Promise<Known> {
  const placeRows = await withAllAbove(
    claims.flatMap(({ said }) => said.placeId ?? []),
    (some) => read.select().from(places).where(inArray(places.id, some)),
  );
  const actorRows = await withAllAbove(
    claims.flatMap(({ said }) => said.actorId ?? []),
    (some) => read.select().from(actors).where(inArray(actors.id, some)),
  );
  return {
    places: new Map(
      [...placeRows].map(([id, row]): [string, KnownPlace] => [
        id,
        { ...row, within: above(row, placeRows) },
      ]),
    ),
    actors: new Map(
      [...actorRows].map(([id, row]): [string, KnownActor] => [
        id,
        { ...row, within: above(row, actorRows) },
      ]),
    ),
  };
}

interface Node {
  id: string;
  parentId: string | null;
}

async function withAllAbove<T extends Node>(
  ids: readonly string[],
  ask: (some: string[]) => PromiseLike<T[]>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  for (let next = ids; next.length > 0;) {
    const rows = await inPieces(next, ask);
    for (const row of rows) found.set(row.id, row);
    next = rows.flatMap(({ parentId }) => (parentId === null || found.has(parentId) ? [] : [parentId]));
  }
  return found;
}

function above<T extends Node>({ parentId }: T, all: ReadonlyMap<string, T>): string[] {
  const chain: string[] = [];
  for (let id = parentId; id !== null && !chain.includes(id); id = all.get(id)?.parentId ?? null)
    chain.push(id);
  return chain;
}
