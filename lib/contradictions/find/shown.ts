/** Contradictions as a page shows them: what each of the two claims, where it comes from, and in what they differ. */
import { eq, inArray, type SQL } from "drizzle-orm";
import type { SaidThen } from "#db/schema/contradictions.ts";
import {
  actors,
  allegations,
  contradictions,
  figures,
  mediaItems,
  places,
  statements,
  testimonies,
  witnesses,
} from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import { originOf } from "#lib/corroboration/find/shown-evidence.ts";

type Row = typeof contradictions.$inferSelect;

/** Some contradictions with their two statements. @param where holds the scope */
export async function shownContradictions(
  read: Reader,
  where: SQL | undefined,
  orderBy: readonly [SQL, SQL],
  limit: number,
) {
  const rows = await read
    .select({
      row: contradictions,
      allegation: { id: allegations.id, code: allegations.code, wording: allegations.wording },
    })
    .from(contradictions)
    .leftJoin(allegations, eq(allegations.id, contradictions.allegationId))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
  const ends = await shownStatements(
    read,
    rows.flatMap(({ row }) => [row.statementId, row.otherStatementId]),
  );
  const named = await namesIn(
    read,
    rows.map(({ row }) => row),
  );
  return rows.flatMap(({ row, allegation }) => {
    const [statement, other] = [ends.get(row.statementId), ends.get(row.otherStatementId)];
    return statement && other ? [{ ...row, allegation, statement, other, said: named(row) }] : [];
  });
}

export type ShownContradiction = Awaited<ReturnType<typeof shownContradictions>>[number];

/** Statements with what they were cut from and who speaks there, by id. */
export async function shownStatements(read: Reader, ids: readonly string[]) {
  const rows = await inPieces(ids, (some) =>
    read
      .select({
        statement: statements,
        testimony: {
          code: testimonies.code,
          title: testimonies.title,
          kind: testimonies.kind,
          stage: testimonies.stage,
        },
        media: { code: mediaItems.code, title: mediaItems.title },
        figure: { code: figures.code, title: figures.wording },
        witness: { id: witnesses.id, code: witnesses.code },
      })
      .from(statements)
      .leftJoin(testimonies, eq(testimonies.id, statements.testimonyId))
      .leftJoin(mediaItems, eq(mediaItems.id, statements.mediaId))
      .leftJoin(figures, eq(figures.id, statements.figureId))
      .leftJoin(witnesses, eq(witnesses.id, testimonies.witnessId))
      .where(inArray(statements.id, some)),
  );
  return new Map(
    rows.map(({ statement, witness, ...named }) => [
      statement.id,
      { ...shownStatement(statement), witness, origin: originOf(statement, named) },
    ]),
  );
}

function shownStatement(row: typeof statements.$inferSelect) {
  const { id, code, claim, basis, plausibility, testimonyId, testimonyNumber, paragraphs, exculpatory } = row;
  const cut = { testimonyId, testimonyNumber, paragraphs };
  return { id, code, claim, basis, plausibility, ...cut, exculpatory, retracted: row.retractedAt !== null };
}

/** What one of two said, with the names of what it names. */
export interface SaidInNames extends SaidThen {
  place?: Named;
  actor?: Named;
}

export interface Named {
  id: string;
  code: string;
  name: string;
  nameAr: string | null;
}

/** Places and actors that some sayings name. */
export async function namesOf(read: Reader, all: readonly SaidThen[]) {
  const placeRows = await inPieces(
    all.flatMap(({ placeId }) => placeId ?? []),
    (some) => read.select().from(places).where(inArray(places.id, some)),
  );
  const actorRows = await inPieces(
    all.flatMap(({ actorId }) => actorId ?? []),
    (some) => read.select().from(actors).where(inArray(actors.id, some)),
  );
  const byId = new Map<string, Named>(
    [...placeRows, ...actorRows].map(({ id, code, name, nameAr }) => [id, { id, code, name, nameAr }]),
  );
  return (said: SaidThen): SaidInNames => {
    const [place, actor] = [byId.get(said.placeId ?? ""), byId.get(said.actorId ?? "")];
    return { ...said, ...(place ? { place } : {}), ...(actor ? { actor } : {}) };
  };
}

async function namesIn(read: Reader, rows: readonly Row[]) {
  const inNames = await namesOf(
    read,
    rows.flatMap(({ said }) => (said ? [said.statement, said.other] : [])),
  );
  return ({ said }: Row) => said && { statement: inNames(said.statement), other: inNames(said.other) };
}
