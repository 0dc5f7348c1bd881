/** Statements that the compiler of the record sets against each other, as proposals that people decide. Nobody's decision. */
import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import { contradictions, type figures, statements as cutStatements } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { recordContradiction } from "#lib/contradictions/commands/record-contradiction.ts";
import { KNOWN_CONTRADICTIONS } from "./known-contradictions.ts";
import type { KnownPair } from "./known-shape.ts";
import { type Step, TakenBack } from "./steps.ts";

const keyOfKnown = (number: number, at: number): string => `contradictions:${number}/${at + 1}`;

const ALL_PAIRS = KNOWN_CONTRADICTIONS.flatMap(({ number, text, pairs }) =>
  pairs.map((pair, at) => ({ ...pair, text, number, key: keyOfKnown(number, at) })),
);

/** Statements that are cut so that there is something to set against something else. */
export const statementsOfPairs = (): string[] => ALL_PAIRS.flatMap(({ statements }) => statements);

/** @param before the steps that cut statements: a pair of which the record does not have both is none of its own */
export function contradictionSteps(before: readonly Step[]): Step[] {
  const cut = new Set(before.map(({ key }) => key));
  return ALL_PAIRS.filter(({ statements }) => statements.every((key) => cut.has(key))).map(
    ({ number, text, kind, statements, key }): Step => ({
      kind: "contradictions",
      key,
      async add({ ctx, caseId, idOf }) {
        const [statementId, otherStatementId] = [idOf(statements[0]), idOf(statements[1])];
        const [noticed] = await ofPair(ctx.read, caseId, kind, statementId, otherStatementId);
        // A rule may have noticed the same when the statements were cut: it is one contradiction.
        if (noticed) return noticed;
        if (await isTakenBack(ctx.read, cutStatements, [statementId, otherStatementId]))
          throw new TakenBack();
        return ctx.run(recordContradiction, {
          caseId,
          statementId,
          otherStatementId,
          kind,
          allegationId: null,
          facet: null,
          note: `Named by the compiler of the record, number ${number}: ${text}`,
        });
      },
    }),
  );
}

/** Whether one of some records was retracted. */
export async function isTakenBack(
  read: Reader,
  table: typeof figures | typeof cutStatements,
  ids: readonly string[],
): Promise<boolean> {
  const [row] = await read
    .select({ id: table.id })
    .from(table)
    .where(and(inArray(table.id, [...ids]), isNotNull(table.retractedAt)))
    .limit(1);
  return row !== undefined;
}

/** By import key, what is on record of pairs already, in whatever state: what people settled is not brought again. */
export async function pairsOnRecord(read: Reader, caseId: string, known: ReadonlyMap<string, string>) {
  const found = new Map<string, string>();
  for (const { key, kind, statements } of ALL_PAIRS) {
    const [one, other] = statements.map((statement) => known.get(statement));
    if (one === undefined || other === undefined) continue;
    const [row] = await ofPair(read, caseId, kind, one, other);
    if (row) found.set(key, row.id);
  }
  return found;
}

const ofPair = (read: Reader, caseId: string, kind: KnownPair["kind"], one: string, other: string) =>
  read
    .select({ id: contradictions.id })
    .from(contradictions)
    .where(
      and(
        eq(contradictions.caseId, caseId),
        eq(contradictions.kind, kind),
        or(
          and(eq(contradictions.statementId, one), eq(contradictions.otherStatementId, other)),
          and(eq(contradictions.statementId, other), eq(contradictions.otherStatementId, one)),
        ),
      ),
    )
    .limit(1);
