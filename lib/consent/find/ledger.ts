/** Ledgers of answers as they are on record, and as the release gate knows them. */
import { asc, eq, inArray } from "drizzle-orm";
import { ledgerAnswers, witnesses } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import { asGateKnows, type AnswerRow } from "../rules/answers.ts";
import { type CarriedOver, carriedOver } from "../rules/standing.ts";

/** The ledgers of some witnesses, each by number; whoever was never asked has none. */
export async function ledgersOf(
  read: Reader,
  witnessIds: Iterable<string>,
): Promise<Map<string, AnswerRow[]>> {
  const rows = await inPieces(witnessIds, (some) =>
    read
      .select()
      .from(ledgerAnswers)
      .where(inArray(ledgerAnswers.witnessId, some))
      .orderBy(asc(ledgerAnswers.witnessId), asc(ledgerAnswers.number)),
  );
  return Map.groupBy(rows, ({ witnessId }) => witnessId);
}

/** One ledger, by number. */
export const ledgerOf = async (read: Reader, witnessId: string): Promise<AnswerRow[]> =>
  (await ledgersOf(read, [witnessId])).get(witnessId) ?? [];

/** What the accounts of a person follow from their ledger; empty without a person or a ledger. */
export async function standingConsent(
  read: Reader,
  witnessId: string | null,
  at: number,
): Promise<CarriedOver> {
  if (witnessId === null) return {};
  const [witness] = await read
    .select({ id: witnesses.id, ageBand: witnesses.ageBand })
    .from(witnesses)
    .where(eq(witnesses.id, witnessId));
  const rows = await ledgerOf(read, witnessId);
  return witness ? carriedOver({ ...witness, ledger: rows.map(asGateKnows) }, at) : {};
}
