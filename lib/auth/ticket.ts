/**
 * What a browser holds between the password, or what stands for it, and the second factor: sealed, for some minutes, and good for nothing else. There
 * is no session yet, so a password alone reaches nothing.
 */
import type { Keys } from "#lib/platform/keys.ts";

const CONTEXT = "sign-in-ticket";
const TICKET_MS_MAX = 10 * 60_000;

export interface Ticket {
  readonly accountId: string;
  /** Of the account: changed when its password was, or when it was disabled. */
  readonly version: number;
  /** When the password was checked, or who they are elsewhere, in ms since 1970. */
  readonly at: number;
  /** By which identity at a provider, in place of the password; null by password. */
  readonly identityHash: string | null;
}

export const sealTicket = (keys: Pick<Keys, "seal">, ticket: Ticket): string =>
  keys.seal(CONTEXT, Buffer.from(JSON.stringify(ticket)));

/** What was sealed, or null when it is too old or was not sealed here. @param now ms since 1970 */
export function maybeTicket(keys: Pick<Keys, "open">, sealed: string, now: number): Ticket | null {
  try {
    // Guarantee: only `sealTicket` seals under this context.
    const ticket = JSON.parse(keys.open(CONTEXT, sealed).toString("utf8")) as Ticket;
    return now - ticket.at <= TICKET_MS_MAX && ticket.at <= now ? ticket : null;
  } catch {
    return null;
  }
}
