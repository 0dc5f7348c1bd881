/** Who somebody is at a provider of OpenID Connect, as it is known here. */
import type { Keys } from "#lib/platform/keys.ts";

/** What is kept of an identity: nothing by which it could be read, or looked for at the provider. */
export const identityHash = (
  keys: Pick<Keys, "hmac">,
  { issuer, subject }: { issuer: string; subject: string },
): string => keys.hmac("external-identity", JSON.stringify([issuer, subject]));

/** The same provider, however the end of its address is written. */
export const isIssuer = (one: string, other: string): boolean => new URL(one).href === new URL(other).href;
