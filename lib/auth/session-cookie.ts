/** The session id in next-auth's cookie; the one place that opens it. */
import { cookies } from "next/headers";
import { decode, getToken } from "next-auth/jwt";
import { authOptions } from "./options.ts";

/** What was in a cookie that was opened before, and until when it counts (ms since 1970). */
interface Opened {
  sessionId: string;
  until: number;
}

const OPENED_MAX = 1_000;
const MS_IN_SECOND = 1_000;
const opened = new Map<string, Opened>();

/**
 * Opens the cookie of this request, and writes none: next-auth's own session would be sealed anew for each answer, and thrown
 * away. Deriving the key takes longer than most questions, so what a cookie held is remembered. That proves nothing: the
 * session behind it is looked up at every request (`maybeSignedIn`).
 * @param header the `Cookie` of a request at a door; without it, what Next holds of the page that is made
 * @returns the session's id, or null without a cookie that this program has sealed
 */
export async function sessionInCookie(header?: string | null): Promise<string | null> {
  const jar = header === undefined ? await jarOfPage() : jarIn(header ?? "");
  const sealed = await getToken({ req: asRequest(jar), raw: true });
  if (!sealed) return null;
  const known = opened.get(sealed);
  if (known && known.until > Date.now()) return known.sessionId;
  const fresh = await open(sealed);
  if (!fresh) {
    opened.delete(sealed);
    return null;
  }
  if (opened.size >= OPENED_MAX) opened.clear();
  opened.set(sealed, fresh);
  return fresh.sessionId;
}

const jarOfPage = async () =>
  Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));

/** The cookies of a header (RFC 6265 §4.2.1). What next-auth seals needs no decoding. */
const jarIn = (header: string): Record<string, string> =>
  Object.fromEntries(
    header.split(";").map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );

async function open(token: string): Promise<Opened | null> {
  const { secret } = await authOptions();
  if (!secret) return null;
  const held = await decode({ token, secret }).catch(() => null);
  const sessionId = held?.["sid"];
  const expires = held?.["exp"];
  if (typeof sessionId !== "string" || typeof expires !== "number") return null;
  return { sessionId, until: expires * MS_IN_SECOND };
}

/** Guarantee: of a request, next-auth reads the cookies and the headers alone; a bearer token opens nothing here. */
function asRequest(jar: Record<string, string>): Parameters<typeof getToken>[0]["req"] {
  return { cookies: jar, headers: {} } as Parameters<typeof getToken>[0]["req"];
}
