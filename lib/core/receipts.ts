/** A double submit gets the first answer: receipts are kept in the same transaction as the act. */
import { eq, sql } from "drizzle-orm";
import canonicalize from "canonicalize";
import { receipts } from "#db/schema/index.ts";
import type { Tx } from "#db/store.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { accountOf, type Caller } from "./caller.ts";
import type { Command } from "./command.ts";
import { Conflict } from "./refusals.ts";

export interface ReceiptKey {
  id: string;
  inputHash: string;
}

/**
 * The key of one human act. Both parts are keyed hashes: a receipt never holds what was typed. Of a password not even that is
 * kept: whoever has the key file would guess at it faster than Argon2id lets them.
 */
export function receiptKey(
  keys: Keys,
  caller: Caller,
  { name, secrets = [] }: Pick<Command, "name" | "secrets">,
  requestId: string,
  input: unknown,
): ReceiptKey {
  const kept = secrets.length === 0 ? input : withoutFields(input, secrets);
  return {
    id: keys.hmac("receipt", `${accountOf(caller)} ${requestId}`),
    inputHash: keys.hmac("receipt-input", `${name} ${canonicalize(kept) ?? ""}`),
  };
}

const withoutFields = (input: unknown, fields: readonly string[]): unknown =>
  Object.fromEntries(Object.entries(input ?? {}).filter(([name]) => !fields.includes(name)));

/** The first answer, if this act was already done. @throws Conflict when the same id comes with another input */
export async function receiptOf(tx: Tx, key: ReceiptKey): Promise<{ result: unknown } | null> {
  const { id } = key;
  const kept = tx.kept("receipt.read", (from) =>
    from
      .select({ inputHash: receipts.inputHash, result: receipts.result })
      .from(receipts)
      .where(eq(receipts.id, sql.placeholder("id"))),
  );
  const [row] = await kept.execute({ id });
  if (!row) return null;
  if (row.inputHash !== key.inputHash) throw new Conflict("request.reused");
  return { result: row.result };
}

export async function keepReceipt(tx: Tx, key: ReceiptKey, result: unknown, now: number): Promise<void> {
  await tx.insertRow(receipts, { ...key, result, at: now });
}
