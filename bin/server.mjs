/**
 * The server of the built program: the JSON doors answer by themselves, everything else is Next's.
 *   node bin/server.mjs HOST PORT      started by bin/serve.mjs, which has checked the settings and, where no passphrase is needed, migrated
 * While the keys are under a passphrase that nobody has typed, nothing of the program is loaded and one page answers
 * (lib/locked). Locking ends this process, and with it every key in memory: bin/serve.mjs starts it again, locked.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import next from "next";
import { isUnderPassphrase } from "../lib/core/installation.ts";
import { readEnv } from "../lib/platform/env.ts";
import { answeredInFront } from "../lib/platform/front.ts";
import { LOCKED_EXIT } from "./locked-exit.mjs";
import { whileLocked } from "./while-locked.mjs";

const LOCK_WAIT_MS = 2_000;

const [host, port] = process.argv.slice(2);
const env = readEnv();
const isHttps = new URL(env.url).protocol === "https:";
const isLockable = isUnderPassphrase(env);

async function openProgram() {
  const app = next({ dev: false, hostname: host, port: Number(port) });
  await app.prepare();
  const pages = app.getRequestHandler();
  return async (request, response) => {
    // Opened by instrumentation.ts, from within what Next has built (lib/api/node-door.ts).
    if (!globalThis.attestDoors?.(request, response)) await pages(request, response);
  };
}

let lastAsked = performance.now();
let answer = isLockable
  ? await whileLocked(env, async () => {
      answer = await openProgram();
      lastAsked = performance.now();
    })
  : await openProgram();

const server = createServer((request, response) => {
  // A probe of whoever watches the machine is nobody's work.
  if (request.url !== "/api/health") lastAsked = performance.now();
  if (answeredInFront(request, response, isHttps)) return;
  answer(request, response).catch((error) => {
    console.error(error);
    response.destroy();
  });
});
server.listen(Number(port), host);
await once(server, "listening");

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => stop(0));

if (isLockable) {
  globalThis.attestLock = () => stop(LOCKED_EXIT);
  if (env.lockMs !== null)
    setInterval(() => {
      const isOpen = globalThis.attestDoors !== undefined;
      if (isOpen && performance.now() - lastAsked > env.lockMs) stop(LOCKED_EXIT);
    }, 1_000).unref();
}

/** Lets those who are being answered have their answer; a lock waits for nobody for long. */
function stop(code) {
  server.close(() => process.exit(code));
  server.closeIdleConnections();
  if (code === LOCKED_EXIT) setTimeout(() => process.exit(code), LOCK_WAIT_MS).unref();
}
