/** What people's ledgers say to one release: the consent rules of the gate, asked for a recipient and a purpose. */
import { eq, inArray } from "drizzle-orm";
import { type caseExports, recipients, testimonies, witnesses } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { ledgersOf } from "#lib/consent/find/ledger.ts";
import { asGateKnows } from "#lib/consent/rules/answers.ts";
import { OURSELVES, whyLedgerBars } from "#lib/consent/rules/why-barred.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import { asGateKnows as recipientAsGateKnows, type StoredRecipient } from "#lib/recipients/rules.ts";
import { Purpose } from "#lib/release/vocabulary.ts";
import type { Withholding } from "../rules/release.ts";

/** To whom, and for what. */
export interface Destination {
  readonly recipient: StoredRecipient;
  readonly purpose: Purpose;
}

/** What the two answers from before there was a ledger were about: a case and its courts. */
const MEANT_BEFORE: readonly Purpose[] = ["proceedings", "inquiry"];

/**
 * The first rule by which each of some witnesses' ledgers bars a release. Where our own use was asked about, it has to hold too. Who
 * has no ledger goes by the answers recorded with their accounts, for what these were about, and to nobody for anything else.
 * @param at in ms since 1970
 */
export async function ledgerBars(
  read: Reader,
  witnessIds: Iterable<string>,
  { recipient, purpose }: Destination,
  at: number,
): Promise<Map<string, Withholding>> {
  const asked = new Set(witnessIds);
  const ledgers = await ledgersOf(read, asked);
  const rows = await inPieces(ledgers.keys(), (some) =>
    read
      .select({ id: witnesses.id, ageBand: witnesses.ageBand })
      .from(witnesses)
      .where(inArray(witnesses.id, some)),
  );
  const to = { recipient: recipientAsGateKnows(recipient), purpose };
  const bars = new Map<string, Withholding>();
  if (!MEANT_BEFORE.includes(purpose))
    for (const id of asked)
      if (!ledgers.has(id)) bars.set(id, { rule: "consent.not_asked", changeableBy: "witness" });
  for (const row of rows) {
    const ledger = (ledgers.get(row.id) ?? []).map(asGateKnows);
    const person = { ...row, ledger };
    const isOursAsked = ledger.some(({ recipientClass }) => recipientClass === "ourselves");
    const [first] = [
      ...whyLedgerBars(person, to, at),
      ...(isOursAsked ? whyLedgerBars(person, OURSELVES, at) : []),
    ];
    if (!first) continue;
    const { rule, changeableBy } = first;
    bars.set(row.id, { rule, changeableBy: changeableBy === "person" ? "witness" : changeableBy });
  }
  return bars;
}

type Bag = Pick<typeof caseExports.$inferSelect, "recipientId" | "releasePurpose">;

/** Of some testimonies, those that the ledgers keep from the recipient of an export now; all where it names none. */
export async function ledgerStaying(
  read: Reader,
  { recipientId, releasePurpose }: Bag,
  testimonyIds: Iterable<string>,
  at: number,
): Promise<Set<string>> {
  const [recipient] =
    recipientId === null ? [] : await read.select().from(recipients).where(eq(recipients.id, recipientId));
  const rows = await inPieces(testimonyIds, (some) =>
    read
      .select({ id: testimonies.id, witnessId: testimonies.witnessId, kind: testimonies.kind })
      .from(testimonies)
      .where(inArray(testimonies.id, some)),
  );
  if (!recipient) return new Set(rows.map(({ id }) => id));
  const told = rows.flatMap(({ id, witnessId, kind }) =>
    witnessId === null || kind === "published_account" ? [] : [{ id, witnessId }],
  );
  const purpose = Purpose.parse(releasePurpose);
  const asked = told.map(({ witnessId }) => witnessId);
  const bars = await ledgerBars(read, asked, { recipient, purpose }, at);
  return new Set(told.flatMap(({ id, witnessId }) => (bars.has(witnessId) ? [id] : [])));
}
