/** What a page of origins names: statements, who speaks, and the ties that people recorded. Nothing that the caller may not see. */
import { and, inArray, isNull } from "drizzle-orm";
import { dependencies, sources, sourceTies, statements, witnesses } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";
import type { ClusterRecord, HardTie } from "../rules/cluster-records.ts";
import { inPieces } from "./in-pieces.ts";
import { namedOrigins } from "./named-origins.ts";

/** So many notes are shown of what makes one tie. */
const NOTES_MAX = 5;

type Asking = Pick<AskContext, "read" | "scope">;

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));

/** Statements by code, with how their speaker knows; never their words. */
async function shownStatements({ read, scope }: Asking, ids: readonly string[]) {
  const rows = await inPieces(ids, (some) =>
    read
      .select({
        id: statements.id,
        code: statements.code,
        basis: statements.basis,
        mediaRank: statements.mediaRank,
      })
      .from(statements)
      .where(and(scope.cases(statements.caseId), inArray(statements.id, some))),
  );
  return byId(rows);
}

/** The codes of witnesses and sources, by id. */
async function namedSpeakers({ read, scope }: Asking, ids: readonly string[]) {
  const codes = new Map<string, string>();
  for (const table of [witnesses, sources]) {
    const rows = await inPieces(ids, (some) =>
      read
        .select({ id: table.id, code: table.code })
        .from(table)
        .where(and(scope.cases(table.caseId), inArray(table.id, some))),
    );
    for (const { id, code } of rows) codes.set(id, code);
  }
  return codes;
}

/** Standing ties between statements or between those who speak, with how each is known. */
async function shownTies({ read, scope }: Asking, ids: readonly string[]) {
  const found = [];
  for (const table of [dependencies, sourceTies]) {
    found.push(
      ...(await inPieces(ids, (some) =>
        read
          .select({ id: table.id, note: table.note, weightReason: table.weightReason })
          .from(table)
          .where(and(scope.cases(table.caseId), isNull(table.retractedAt), inArray(table.id, some))),
      )),
    );
  }
  return byId(found);
}

/** The records of an origin, and what makes them one. */
interface Made {
  readonly records: readonly ClusterRecord[];
  readonly ties: readonly HardTie[];
}

/** Everything that is shown by its code. What the caller may not see is left out with the ties that lead to it. */
export async function shownOrigins(
  ctx: Asking,
  made: readonly Made[],
  lines: readonly { readonly recorded: readonly string[] }[],
) {
  const hard = made.flatMap(({ ties }) => ties);
  const through = hard.flatMap((tie) => tie.through);
  const records = await namedOrigins(ctx, [
    ...new Set([...made.flatMap((one) => one.records.map(({ id }) => id)), ...through]),
  ]);
  const recordOf = new Map(records.map((one) => [one.id, one]));
  const statementOf = await shownStatements(
    ctx,
    made.flatMap((one) => one.records.flatMap(({ statements }) => statements)),
  );
  const speakerOf = await namedSpeakers(ctx, through);
  const tieOf = await shownTies(
    ctx,
    [...hard, ...lines].flatMap(({ recorded }) => recorded),
  );
  const found = <T>(ids: readonly string[], of: ReadonlyMap<string, T>) =>
    ids.flatMap((id) => of.get(id) ?? []);
  const recorded = (tie: { readonly recorded: readonly string[] }) => {
    const ties = found(tie.recorded, tieOf);
    const noted = ties.filter(({ note, weightReason }) => note !== null || weightReason !== null);
    return {
      count: ties.length,
      noted: noted.slice(0, NOTES_MAX),
      left: Math.max(0, noted.length - NOTES_MAX),
    };
  };
  return {
    recorded,
    record: <W>({ id, statements }: ClusterRecord, weigh: (statementId: string) => W | null) => {
      const shown = found(statements, statementOf).flatMap((one) => {
        const weight = weigh(one.id);
        return weight === null ? [] : [{ ...one, weight }];
      });
      return found([id], recordOf).map(({ type, code, witness, source }) => ({
        id,
        type,
        code,
        witness,
        source,
        statements: shown,
      }));
    },
    hardTie: ({ through: via, ...tie }: HardTie) =>
      tie.between.every((end) => recordOf.has(end))
        ? [
            {
              ...tie,
              through: via.flatMap((one) => speakerOf.get(one) ?? recordOf.get(one)?.code ?? []),
              recorded: recorded(tie),
            },
          ]
        : [],
  };
}
