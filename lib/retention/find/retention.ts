/** How long accounts are kept, and what stands in the way of deleting them, as it is on record. */
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { deletions, legalHolds, retentions, retentionTerms } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { RetentionClass } from "../words.ts";
import { dueAt, type Terms, termsFrom } from "../rules/terms.ts";

interface Account {
  readonly id: string;
  readonly caseId: string;
  readonly createdAt: number;
}

/** The terms that were set in a case, as rows. */
export const setTermsOf = (read: Reader, caseId: string) =>
  read.select().from(retentionTerms).where(eq(retentionTerms.caseId, caseId));

/** The terms of a case, by class. */
export const termsOf = async (read: Reader, caseId: string): Promise<Terms> =>
  termsFrom(await setTermsOf(read, caseId));

/** The class that somebody gave an account, or nothing. */
export async function maybeRetention(read: Reader, testimonyId: string) {
  const [row] = await read.select().from(retentions).where(eq(retentions.testimonyId, testimonyId));
  return row ?? null;
}

/** In which class an account is and when it is due, in ms since 1970; null for what is kept. */
export async function keptUntil(read: Reader, { id, caseId, createdAt }: Account) {
  const row = await maybeRetention(read, id);
  const retentionClass: RetentionClass = row?.retentionClass ?? "standard";
  return { row, retentionClass, dueAt: dueAt(createdAt, retentionClass, await termsOf(read, caseId)) };
}

/** The condition that a hold lasts which an account is under: its own, or its case's. */
export const holdsOver = ({ id, caseId }: Pick<Account, "id" | "caseId">) =>
  and(
    eq(legalHolds.caseId, caseId),
    isNull(legalHolds.liftedAt),
    or(isNull(legalHolds.testimonyId), eq(legalHolds.testimonyId, id)),
  );

/** Whether a legal hold lasts over an account. */
export async function isHeld(read: Reader, account: Pick<Account, "id" | "caseId">): Promise<boolean> {
  const [hold] = await read.select({ id: legalHolds.id }).from(legalHolds).where(holdsOver(account)).limit(1);
  return hold !== undefined;
}

/** The request to delete an account that waits or was approved; null where none was made, or the last was refused. */
export async function liveDeletion(read: Reader, testimonyId: string) {
  const [row] = await read
    .select()
    .from(deletions)
    .where(and(eq(deletions.testimonyId, testimonyId), inArray(deletions.status, ["waiting", "approved"])));
  return row ?? null;
}

/** When the words of an account were deleted, in ms since 1970, or null. */
export async function deletedAt(read: Reader, testimonyId: string): Promise<number | null> {
  const live = await liveDeletion(read, testimonyId);
  return live?.status === "approved" ? live.decidedAt : null;
}
