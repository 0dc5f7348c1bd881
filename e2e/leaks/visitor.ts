/** A person without a browser: signs in and knocks at the doors as the program's own pages do. */
import { codeAt } from "#lib/factors/rules.ts";

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

export interface Visitor {
  /** What a browser would keep. */
  cookies(): Readonly<Record<string, string>>;
  send(path: string, init: RequestInit): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  command(name: string, input: unknown): Promise<Answer>;
  ask(name: string, input: unknown): Promise<Answer>;
}

/** Somebody whom nobody knows yet. */
export function aVisitor(baseURL: string): Visitor {
  const jar: Record<string, string> = {};
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const cookie = Object.entries(jar)
      .map(([name, value]) => `${name}=${value}`)
      .join("; ");
    const headers = { ...(init.headers as Record<string, string> | undefined), cookie };
    const response = await fetch(baseURL + path, { redirect: "manual", ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar[name] = value;
    }
    const text = await response.text();
    return { status: response.status, body: objectIn(text) };
  };
  const post = (path: string, body: unknown) =>
    send(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  return {
    cookies: () => jar,
    send,
    post,
    command: (name, input) => post(`/api/v1/${name}`, { input, requestId: crypto.randomUUID() }),
    ask: (name, input) => post(`/api/v1/ask/${name}`, { input }),
  };
}

/** Text that is no object is kept under `text`. */
function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : { text };
  } catch {
    return { text };
  }
}

/** Signs somebody in: with the code that the demo shows, or with the first app of a new account. */
export async function signedIn(baseURL: string, name: string, password: string): Promise<Visitor> {
  const visitor = aVisitor(baseURL);
  const { status, body } = await visitor.post("/api/enter", { name, password });
  if (status !== 200) throw new Error(`not signed in: ${status}`);
  const { ticket, next, demoCode } = body["result"] as {
    ticket: string;
    next: { kind: string; offer?: { secret: string; offer: string } };
    demoCode: string | null;
  };
  const { secret, offer } = next.offer ?? { secret: "", offer: "" };
  const code = next.kind === "first" ? codeAt(secret.replaceAll(/\s/g, ""), Date.now()) : (demoCode ?? "");
  await secondStep(visitor, { ticket, code, offer });
  if (!Object.keys(visitor.cookies()).some((cookie) => cookie.includes("session-token")))
    throw new Error("no session");
  return visitor;
}

/** Sends the second step, right or wrong. */
export async function secondStep(
  visitor: Visitor,
  fields: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { body } = await visitor.send("/api/auth/csrf", {});
  const csrfToken = String(body["csrfToken"]);
  const form = new URLSearchParams({ ...fields, csrfToken, callbackUrl: "/sign-in", json: "true" });
  return visitor.send("/api/auth/callback/credentials", { method: "POST", body: form });
}
