import { and, eq, gt, gte, isNull, or, type SQL, sql } from "drizzle-orm";
import { EVERY } from "#db/hidden-by.ts";
import { accounts, caseMembers, clearances, compartmentMarks } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";

type From = Pick<Reader, "select">;

/** Who is cleared for what in a case now, as scope has it: one row an account, compartment and role that it goes with. */
export const clearedIn = (read: From, caseId: string, now: number) =>
  read
    .select({
      accountId: accounts.id,
      humanId: accounts.humanId,
      bit: clearances.bit,
      expiresAt: clearances.expiresAt,
    })
    .from(clearances)
    .innerJoin(accounts, eq(accounts.id, clearances.accountId))
    .innerJoin(
      caseMembers,
      and(eq(caseMembers.accountId, clearances.accountId), eq(caseMembers.caseId, clearances.caseId)),
    )
    .where(
      and(
        eq(clearances.caseId, caseId),
        eq(accounts.status, "active"),
        gte(clearances.approvedAt, caseMembers.admittedAt),
        isNull(clearances.endedAt),
        or(isNull(clearances.expiresAt), gt(clearances.expiresAt, now)),
        isNull(caseMembers.endedAt),
        or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, now)),
      ),
    );

/**
 * Whom a record's compartments let see it, of people who have a role for it: nobody is told of a record, or given one to
 * work on, that they would not find.
 * @param by what the test is given: the id of an account, or of a human, who may have several
 */
export async function clearedFor(
  read: From,
  { caseId, recordId }: { caseId: string; recordId: string },
  now: number,
  by: "accountId" | "humanId",
): Promise<(id: string) => boolean> {
  const [mark] = await read
    .select({ mask: compartmentMarks.mask })
    .from(compartmentMarks)
    .where(eq(compartmentMarks.recordId, recordId));
  const mask = mark?.mask ?? 0;
  if (mask === 0) return () => true;
  const cleared = new Map<string, { id: string; bits: number }>();
  for (const row of await clearedIn(read, caseId, now)) {
    const before = cleared.get(row.accountId)?.bits ?? 0;
    cleared.set(row.accountId, { id: row[by], bits: before | row.bit });
  }
  return (id) => [...cleared.values()].some((one) => one.id === id && (mask & ~one.bits) === 0);
}

/** The compartments for which somebody is cleared, as bits by case. */
export function clearedBits(
  held: readonly { caseId: string; clearedBit: number | null }[],
): ReadonlyMap<string, number> {
  const cleared = new Map<string, number>();
  for (const { caseId, clearedBit } of held)
    if (clearedBit !== null) cleared.set(caseId, (cleared.get(caseId) ?? 0) | clearedBit);
  return cleared;
}

/** What is closed, where marks of several cases are asked. */
export function closedByCase(cleared: ReadonlyMap<string, number>): SQL | number {
  if (cleared.size === 0) return EVERY;
  const each = [...cleared].map(([caseId, bits]) => sql`when ${caseId} then ${sql.raw(String(~bits))}`);
  return sql`case ${compartmentMarks.caseId} ${sql.join(each, sql` `)} else ${sql.raw(String(EVERY))} end`;
}
