import { and, eq, isNull } from "drizzle-orm";
import { factors, recoverySeries } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { RECOVERY_CODES } from "./words.ts";

/** What an account can prove now, oldest first; secrets and keys as they are stored. */
export const liveFactors = (read: Pick<Reader, "select">, accountId: string) =>
  read
    .select()
    .from(factors)
    .where(and(eq(factors.accountId, accountId), isNull(factors.retiredAt)))
    .orderBy(factors.createdAt, factors.id);

/** One of an account's own live factors. @throws NotFound, also for another's */
export async function findFactor(read: Pick<Reader, "select">, accountId: string, factorId: string) {
  const found = (await liveFactors(read, accountId)).find(({ id }) => id === factorId);
  if (!found) throw new NotFound();
  return found;
}

/** How many factors an account ever had, those that are retired among them. */
export async function everHeld(read: Pick<Reader, "select">, accountId: string): Promise<number> {
  const rows = await read.select({ id: factors.id }).from(factors).where(eq(factors.accountId, accountId));
  return rows.length;
}

/** Whether a passkey of this id is known, whoever's it is or was. */
export async function isPasskeyKnown(read: Pick<Reader, "select">, credentialId: string): Promise<boolean> {
  const rows = await read
    .select({ id: factors.id })
    .from(factors)
    .where(eq(factors.credentialId, credentialId));
  return rows.length > 0;
}

/** The series of recovery codes that counts, or null before there is one. */
export async function maybeSeries(read: Pick<Reader, "select">, accountId: string) {
  const [row] = await read.select().from(recoverySeries).where(eq(recoverySeries.accountId, accountId));
  return row ?? null;
}

/** How many recovery codes are left. */
export const codesLeft = (series: { used: readonly number[] } | null): number =>
  series === null ? 0 : RECOVERY_CODES - series.used.length;
