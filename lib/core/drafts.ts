/** Drafts: what a person has typed and not yet saved. Bookkeeping, seen by its owner only. */
import { and, eq } from "drizzle-orm";
import { drafts } from "#db/schema/index.ts";
import { keepBooks } from "./bookkeeping.ts";
import type { Caller } from "./caller.ts";
import { newId } from "./ids.ts";
import { Conflict, Invalid } from "./refusals.ts";
import { scopeOf } from "./scope.ts";
import { system } from "./system.ts";

export interface Draft {
  version: number;
  body: unknown;
  savedAt: number;
}

const BODY_BYTES_MAX = 2_000_000;

function mustBeKey(key: string): void {
  if (!/^[A-Za-z0-9_.:-]{1,120}$/.test(key)) throw new Invalid([{ path: "key", code: "invalid" }]);
}

/** The caller's draft under a key, or null. @throws Refused when the session is over */
export async function maybeDraft(caller: Caller, key: string): Promise<Draft | null> {
  mustBeKey(key);
  const { store, clock } = await system();
  const { accountId } = await scopeOf(store.read, caller, "self.act", clock());
  const [row] = await store.read
    .select({ version: drafts.version, body: drafts.body, savedAt: drafts.savedAt })
    .from(drafts)
    .where(and(eq(drafts.accountId, accountId), eq(drafts.key, key)));
  return row ?? null;
}

/**
 * Saves a draft.
 * @param version the version last seen, 0 for the first
 * @throws Conflict `stale` with the stored draft when another window saved it meanwhile
 */
export async function saveDraft(caller: Caller, key: string, version: number, body: unknown): Promise<Draft> {
  mustBeKey(key);
  if (!Number.isSafeInteger(version) || version < 0)
    throw new Invalid([{ path: "version", code: "invalid" }]);
  if (JSON.stringify(body ?? null).length > BODY_BYTES_MAX)
    throw new Invalid([{ path: "body", code: "too_long" }]);
  const sys = await system();
  return keepBooks(sys, async (tx) => {
    const now = sys.clock();
    const { accountId } = await scopeOf(tx, caller, "self.act", now);
    const mine = and(eq(drafts.accountId, accountId), eq(drafts.key, key));
    const [stored] = await tx
      .select({ id: drafts.id, version: drafts.version, body: drafts.body })
      .from(drafts)
      .where(mine);
    if ((stored?.version ?? 0) !== version) {
      throw new Conflict("stale", { current: { body: stored?.body ?? null }, version: stored?.version ?? 0 });
    }
    const next = { version: version + 1, body: body ?? null, savedAt: now };
    if (stored) await tx.update(drafts).set(next).where(eq(drafts.id, stored.id));
    else await tx.insert(drafts).values({ id: newId("draft"), accountId, key, ...next });
    return next;
  });
}

/** Throws the caller's draft away: after saving the record, or when they discard it. */
export async function discardDraft(caller: Caller, key: string): Promise<void> {
  mustBeKey(key);
  const sys = await system();
  await keepBooks(sys, async (tx) => {
    const { accountId } = await scopeOf(tx, caller, "self.act", sys.clock());
    await tx.delete(drafts).where(and(eq(drafts.accountId, accountId), eq(drafts.key, key)));
  });
}
