/** What a person has read: bookkeeping, theirs alone. */
import { and, eq, inArray, isNull, lt } from "drizzle-orm";
import { notices, readMarks } from "#db/schema/index.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import type { Caller } from "#lib/core/caller.ts";
import { newId } from "#lib/core/ids.ts";
import { parse } from "#lib/core/parse.ts";
import { scopeOf } from "#lib/core/scope.ts";
import { system } from "#lib/core/system.ts";
import { findCaseRecord } from "#lib/records/find.ts";
import { RecordId } from "#lib/records/vocabulary.ts";
import { z } from "zod";
import { ReadInput } from "./vocabulary.ts";

/** Marks notices of the caller's as read: some, or all. @throws Invalid | Refused */
export async function markRead(caller: Caller, raw: unknown): Promise<void> {
  const which = parse(ReadInput, raw);
  const sys = await system();
  await keepBooks(sys, async (tx) => {
    const now = sys.clock();
    const { humanId } = await scopeOf(tx, caller, "self.act", now);
    await tx
      .update(notices)
      .set({ readAt: now })
      .where(
        and(
          eq(notices.humanId, humanId),
          isNull(notices.readAt),
          "ids" in which ? inArray(notices.id, which.ids) : undefined,
        ),
      );
  });
}

const SeenInput = z.strictObject({ recordId: RecordId });

/**
 * Notes that the caller has a record before them: what they were told of it is read, and what happens from now on is new.
 * @throws Invalid | NotFound | Refused
 */
export async function markSeen(caller: Caller, raw: unknown): Promise<void> {
  const { recordId } = parse(SeenInput, raw);
  const sys = await system();
  await keepBooks(sys, async (tx) => {
    const now = sys.clock();
    const scope = await scopeOf(tx, caller, "case.read", now);
    await findCaseRecord({ read: tx, scope }, recordId);
    const { humanId } = scope;
    await tx
      .insert(readMarks)
      .values({ id: newId("readMark"), humanId, recordId, seenAt: now })
      .onConflictDoUpdate({ target: [readMarks.humanId, readMarks.recordId], set: { seenAt: now } });
    await tx
      .update(notices)
      .set({ readAt: now })
      .where(and(eq(notices.humanId, humanId), eq(notices.recordId, recordId), isNull(notices.readAt)));
  });
}

const KEPT_MS = 365 * 86_400_000;

/** Forgets notices and marks after a year, so that neither grows without end. */
export async function forgetOld(): Promise<void> {
  const sys = await system();
  await keepBooks(sys, async (tx) => {
    const before = sys.clock() - KEPT_MS;
    await tx.delete(notices).where(lt(notices.createdAt, before));
    await tx.delete(readMarks).where(lt(readMarks.seenAt, before));
  });
}
