/** Passkeys as the second factor. What one has signed is taken once. */
import { eq } from "drizzle-orm";
import { factors } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import type { System } from "#lib/core/system.ts";
import { liveFactors } from "#lib/factors/find.ts";
import { challengeOf, maybeShown, requestFor, siteOf } from "#lib/factors/rules/passkey.ts";
import type { ShownPasskey } from "#lib/factors/vocabulary.ts";
import type { PasskeyRequest } from "#lib/factors/words.ts";
import { readEnv } from "#lib/platform/env.ts";
import type { Ticket } from "./ticket.ts";

type Held = Awaited<ReturnType<typeof liveFactors>>;

/** What to ask the browser for that has this ticket; null for an account without passkeys. */
export const passkeyRequest = (sys: System, sealedTicket: string, held: Held): PasskeyRequest | null =>
  requestFor(siteOf(readEnv().url), challengeOf(sys.keys, sealedTicket), held);

/**
 * Takes a passkey. Counters are often not kept, so each remembers of when the last ticket was for which it signed: this one
 * and those before it count no more for it (WebAuthn Level 3 §13.4.3: a challenge is used once).
 * @returns `over` for a ticket that counts no more, null when it is none of the account's passkeys, or not shown rightly
 */
export async function takePasskey(
  sys: System,
  ticket: Ticket,
  sealedTicket: string,
  shown: ShownPasskey,
): Promise<"passkey" | "over" | null> {
  const find = async (read: Pick<Reader, "select">) =>
    (await liveFactors(read, ticket.accountId)).find(({ credentialId }) => credentialId === shown.id) ?? null;
  const kept = await find(sys.store.read);
  if (kept === null || kept.publicKey === null) return null;
  const { publicKey, signCount } = kept;
  const signed = await maybeShown(
    siteOf(readEnv().url),
    challengeOf(sys.keys, sealedTicket),
    { credentialId: shown.id, publicKey, signCount: signCount ?? 0 },
    shown,
  );
  if (signed === null) return null;
  return keepBooks(sys, async (tx) => {
    const now = await find(tx);
    // Verifying took a moment, in which another browser may have come first, or the passkey was retired.
    if (now === null || now.signCount !== signCount) return null;
    if (now.lastStep !== null && ticket.at <= now.lastStep) return "over";
    const next = { lastStep: ticket.at, signCount: signed, usedAt: sys.clock() };
    await tx.update(factors).set(next).where(eq(factors.id, now.id));
    return "passkey";
  });
}
