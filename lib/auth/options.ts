/** The wiring of next-auth (4, JWT): its cookie carries a session id and nothing else of use. */
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readEnv } from "#lib/platform/env.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { SESSION_MS_MAX } from "#lib/accounts/commands/begin-session.ts";
import { finishSignIn } from "./sign-in.ts";

/**
 * Built at the first request, never while building the program: it needs the key file.
 * @param browser the session that the browser has, which a new one replaces, and its `Cookie` header
 */
export function authOptions(
  browser: { current: string | null; cookies: string | null } = { current: null, cookies: null },
): NextAuthOptions {
  return {
    secret: cookieSecret(),
    session: { strategy: "jwt", maxAge: SESSION_MS_MAX / 1_000 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        // The password was checked before (lib/api/enter.ts), and is in the ticket.
        credentials: { ticket: {}, code: {}, offer: {} },
        async authorize(credentials) {
          const { ticket = "", code = "", offer = "" } = credentials ?? {};
          if ([ticket, code, offer].some(({ length }) => length > FIELD_LENGTH_MAX)) return null;
          const proof = {
            ticket,
            code,
            offer: offer === "" ? null : offer,
            replaces: browser.current,
            cookies: browser.cookies,
          };
          const outcome = await finishSignIn(proof);
          if (!outcome.ok) throw new Error(outcome.rule);
          return { id: outcome.sessionId };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token["sid"] }),
      session: ({ session, token }) => ({ expires: session.expires, sid: token["sid"] }),
    },
    // The library's own logger would print what was typed; sign-ins are in the audit log.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

const FIELD_LENGTH_MAX = 1_000;

let secret: string | null = null;

function cookieSecret(): string {
  secret ??= keysFrom(readKey()).hmac("cookie", "next-auth");
  return secret;
}

const readKey = () =>
  Buffer.from(readFileSync(join(readEnv().dataFolder, "keys", "master.key"), "utf8").trim(), "hex");
