/** Leave to tie an identity: sealed, for one account and for some minutes, on the way to the provider and back. */
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import type { Keys } from "#lib/platform/keys.ts";

const MS_MAX = 10 * 60_000;
const OFFER = "identity-offer";
const PROOF = "identity-proof";

/** Whose leave it is. */
export interface Leave {
  readonly accountId: string;
  /** Ms since 1970. */
  readonly at: number;
}

/** That a provider said who somebody is whose leave this is. */
export interface Proof extends Leave {
  readonly identityHash: string;
  readonly issuer: string;
}

/** Leave to go to the provider. */
export const sealOffer = (keys: Pick<Keys, "seal">, leave: Leave): string => sealed(keys, OFFER, leave);

/** Leave to tie what the provider said. */
export const sealProof = (keys: Pick<Keys, "seal">, proof: Proof): string => sealed(keys, PROOF, proof);

/** Whose leave it is. @throws Conflict `identity.over` when it was not given here, or too long ago */
export function leaveIn(keys: Pick<Keys, "open">, offer: string, now: number): Leave {
  const leave = opened(keys, OFFER, offer);
  mustBeFresh(leave, now);
  return leave;
}

/**
 * What a provider said.
 * @throws NotFound when it is another account's
 * @throws Conflict `identity.over` when it was not sealed here, or too long ago
 */
export function proofIn(keys: Pick<Keys, "open">, sealedProof: string, { accountId, at }: Leave): Proof {
  // Guarantee: only `sealProof` seals under this context.
  const proof = opened(keys, PROOF, sealedProof) as Proof;
  // Whose it is comes first: how old it is, is said to nobody else.
  if (proof.accountId !== accountId) throw new NotFound();
  mustBeFresh(proof, at);
  return proof;
}

const sealed = (keys: Pick<Keys, "seal">, context: string, leave: Leave): string =>
  keys.seal(context, Buffer.from(JSON.stringify(leave)));

function opened(keys: Pick<Keys, "open">, context: string, text: string): Leave {
  try {
    // Guarantee: what is sealed here is a leave.
    return JSON.parse(keys.open(context, text).toString("utf8")) as Leave;
  } catch {
    throw new Conflict("identity.over"); // not sealed here
  }
}

function mustBeFresh({ at }: Leave, now: number): void {
  if (at > now || now - at > MS_MAX) throw new Conflict("identity.over");
}
