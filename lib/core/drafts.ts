/**
 * Drafts: what a person has typed and not yet saved. Bookkeeping, seen by its owner only, and of a case's drafts only
 * while they may read the case: a draft holds what the record said when it was opened.
 */
import { and, asc, eq, inArray, like } from "drizzle-orm";
import { deletions, drafts } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { keepBooks } from "./bookkeeping.ts";
import type { Caller } from "./caller.ts";
import { idPrefixes } from "./id-forms.ts";
import { newId } from "./ids.ts";
import { Conflict, Invalid, NotFound } from "./refusals.ts";
import { scopeOf } from "./scope.ts";
import { type System, system } from "./system.ts";
import { mustBeWellFormed } from "./well-formed.ts";

export interface Draft {
  version: number;
  body: unknown;
  savedAt: number;
}

const BODY_BYTES_MAX = 2_000_000;
const VERSION_MAX = 2_147_483_646;
/** The key of a draft begins with the id of its case; the draft of no case has none. */
const CASE_OF_KEY = new RegExp(`^(${idPrefixes.case}_[0-9A-Za-z]{22})\\.`);

/**
 * The account whose draft it is.
 * @throws Invalid for a malformed key; Refused when the session is over; NotFound without access to the draft's case
 */
async function ownerOf(sys: System, read: Reader, caller: Caller, key: string): Promise<string> {
  if (!/^[A-Za-z0-9_.:-]{1,120}$/.test(key)) throw new Invalid([{ path: "key", code: "invalid" }]);
  const caseId = CASE_OF_KEY.exec(key)?.[1];
  const scope = await scopeOf(read, caller, "case.read", sys.clock());
  if (caseId !== undefined && scope.roleFor("case.read", caseId) === null) throw new NotFound();
  return scope.accountId;
}

/** The accounts that a key names. */
const ACCOUNTS_IN_KEY = new RegExp(`\\b${idPrefixes.testimony}_[0-9A-Za-z]{22}\\b`, "g");

/** Of an account that was deleted nothing is kept, also not what somebody still has open. @throws Conflict */
async function mustNotBeDeleted(read: Reader, key: string): Promise<void> {
  const named = key.match(ACCOUNTS_IN_KEY);
  if (named === null) return;
  const [deleted] = await read
    .select({ id: deletions.id })
    .from(deletions)
    .where(and(inArray(deletions.testimonyId, named), eq(deletions.status, "approved")))
    .limit(1);
  if (deleted) throw new Conflict("deletion.done");
}

const under = (accountId: string, key: string) => and(eq(drafts.accountId, accountId), eq(drafts.key, key));

/** The caller's draft under a key, or null. @throws as `ownerOf` */
export async function maybeDraft(caller: Caller, key: string): Promise<Draft | null> {
  const sys = await system();
  const { read } = sys.store;
  const accountId = await ownerOf(sys, read, caller, key);
  const [row] = await read
    .select({ version: drafts.version, body: drafts.body, savedAt: drafts.savedAt })
    .from(drafts)
    .where(under(accountId, key));
  return row ?? null;
}

/**
 * An account's drafts about one kind of thing, the oldest first: whoever asks sees to it that the account may still read what
 * they are about.
 * @param kind a part of the key between dots: `decision`
 * @param caseId absent: of all its cases
 */
export const draftsAbout = (
  read: Reader,
  accountId: string,
  { kind, caseId = "%", limit }: { kind: string; caseId?: string | undefined; limit: number },
) =>
  read
    .select({ key: drafts.key, version: drafts.version, body: drafts.body })
    .from(drafts)
    .where(and(eq(drafts.accountId, accountId), like(drafts.key, `${caseId}.${kind}.%`)))
    .orderBy(asc(drafts.savedAt), asc(drafts.key))
    .limit(limit);

/**
 * Saves a draft.
 * @param version the version last seen, 0 for the first
 * @throws Conflict `stale` with the stored draft when another window saved it meanwhile, `deletion.done` of a deleted account; else as
 * `ownerOf`
 */
export async function saveDraft(
  caller: Caller,
  key: string,
  version: unknown,
  body: unknown,
): Promise<Draft> {
  if (!isVersion(version)) throw new Invalid([{ path: "version", code: "invalid" }]);
  mustBeWellFormed(body, "body");
  if (JSON.stringify(body ?? null).length > BODY_BYTES_MAX)
    throw new Invalid([{ path: "body", code: "too_long" }]);
  const sys = await system();
  return keepBooks(sys, async (tx) => {
    const accountId = await ownerOf(sys, tx, caller, key);
    await mustNotBeDeleted(tx, key);
    const [stored] = await tx
      .select({ id: drafts.id, version: drafts.version, body: drafts.body })
      .from(drafts)
      .where(under(accountId, key));
    if ((stored?.version ?? 0) !== version) {
      throw new Conflict("stale", { current: { body: stored?.body ?? null }, version: stored?.version ?? 0 });
    }
    const next = { version: version + 1, body: body ?? null, savedAt: sys.clock() };
    if (stored) await tx.update(drafts).set(next).where(eq(drafts.id, stored.id));
    else await tx.insert(drafts).values({ id: newId("draft"), accountId, key, ...next });
    return next;
  });
}

const isVersion = (version: unknown): version is number =>
  typeof version === "number" && Number.isSafeInteger(version) && version >= 0 && version <= VERSION_MAX;

/** Throws the caller's draft away: after saving the record, or when they discard it. @throws as `ownerOf` */
export async function discardDraft(caller: Caller, key: string): Promise<void> {
  const sys = await system();
  await keepBooks(sys, async (tx) => {
    const accountId = await ownerOf(sys, tx, caller, key);
    await tx.delete(drafts).where(under(accountId, key));
  });
}
