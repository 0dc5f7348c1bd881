/** The link by which somebody chooses a password, as pure rules. */
import { timingSafeEqual } from "node:crypto";
import type { Keys } from "#lib/platform/keys.ts";

/** How long a link waits, and how long a recovery waits for its second administrator. */
export const LINK_MS_MAX = 3 * 24 * 60 * 60_000;

const SECRET_LENGTH = 43;

/** Characters of a link after the address: the id of the invitation and 128 bits and more that only the keys give. */
const TOKEN = /^(in_[0-9A-Za-z]{22})\.([0-9a-f]{43})$/;

const secretOf = (keys: Pick<Keys, "hmac">, invitationId: string): string =>
  keys.hmac("invitation-link", invitationId).slice(0, SECRET_LENGTH);

/** What stands in a link after the `#`, which no browser sends to a server (RFC 9110 §7.1). */
const tokenOf = (keys: Pick<Keys, "hmac">, invitationId: string): string =>
  `${invitationId}.${secretOf(keys, invitationId)}`;

/** The whole link. @param url under which people reach the server */
export const linkOf = (keys: Pick<Keys, "hmac">, url: string, invitationId: string): string =>
  `${url}/welcome#${tokenOf(keys, invitationId)}`;

/**
 * Whether the link may be mailed, which others read on the way. An invitation opens an account that is still empty; a recovery
 * opens one as it is used, with all that its person sees, and is handed over by a person.
 */
export const mayGoByMail = (kind: "invitation" | "recovery"): boolean => kind === "invitation";

/** The invitation that a token opens, or null for one that was made up. */
export function invitationIn(keys: Pick<Keys, "hmac">, token: string): string | null {
  const [, id = "", secret = ""] = TOKEN.exec(token) ?? [];
  return id !== "" && timingSafeEqual(Buffer.from(secretOf(keys, id)), Buffer.from(secret)) ? id : null;
}
