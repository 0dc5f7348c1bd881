/** The built product and the floor, each as a process of its own, and a signed-in session to ask the product with. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { codeAt } from "#lib/factors/rules.ts";
import { compressed } from "./first-load.ts";
import { BENCH_PASSWORD } from "./people.ts";

/** What is asked over HTTP. */
export interface Served {
  /** Asks the product's JSON door. @throws Error when it does not answer with 200 */
  ask(query: string, input: unknown): Promise<unknown>;
  /** Loads a page of the product. */
  page(path: string): Promise<string>;
  /** Asks the floor. */
  floor(question: string, input: unknown): Promise<unknown>;
  /** The bytes of a file of the product as they travel, compressed. */
  bytes(path: string): Promise<number>;
  close(): Promise<void>;
}

const ROOT = join(import.meta.dirname, "..", "..");
const READY_MS_MAX = 600_000;

/** Starts both over a generated database; the product is built first when its source has changed. */
export async function serve(folder: string, port: number): Promise<Served> {
  const product = spawn(process.execPath, [join(ROOT, "bin", "serve.mjs")], {
    cwd: ROOT,
    env: { ...process.env, ATTEST_DATA: folder, ATTEST_PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const floorServer = spawn(process.execPath, [join(import.meta.dirname, "floor-server.ts"), folder], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const close = async () => {
    await Promise.all([ended(product), ended(floorServer)]);
  };
  try {
    await lineOf(product, /^Ready: /);
    const floorAt = `http://127.0.0.1:${await lineOf(floorServer, /^\d+$/)}`;
    const at = `http://localhost:${port}`;
    const cookie = await signIn(at, "investigator1", join(folder, "app-secret"));
    return {
      ask: (query, input) => post(`${at}/api/v1/ask/${query}`, { input }, { cookie, origin: at }),
      page: async (path) => (await good(await fetch(`${at}${path}`, { headers: { cookie } }))).text(),
      floor: (question, input) => post(`${floorAt}/${question}`, input, {}),
      bytes: (path) => bytesOf(`${at}${path}`),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function post(url: string, body: unknown, headers: Record<string, string>): Promise<unknown> {
  const sent = {
    method: "POST",
    // The floor does not compress either.
    headers: { ...headers, "content-type": "application/json", "accept-encoding": "identity" },
    body: JSON.stringify(body),
  };
  return (await good(await fetch(url, sent))).json();
}

async function good(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`${response.status} from ${new URL(response.url).pathname}`);
  return response;
}

/**
 * Signs in as the sign-in page does: the password first, then a code of the app, which is connected the first time.
 * @param secretFile where the app's secret is kept between two runs
 * @returns the cookie of the session
 */
async function signIn(at: string, name: string, secretFile: string): Promise<string> {
  const entered = await post(`${at}/api/enter`, { name, password: BENCH_PASSWORD }, { origin: at });
  const { ticket, next } = (entered as { result: Entered }).result;
  if (next.kind === "first") writeFileSync(secretFile, next.offer.secret, { mode: 0o600 });
  const asked = await fetch(`${at}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const form = new URLSearchParams({
    csrfToken,
    ticket,
    code: codeAt(readFileSync(secretFile, "utf8"), Date.now()),
    offer: next.kind === "first" ? next.offer.offer : "",
    json: "true",
    callbackUrl: at,
  });
  const signed = await fetch(`${at}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie: cookiesOf(asked), origin: at, "content-type": "application/x-www-form-urlencoded" },
    body: form,
    redirect: "manual",
  });
  const cookie = cookiesOf(signed);
  if (!cookie.includes("session-token")) throw new Error(`${name} could not sign in: ${signed.status}`);
  return cookie;
}

interface Entered {
  ticket: string;
  next: { kind: "code" } | { kind: "first"; offer: { secret: string; offer: string } };
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((one) => one.slice(0, one.indexOf(";")))
    .join("; ");

/** As a browser would get them: the server compresses. */
async function bytesOf(url: string): Promise<number> {
  const response = await good(await fetch(url));
  return compressed(await response.arrayBuffer());
}

function lineOf(child: ChildProcess, wanted: RegExp): Promise<string> {
  const { stdout } = child;
  if (!stdout) throw new Error("nothing can be read of this process");
  return new Promise((found, lost) => {
    const lines = createInterface({ input: stdout });
    const timer = setTimeout(() => lost(new Error("a server was not ready in time")), READY_MS_MAX);
    lines.on("line", (line) => {
      if (!wanted.test(line)) return;
      clearTimeout(timer);
      found(line);
    });
    child.once("exit", (code) => lost(new Error(`a server ended with ${code}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
}
