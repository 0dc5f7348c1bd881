/**
 * The server of the built program: the JSON doors answer by themselves, everything else is Next's.
 *   node bin/server.mjs HOST PORT      started by bin/serve.mjs, which has checked the settings and, where no passphrase is needed, migrated
 * While the keys are under a passphrase that nobody has typed, nothing of the program is loaded and one page answers
 * (lib/locked). Locking ends this process, and with it every key in memory: bin/serve.mjs starts it again, locked.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import next from "next";
import { isUnderPassphrase } from "../lib/core/installation.ts";
import { readEnv } from "../lib/platform/env.ts";
import { answeredInFront } from "../lib/platform/front.ts";
import { noteUse } from "../lib/platform/last-use.ts";
import { LOCKED_EXIT } from "./locked-exit.mjs";
import { whileLocked } from "./while-locked.mjs";

const LOCK_WAIT_MS = 2_000;
/** The start after it signs what was not signed at an end. */
const SIGN_WAIT_MS = 5_000;
/** No upload and no download takes longer. */
const OPEN_MS_MAX = 60 * 60_000;

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

noteUse();
let answer = isLockable
  ? await whileLocked(env, async () => {
      answer = await openProgram();
      noteUse();
    })
  : await openProgram();

/** Requests that are still being answered. */
const open = new Set();
/** Somebody signed in after it began, so it may be theirs: an upload, or a file that is fetched. Nobody holds the lock off for longer. */
const isAtWork = ({ begun }) => globalThis.attestUsedAt >= begun && performance.now() - begun < OPEN_MS_MAX;

const server = createServer((request, response) => {
  const asked = { begun: performance.now() };
  open.add(asked);
  response.once("close", () => {
    if (isAtWork(asked)) noteUse();
    open.delete(asked);
  });
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
      if (globalThis.attestDoors === undefined || [...open].some(isAtWork)) return;
      if (performance.now() - globalThis.attestUsedAt > env.lockMs) stop(LOCKED_EXIT);
    }, 1_000).unref();
}

async function end(code) {
  // Opened by instrumentation.ts; a program that is locked, or has not begun, has nothing to sign.
  await Promise.race([globalThis.attestAtEnd?.(), pause(SIGN_WAIT_MS)]).catch(() => undefined);
  process.exit(code);
}

/** Lets those who are being answered have their answer and signs the log as it is then; a lock waits for nobody for long. */
function stop(code) {
  server.close(() => void end(code));
  server.closeIdleConnections();
  if (code === LOCKED_EXIT) setTimeout(() => process.exit(code), LOCK_WAIT_MS).unref();
}
