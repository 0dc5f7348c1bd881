/** What a person prefers, kept for them wherever they sign in. Bookkeeping, seen and changed by its owner only. */
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { preferences } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { keepBooks } from "./bookkeeping.ts";
import type { Caller } from "./caller.ts";
import { newId } from "./ids.ts";
import { ListLayout } from "./vocabulary.ts";
import { parse } from "./parse.ts";
import { Invalid } from "./refusals.ts";
import { scopeOf } from "./scope.ts";
import { type System, system } from "./system.ts";

const BODY_BYTES_MAX = 4_000;
const Kept = z.strictObject({ key: z.string().regex(/^list\.[a-z_-]{1,60}$/), body: ListLayout });

const ownerOf = async (sys: System, read: Reader, caller: Caller): Promise<string> =>
  (await scopeOf(read, caller, "case.read", sys.clock())).accountId;

const under = (accountId: string, key: string) =>
  and(eq(preferences.accountId, accountId), eq(preferences.key, key));

/**
 * How the caller likes a list to look, or null: never said, or said to an older program in a way that is not read now.
 * @param key `list.` and the list's name
 * @throws Invalid for another key; Refused when the session is over
 */
export async function maybeLayout(caller: Caller, key: string): Promise<ListLayout | null> {
  parse(Kept.pick({ key: true }), { key });
  const sys = await system();
  const { read } = sys.store;
  const [row] = await read
    .select({ body: preferences.body })
    .from(preferences)
    .where(under(await ownerOf(sys, read, caller), key));
  return ListLayout.safeParse(row?.body).data ?? null;
}

/** Keeps how the caller likes a list to look; the last wins. @throws Invalid naming the field; Refused as `maybeLayout` */
export async function saveLayout(caller: Caller, rawKey: string, rawBody: unknown): Promise<void> {
  const { key, body } = parse(Kept, { key: rawKey, body: rawBody });
  if (JSON.stringify(body).length > BODY_BYTES_MAX) throw new Invalid([{ path: "body", code: "too_long" }]);
  const sys = await system();
  await keepBooks(sys, async (tx) => {
    const accountId = await ownerOf(sys, tx, caller);
    const [stored] = await tx.select({ id: preferences.id }).from(preferences).where(under(accountId, key));
    const next = { body, savedAt: sys.clock() };
    if (stored) await tx.update(preferences).set(next).where(eq(preferences.id, stored.id));
    else await tx.insert(preferences).values({ id: newId("preference"), accountId, key, ...next });
  });
}

/** Lets a list look as usual again. @throws as `maybeLayout` */
export async function forgetLayout(caller: Caller, rawKey: string): Promise<void> {
  const { key } = parse(Kept.pick({ key: true }), { key: rawKey });
  const sys = await system();
  await keepBooks(sys, async (tx) => {
    await tx.delete(preferences).where(under(await ownerOf(sys, tx, caller), key));
  });
}
