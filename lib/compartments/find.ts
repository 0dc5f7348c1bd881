import { and, asc, eq, getTableColumns, gt, isNull, or } from "drizzle-orm";
import { caseMembers, clearances, compartmentMarks, compartments, placements } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { findCaseRecord } from "#lib/records/find.ts";
import { bitsIn, BUILT_IN, type CompartmentName } from "./vocabulary.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** All compartments that there are, those of every organisation first. */
export async function allCompartments(read: Reader): Promise<CompartmentName[]> {
  const own = await read.select().from(compartments).orderBy(asc(compartments.bit));
  return [
    ...BUILT_IN.map(({ bit, name }) => ({ bit, builtIn: name, name: null, nameAr: null, sensitive: true })),
    ...own.map(({ bit, name, nameAr, sensitive }) => ({ bit, builtIn: null, name, nameAr, sensitive })),
  ];
}

/** Each of a set of compartments is one that there is. @throws Invalid at `path` */
export async function mustExist(read: Reader, bits: number, path: string): Promise<CompartmentName[]> {
  const known = await allCompartments(read);
  const named = known.filter(({ bit }) => (bits & bit) !== 0);
  if (named.length !== bitsIn(bits).length) throw new Invalid([{ path, code: "invalid" }]);
  return named;
}

/** In which compartments a record is: its own, and all with those of what it rests on. */
export async function marksOf(read: Reader, recordId: string): Promise<{ own: number; mask: number }> {
  const [mark] = await read
    .select({ own: compartmentMarks.own, mask: compartmentMarks.mask })
    .from(compartmentMarks)
    .where(eq(compartmentMarks.recordId, recordId));
  return mark ?? { own: 0, mask: 0 };
}

/** A clearance of a case that the caller may read of. @throws NotFound */
export const findClearance = (ctx: Context, clearanceId: string) => findRecord(ctx, clearances, clearanceId);

/** What waits to be taken out of compartments, with its record. @throws NotFound also for who may not see the record */
export async function findPlacement(ctx: Context, placementId: string) {
  const placement = await findRecord(ctx, placements, placementId, "case.read");
  const record = await findCaseRecord(ctx, placement.recordId);
  return { ...placement, record };
}

/** True while an account has a role in a case. */
export async function hasLiveRole(
  { read, now }: Pick<LoadContext, "read" | "now">,
  caseId: string,
  accountId: string,
): Promise<boolean> {
  const held = and(
    eq(caseMembers.caseId, caseId),
    eq(caseMembers.accountId, accountId),
    isNull(caseMembers.endedAt),
    or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, now)),
  );
  return (await read.$count(caseMembers, held)) > 0;
}

/** What an account is cleared for in a case, or is to become. */
export const openClearances = (
  { read }: Pick<LoadContext, "read">,
  { caseId, accountId }: { caseId: string; accountId: string },
) =>
  read
    .select(getTableColumns(clearances))
    .from(clearances)
    .where(
      and(eq(clearances.caseId, caseId), eq(clearances.accountId, accountId), isNull(clearances.endedAt)),
    );

/** True while somebody has asked for a record to be taken out of a compartment, and nobody has answered. */
export const isWaiting = async (read: Reader, recordId: string): Promise<boolean> =>
  (await read.$count(placements, eq(placements.waitingKey, recordId))) > 0;
