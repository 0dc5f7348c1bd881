/**
 * Answers every request while the keys are locked: with the page that asks for the passphrase, and with nothing else. No word
 * of what was typed is kept, logged or sent back.
 */
import { randomInt } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseLocale, isLocale, type Locale, LOCALE_COOKIE } from "#lib/i18n/locales.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { WrongSecret } from "#lib/platform/key-ring.ts";
import { freshNonce } from "#lib/platform/response-headers.ts";
import { type LockedFault, lockedPage } from "./locked-page.ts";

const BODY_BYTES_MAX = 8_192;
/**
 * So many wait to be looked at, one after the other. Hashing slows guesses down enough: nobody is made to wait for the guesses of others,
 * since a stranger could keep the door shut by guessing on.
 */
const WAITING_MAX = 16;

export interface LockedDoor {
  (request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** How many wrong passphrases were typed. */
  readonly failures: () => number;
}

interface Waiting {
  passphrase: string;
  answered: (fault: LockedFault | null) => void;
}

/**
 * @param unlock opens everything; throws WrongSecret, or anything else where the passphrase is right and the program does not open
 * @param tell receives what went wrong, for the output of the program
 */
export function lockedDoor(
  unlock: (passphrase: string) => Promise<void>,
  tell: (error: unknown) => void,
): LockedDoor {
  let failures = 0;
  let isOpen = false;
  let isLooking = false;
  const waiting: Waiting[] = [];

  function tried(passphrase: string): Promise<LockedFault | null> {
    if (passphrase.trim() === "") return Promise.resolve("empty");
    return new Promise((answered) => {
      // Whoever it is, and not always the last: else a stranger who is quick would keep everybody else out.
      if (waiting.length >= WAITING_MAX) waiting.splice(randomInt(WAITING_MAX), 1)[0]?.answered("busy");
      waiting.push({ passphrase, answered });
      if (!isLooking) lookAtAll().catch(tell);
    });
  }

  async function lookAtAll(): Promise<void> {
    isLooking = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      // Open is open: who comes second goes in too.
      next.answered(isOpen ? null : await outcomeOf(next.passphrase));
    }
    isLooking = false;
  }

  async function outcomeOf(passphrase: string): Promise<LockedFault | null> {
    try {
      await unlock(passphrase);
      isOpen = true;
      return null;
    } catch (error) {
      if (!(error instanceof WrongSecret)) {
        tell(error);
        return "fault";
      }
      failures += 1;
      return "wrong";
    }
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://locked");
    const locale = localeOf(request, searchParams.get("language"));
    if (pathname === "/api/health")
      return sent(response, 200, JSON_TYPE, JSON.stringify({ ok: true, locked: true }));
    if (request.method === "POST" && pathname === "/unlock") {
      const passphrase = isFromElsewhere(request) ? null : await passphraseIn(request);
      const fault = passphrase === null ? "empty" : await tried(passphrase);
      if (fault !== null) return page(response, statusOf(fault), locale, fault);
      return moved(response, "/");
    }
    if (request.method === "GET" && (pathname === "/" || pathname === "/unlock")) {
      if (isLocale(searchParams.get("language")))
        response.setHeader("set-cookie", `${LOCALE_COOKIE}=${locale}; Path=/; SameSite=Lax; HttpOnly`);
      return page(response, 200, locale, null);
    }
    if (/\btext\/html\b/.test(request.headers.accept ?? "")) return moved(response, "/");
    const problem = {
      type: "about:blank",
      status: 503,
      rule: "locked",
      title: translatorFor(locale, "locked")("problem"),
    };
    sent(response, 503, "application/problem+json", JSON.stringify(problem));
  };
  return Object.assign(answer, { failures: () => failures });
}

const JSON_TYPE = "application/json";

const statusOf = (fault: LockedFault) => {
  if (fault === "fault") return 500;
  if (fault === "busy") return 503;
  if (fault === "empty") return 400;
  return 403;
};

/** A form that another page sends would only guess; still, it is none of its business. */
const isFromElsewhere = ({ headers }: IncomingMessage): boolean =>
  !["same-origin", "none", undefined].includes(headers["sec-fetch-site"] as string | undefined);

/** @returns null for a body that is no form of ours */
async function passphraseIn(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > BODY_BYTES_MAX) return null;
    chunks.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8")).get("passphrase");
}

function localeOf({ headers }: IncomingMessage, chosen: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const kept = new RegExp(`${LOCALE_COOKIE}=(\\w+)`).exec(headers.cookie ?? "")?.[1];
  return chooseLocale(kept, headers["accept-language"] ?? null);
}

function page(response: ServerResponse, status: number, locale: Locale, fault: LockedFault | null): void {
  const nonce = freshNonce();
  response.setHeader(
    "content-security-policy",
    `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  );
  if (fault === "busy") response.setHeader("retry-after", "5");
  sent(response, status, "text/html; charset=utf-8", lockedPage(locale, nonce, fault));
}

function moved(response: ServerResponse, to: string): void {
  response.writeHead(303, { location: to, "content-length": 0 }).end();
}

function sent(response: ServerResponse, status: number, type: string, text: string): void {
  if (!response.hasHeader("content-security-policy"))
    response.setHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(text) }).end(text);
}
