/** A secret on its way to an app: shown, and sealed until its first code comes back with it. */
import { Conflict } from "#lib/core/refusals.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { newSecret } from "../rules.ts";

const CONTEXT = "totp-offer";
/** How long an offered secret waits for its first code. */
const OFFER_MS_MAX = 30 * 60_000;

interface Offer {
  secret: string;
  at: number;
}

/**
 * A fresh secret, and the same sealed: nothing is stored before its first code proves that an app holds it.
 * @param now ms since 1970
 */
export function offerSecret(
  keys: Pick<Keys, "seal">,
  now: number,
  secret = newSecret(),
): { secret: string; offer: string } {
  const held: Offer = { secret, at: now };
  return { secret, offer: keys.seal(CONTEXT, Buffer.from(JSON.stringify(held))) };
}

/** The secret of an offer. @throws Conflict `factor.offer_over` when it was not made here, or too long ago */
export function secretOffered(keys: Pick<Keys, "open">, offer: string, now: number): string {
  const { secret, at } = opened(keys, offer);
  if (now - at > OFFER_MS_MAX || at > now) throw new Conflict("factor.offer_over");
  return secret;
}

function opened(keys: Pick<Keys, "open">, offer: string): Offer {
  try {
    // Guarantee: only `offerSecret` seals under this context.
    return JSON.parse(keys.open(CONTEXT, offer).toString("utf8")) as Offer;
  } catch {
    throw new Conflict("factor.offer_over");
  }
}
