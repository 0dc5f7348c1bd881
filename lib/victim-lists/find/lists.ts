/** The lists of a case with their rows, who is merged, and who may read names. */
import { and, asc, count, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import {
  sources,
  victimDoubles,
  victimListEntries,
  victimLists,
  victimMerges,
  victimNameOpenings,
  victims,
} from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord, findReference } from "#lib/core/find-record.ts";
import type { AskContext } from "#lib/core/query.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { sessionMark } from "#lib/vault/rules/session.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** @throws NotFound when absent or out of scope */
export const findList = (ctx: Context, listId: string) => findRecord(ctx, victimLists, listId);
export const findDouble = (ctx: Context, doubleId: string) => findRecord(ctx, victimDoubles, doubleId);
export const findMerge = (ctx: Context, mergeId: string) => findRecord(ctx, victimMerges, mergeId);

/** Who published a list is in its case. @throws NotFound */
export const mustHoldSource = (ctx: Context, caseId: string, sourceId: string) =>
  findReference(ctx, sources, sourceId, caseId, "source.read");

/** How many rows the lists of a case hold, those that were retracted too. */
export async function countEntries(read: Reader, caseId: string): Promise<number> {
  const [found] = await read
    .select({ count: count() })
    .from(victimListEntries)
    .where(eq(victimListEntries.caseId, caseId));
  return found?.count ?? 0;
}

/** The lists of a case that stand, in the order of their days. */
export const standingLists = (read: Reader, caseId: string) =>
  read
    .select({ id: victimLists.id, code: victimLists.code, title: victimLists.title })
    .from(victimLists)
    .where(and(eq(victimLists.caseId, caseId), isNull(victimLists.retractedAt)))
    .orderBy(asc(victimLists.asOfSort), asc(victimLists.id));

/** The rows of the lists of a case that stand, without a name. */
export const standingEntries = (read: Reader, caseId: string) =>
  read
    .select({
      id: victimListEntries.id,
      version: victimListEntries.version,
      listId: victimListEntries.listId,
      listCode: victimLists.code,
      position: victimListEntries.position,
    })
    .from(victimListEntries)
    .innerJoin(victimLists, eq(victimLists.id, victimListEntries.listId))
    .where(and(eq(victimListEntries.caseId, caseId), isNull(victimLists.retractedAt)))
    .orderBy(asc(victimLists.asOfSort), asc(victimLists.id), asc(victimListEntries.position));

/**
 * The merges of a case that wait or hold, with the code of the victim. Compartments are looked past here: what is one person stays so
 * for whoever may not see the victim, and they are not shown its code.
 */
export const liveMerges = ({ read, scope }: Context, caseId: string) =>
  read
    .select({
      id: victimMerges.id,
      version: victimMerges.version,
      status: victimMerges.status,
      victimId: victimMerges.victimId,
      victimCode: victims.code,
      hasMadeVictim: victimMerges.hasMadeVictim,
      entryIds: victimMerges.entryIds,
      proposedAt: victimMerges.proposedAt,
      proposedByHumanId: victimMerges.proposedByHumanId,
    })
    .from(victimMerges)
    .leftJoin(victims, and(eq(victims.id, victimMerges.victimId), scope.cases(victims.caseId, "victim.read")))
    .where(and(eq(victimMerges.caseId, caseId), inArray(victimMerges.status, ["waiting", "merged"])))
    .orderBy(asc(victimMerges.proposedAt), asc(victimMerges.id));

/** The opening under which whoever asks reads names now, in this session. */
export async function openingOf(
  {
    read,
    scope: { accountId },
    now,
    keys,
    caller,
  }: Pick<AskContext, "read" | "scope" | "now" | "keys" | "caller">,
  caseId: string,
) {
  const session = sessionMark(keys, caller);
  const [row] = await read
    .select()
    .from(victimNameOpenings)
    .where(
      and(
        eq(victimNameOpenings.caseId, caseId),
        eq(victimNameOpenings.openedBy, accountId),
        eq(victimNameOpenings.sessionMark, session),
        gt(victimNameOpenings.shownUntil, now),
      ),
    )
    .orderBy(desc(victimNameOpenings.shownUntil))
    .limit(1);
  return row ?? null;
}

/** The same, as pages need it. */
export async function shownOpening(ctx: Parameters<typeof openingOf>[0], caseId: string) {
  const row = await openingOf(ctx, caseId);
  return row === null ? null : { id: row.id, shownUntil: row.shownUntil };
}

/** @throws Conflict when a list was retracted: its rows are history */
export async function mustHoldEntries(read: Reader, caseId: string, ids: readonly string[]) {
  const known = new Set((await standingEntries(read, caseId)).map(({ id }) => id));
  if (!ids.every((id) => known.has(id))) throw new Conflict("victim_list.rows_gone");
}
