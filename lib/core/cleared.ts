import { and, eq, gt, isNotNull, isNull, or } from "drizzle-orm";
import { accounts, clearances, compartmentMarks } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";

/**
 * Whom a record's compartments let see it, of people who have a role for it: nobody is told of a record, or given one to
 * work on, that they would not find.
 * @returns a test of humans by id
 */
export async function clearedFor(
  read: Pick<Reader, "select">,
  { caseId, recordId }: { caseId: string; recordId: string },
  now: number,
): Promise<(humanId: string) => boolean> {
  const [mark] = await read
    .select({ mask: compartmentMarks.mask })
    .from(compartmentMarks)
    .where(eq(compartmentMarks.recordId, recordId));
  const mask = mark?.mask ?? 0;
  if (mask === 0) return () => true;
  const rows = await read
    .select({ humanId: accounts.humanId, bit: clearances.bit })
    .from(clearances)
    .innerJoin(accounts, eq(accounts.id, clearances.accountId))
    .where(
      and(
        eq(clearances.caseId, caseId),
        isNotNull(clearances.approvedAt),
        isNull(clearances.endedAt),
        or(isNull(clearances.expiresAt), gt(clearances.expiresAt, now)),
      ),
    );
  return (humanId) =>
    (mask & ~rows.filter((row) => row.humanId === humanId).reduce((all, { bit }) => all | bit, 0)) === 0;
}
