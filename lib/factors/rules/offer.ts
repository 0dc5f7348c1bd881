/** Leave to connect a factor: sealed, for one account, for some minutes and for one factor. */
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { newSecret } from "../rules.ts";

/** Whose leave it is. */
export interface Leave {
  readonly accountId: string;
  /** How many factors the account ever had: with the next one, the leave is over. */
  readonly ever: number;
  /** Ms since 1970. */
  readonly at: number;
}

/** A secret on its way to an app is in its leave: nothing is stored before its first code comes back with it. */
interface AppLeave extends Leave {
  readonly secret: string;
}

interface Kind {
  readonly context: string;
  readonly msMax: number;
  /** What is said of one that counts no more. */
  readonly rule: string;
}

const MINUTE_MS = 60_000;
const APP: Kind = { context: "totp-offer", msMax: 30 * MINUTE_MS, rule: "factor.offer_over" };
const PASSKEY: Kind = { context: "passkey-offer", msMax: 10 * MINUTE_MS, rule: "factor.passkey_over" };

/** A fresh secret for an app, and the same sealed in its leave. */
export function offerSecret(
  keys: Pick<Keys, "seal">,
  leave: Leave,
  secret = newSecret(),
): { secret: string; offer: string } {
  const held: AppLeave = { ...leave, secret };
  return { secret, offer: sealed(keys, APP, held) };
}

/**
 * The secret of an offer.
 * @param now as for `mustBeOffered`
 * @throws NotFound for another account's
 * @throws Conflict `factor.offer_over` when it was not made here, made too long ago, or used
 */
export function secretOffered(keys: Pick<Keys, "open">, offer: string, now: Leave): string {
  // Guarantee: only `offerSecret` seals under this context.
  return (given(keys, APP, offer, now) as AppLeave).secret;
}

/** Leave to connect a passkey. */
export const sealOffer = (keys: Pick<Keys, "seal">, leave: Leave): string => sealed(keys, PASSKEY, leave);

/**
 * @param now whose leave it has to be, how many factors they ever had, and ms since 1970
 * @throws NotFound for another account's
 * @throws Conflict `factor.passkey_over` when it was not made here, made too long ago, or used
 */
export function mustBeOffered(keys: Pick<Keys, "open">, offer: string, now: Leave): void {
  given(keys, PASSKEY, offer, now);
}

const sealed = (keys: Pick<Keys, "seal">, { context }: Kind, leave: Leave): string =>
  keys.seal(context, Buffer.from(JSON.stringify(leave)));

function given(keys: Pick<Keys, "open">, { context, msMax, rule }: Kind, offer: string, now: Leave): Leave {
  const leave = opened(keys, context, offer);
  if (leave === null) throw new Conflict(rule);
  if (leave.accountId !== now.accountId) throw new NotFound();
  if (leave.ever !== now.ever || leave.at > now.at || now.at - leave.at > msMax) throw new Conflict(rule);
  return leave;
}

function opened(keys: Pick<Keys, "open">, context: string, offer: string): Leave | null {
  try {
    // Guarantee: what is sealed here is a leave.
    return JSON.parse(keys.open(context, offer).toString("utf8")) as Leave;
  } catch {
    return null;
  }
}
