import { eq, or } from "drizzle-orm";
import { compartmentMarks, contradictions, type statements } from "#db/schema/index.ts";
import type { SaidThen } from "#db/schema/contradictions.ts";
import type { Reader } from "#db/store.ts";
import { differencesBetween } from "../rules/differences.ts";
import { isTheSame, keyOfPair, ordered } from "../rules/pair.ts";
import { COMPARED_MAX, type ContradictionKind } from "../vocabulary.ts";
import { claimsOf, comparedWith, knownOf } from "./claims.ts";

type Statement = typeof statements.$inferSelect;
type Contradiction = typeof contradictions.$inferSelect;

/** A contradiction that the rules see and nobody has been asked about yet. */
export interface Proposal {
  readonly statementId: string;
  readonly otherStatementId: string;
  readonly kind: ContradictionKind;
  readonly allegationId: string | null;
  readonly facet: Contradiction["facet"];
  readonly said: { statement: SaidThen; other: SaidThen };
  readonly pairKey: string;
}

/**
 * What the rules find between a statement and the newest others of the same incidents. What is open already is not proposed
 * again, nor is what people settled, unless one of the two has said something else since.
 */
export async function proposalsFor(read: Reader, statement: Statement): Promise<Proposal[]> {
  const [own] = await claimsOf(read, [statement]);
  if (!own) return [];
  const others = await claimsOf(read, await comparedWith(read, own, COMPARED_MAX));
  if (others.length === 0) return [];
  const known = await knownOf(read, [own, ...others]);
  const on = await recordedWith(read, statement.id);
  return others.flatMap((other) => {
    const [first, second] = ordered(own, other);
    return differencesBetween(first, second, known).flatMap(
      ({ kind, allegationId, facet, said }): Proposal[] => {
        const pair = { statementId: first.id, otherStatementId: second.id, kind };
        const both = { statement: said[0], other: said[1] };
        const asked = on.some(
          ({ row, mask }) =>
            isTheSame(row, pair) &&
            // One on another allegation that is in a compartment is not known to all who see the two.
            ((mask ?? 0) === 0 || row.allegationId === allegationId) &&
            (isOpen(row) || sameWords(row.said, both)),
        );
        const pairKey = keyOfPair(pair, { allegationId, facet });
        return asked ? [] : [{ ...pair, allegationId, facet, said: both, pairKey }];
      },
    );
  });
}

const isOpen = ({ state }: Contradiction): boolean => state === "proposed" || state === "standing";
const sameWords = (was: Contradiction["said"], is: Proposal["said"]): boolean =>
  was !== null && flat(was) === flat(is);
// A database may give the properties back in another order.
const flat = ({ statement, other }: Proposal["said"]): string =>
  JSON.stringify(
    [statement, other].map((one) => Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );

/** Every contradiction of a statement, also what is settled, whoever may see it; with the compartments of its allegation. */
const recordedWith = (read: Reader, statementId: string) =>
  read
    .select({ row: contradictions, mask: compartmentMarks.mask })
    .from(contradictions)
    .leftJoin(compartmentMarks, eq(compartmentMarks.recordId, contradictions.allegationId))
    .where(or(eq(contradictions.statementId, statementId), eq(contradictions.otherStatementId, statementId)));
