/**
 * Seals anew, under the newest generation of keys, the keys that others wrapped: keys of details, of records, secrets of second
 * factors, the private key of the log. What they protect is not touched. Done again, it goes on where it was cut off. What is never written again (codes of
 * people, rows that stand) opens by the former roots, which the ring keeps.
 */
import { and, asc, eq, gt, notLike } from "drizzle-orm";
import { dataKeys, factors, logSecrets } from "#db/schema/index.ts";
import type { RecordKeys } from "#lib/platform/record-keys.ts";
import { contextOfKey, wrapping } from "./audit-detail.ts";
import { keepBooks } from "./bookkeeping.ts";
import type { System } from "./system.ts";

const SLICE_ROWS = 1_000;

/** How the secret of a second factor is bound to its row. */
export const contextOfFactor = (id: string) => `factor:${id}`;

/** How a private key that signs checkpoints is bound to its row. */
export const contextOfLogSecret = (id: string) => `log-key:${id}`;

/** @param recordKeys those of this system */
export async function rewrapKeys(sys: System, recordKeys: RecordKeys): Promise<void> {
  for (let after = ""; ;) {
    const last = await rewrapDetailKeys(sys, after);
    if (last === null) break;
    after = last;
  }
  await rewrapFactors(sys);
  await rewrapLogSecrets(sys);
  recordKeys.rewrap();
}

/** @returns the last id of the slice, or null when there was nothing more to do */
const rewrapDetailKeys = (sys: System, after: string): Promise<string | null> =>
  keepBooks(sys, async (tx) => {
    const old = and(gt(dataKeys.id, after), notLike(dataKeys.wrapped, `${sys.keys.keyId}.%`));
    const rows = await tx.select().from(dataKeys).where(old).orderBy(asc(dataKeys.id)).limit(SLICE_ROWS);
    for (const { id, wrapped, compartment } of rows) {
      const context = contextOfKey(id);
      const by = wrapping(sys.keys, compartment);
      const anew = by.seal(context, by.open(context, wrapped));
      await tx.update(dataKeys).set({ wrapped: anew }).where(eq(dataKeys.id, id));
    }
    return rows.at(-1)?.id ?? null;
  });

const rewrapFactors = (sys: System): Promise<void> =>
  keepBooks(sys, async (tx) => {
    const rows = await tx
      .select({ id: factors.id, secret: factors.secret, kind: factors.kind })
      .from(factors);
    for (const { id, secret, kind } of rows) {
      if (kind !== "totp" || secret === null || secret.startsWith(`${sys.keys.keyId}.`)) continue;
      const context = contextOfFactor(id);
      const anew = sys.keys.seal(context, sys.keys.open(context, secret));
      await tx.update(factors).set({ secret: anew }).where(eq(factors.id, id));
    }
  });

const rewrapLogSecrets = (sys: System): Promise<void> =>
  keepBooks(sys, async (tx) => {
    for (const { id, sealed } of await tx.select().from(logSecrets)) {
      if (sealed.startsWith(`${sys.keys.keyId}.`)) continue;
      const context = contextOfLogSecret(id);
      const anew = sys.keys.seal(context, sys.keys.open(context, sealed));
      await tx.update(logSecrets).set({ sealed: anew }).where(eq(logSecrets.id, id));
    }
  });
