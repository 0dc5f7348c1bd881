/** Leave to connect a passkey: sealed, for one account, for some minutes and for one passkey. */
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import type { Keys } from "#lib/platform/keys.ts";

const CONTEXT = "passkey-offer";
/** How long it waits for the passkey. */
const OFFER_MS_MAX = 10 * 60_000;

interface Offer {
  readonly accountId: string;
  /** How many factors the account ever had: with the next one, the offer is over. */
  readonly ever: number;
  readonly at: number;
}

/** @param offer.at ms since 1970 */
export const sealOffer = (keys: Pick<Keys, "seal">, offer: Offer): string =>
  keys.seal(CONTEXT, Buffer.from(JSON.stringify(offer)));

/**
 * @param now whose leave it has to be, how many factors they ever had, and ms since 1970
 * @throws NotFound for another account's
 * @throws Conflict `factor.passkey_over` when it was not made here, made too long ago, or used
 */
export function mustBeOffered(keys: Pick<Keys, "open">, sealed: string, now: Offer): void {
  const offer = opened(keys, sealed);
  if (offer.accountId !== now.accountId) throw new NotFound();
  if (offer.ever !== now.ever || offer.at > now.at || now.at - offer.at > OFFER_MS_MAX)
    throw new Conflict("factor.passkey_over");
}

function opened(keys: Pick<Keys, "open">, sealed: string): Offer {
  try {
    // Guarantee: only `sealOffer` seals under this context.
    return JSON.parse(keys.open(CONTEXT, sealed).toString("utf8")) as Offer;
  } catch {
    throw new Conflict("factor.passkey_over");
  }
}
