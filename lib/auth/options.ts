/** The wiring of next-auth (4, JWT): its cookie carries a session id and nothing else of use. */
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { logFault } from "#lib/platform/log.ts";
import { system } from "#lib/core/system.ts";
import { SESSION_MS_MAX } from "#lib/accounts/commands/begin-session.ts";
import { ShownPasskey } from "#lib/factors/vocabulary.ts";
import { finishSignIn, type Proof, type SignIn } from "./sign-in.ts";

/** The browser that signs in. */
export interface Browser {
  /** The session that it has, which a new one replaces. */
  current: string | null;
  /** Its `Cookie` header. */
  cookies: string | null;
  /** Set by signing in: the `Set-Cookie` by which it is known from now on. */
  knownBy: string | null;
}

/** Built at a request, never while building the program: it needs the keys. */
export async function authOptions(
  browser: Browser = { current: null, cookies: null, knownBy: null },
): Promise<NextAuthOptions> {
  const { keys } = await system();
  return {
    secret: keys.hmac("cookie", "next-auth"),
    session: { strategy: "jwt", maxAge: SESSION_MS_MAX / 1_000 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        // The password was checked before (lib/api/enter.ts), and is in the ticket.
        credentials: { ticket: {}, code: {}, passkey: {}, offer: {} },
        async authorize(credentials) {
          const { ticket = "", code = "", passkey = "", offer = "" } = credentials ?? {};
          if ([ticket, code, offer].some(({ length }) => length > FIELD_LENGTH_MAX)) return null;
          const shown = passkey === "" ? null : maybePasskey(passkey);
          if (passkey !== "" && shown === null) return null;
          const outcome = await finished({
            ticket,
            code,
            passkey: shown,
            offer: offer === "" ? null : offer,
            replaces: browser.current,
            cookies: browser.cookies,
          });
          if (!outcome.ok) throw new Error(outcome.rule);
          browser.knownBy = outcome.knownBy;
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

/** What next-auth is told goes into an address: of a fault, only that there was one. */
async function finished(proof: Proof): Promise<SignIn> {
  try {
    return await finishSignIn(proof);
  } catch (error) {
    logFault(error);
    throw new Error("unavailable", { cause: null });
  }
}

const FIELD_LENGTH_MAX = 1_000;
const PASSKEY_LENGTH_MAX = 15_000;

/** A form has texts only, so a passkey comes as JSON. @returns null for what no browser sends */
function maybePasskey(text: string): ShownPasskey | null {
  if (text.length > PASSKEY_LENGTH_MAX) return null;
  try {
    return ShownPasskey.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
