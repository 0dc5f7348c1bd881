/** The wiring of next-auth (4, JWT): its cookie carries a session id and nothing else of use. */
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isWellFormed } from "#lib/core/well-formed.ts";
import { readEnv } from "#lib/platform/env.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { SESSION_MS_MAX } from "#lib/accounts/commands/begin-session.ts";
import { signIn } from "./sign-in.ts";

/** Built at the first request, never while building the program: it needs the key file. */
export function authOptions(): NextAuthOptions {
  return {
    secret: cookieSecret(),
    session: { strategy: "jwt", maxAge: SESSION_MS_MAX / 1_000 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { name: {}, password: {} },
        async authorize(credentials) {
          const { name = "", password = "" } = credentials ?? {};
          if (name.length > 200 || password.length > 1_000 || !isWellFormed(name)) return null;
          const outcome = await signIn(name, password);
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

let secret: string | null = null;

function cookieSecret(): string {
  secret ??= keysFrom(readKey()).hmac("cookie", "next-auth");
  return secret;
}

const readKey = () =>
  Buffer.from(readFileSync(join(readEnv().dataFolder, "keys", "master.key"), "utf8").trim(), "hex");
