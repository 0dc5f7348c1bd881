/** The session behind a cookie, looked up at every request: a cookie alone is never enough. */
import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { accountProfiles, accounts, humans, sessions } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import type { Caller } from "#lib/core/caller.ts";
import { system } from "#lib/core/system.ts";
import { DEFAULT_PREFERENCES, type Preferences } from "#lib/i18n/preferences.ts";
import { readEnv } from "#lib/platform/env.ts";

export interface SignedIn {
  caller: Extract<Caller, { kind: "person" }>;
  name: string;
  displayName: string;
  preferences: Preferences;
}

const SEEN_EVERY_MS = 60_000;

/** Who is signed in under a session id; null when revoked, expired, idle for too long, or the account is disabled. */
export async function maybeSignedIn(sessionId: string): Promise<SignedIn | null> {
  const sys = await system();
  const now = sys.clock();
  const [row] = await liveSession(sys.store.read).execute({
    id: sessionId,
    now,
    seenAfter: now - readEnv().idleMs,
  });
  if (!row) return null;
  if (now - row.seenAt > SEEN_EVERY_MS) {
    await keepBooks(sys, (tx) =>
      tx
        .update(sessions)
        .set({ seenAt: now })
        .where(eq(sessions.id, sessionId))
        .then(() => undefined),
    );
  }
  const { accountId, humanId, name, displayName, factor } = row;
  // The statement asks for it: a session that was begun with a password alone opens nothing.
  if (factor === null) return null;
  return {
    caller: { kind: "person", accountId, humanId, session: sessionId, auth: factor },
    name,
    displayName,
    preferences: row.profile ?? DEFAULT_PREFERENCES,
  };
}

const liveSession = (read: Reader) =>
  read.kept("session.live", (from) =>
    from
      .select({
        seenAt: sessions.seenAt,
        factor: sessions.factor,
        accountId: accounts.id,
        humanId: humans.id,
        name: accounts.name,
        displayName: humans.displayName,
        profile: {
          locale: accountProfiles.locale,
          calendar: accountProfiles.calendar,
          timeZone: accountProfiles.timeZone,
          dateStyle: accountProfiles.dateStyle,
          singleKeys: accountProfiles.singleKeys,
        },
      })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .innerJoin(humans, eq(humans.id, accounts.humanId))
      .leftJoin(accountProfiles, eq(accountProfiles.accountId, accounts.id))
      .where(
        and(
          eq(sessions.id, sql.placeholder("id")),
          isNull(sessions.revokedAt),
          isNotNull(sessions.factor),
          gt(sessions.expiresAt, sql.placeholder("now")),
          gt(sessions.seenAt, sql.placeholder("seenAfter")),
          eq(accounts.status, "active"),
        ),
      ),
  );
