/**
 * Starts Attest: checks the settings, builds if needed, migrates, then serves until stopped.
 *   node bin/serve.mjs          the program, empty at first (npm start)
 *   node bin/serve.mjs --demo   with the two demo cases and accounts (npm run demo)
 *   node bin/serve.mjs --dev    with hot reload (npm run dev)
 */
import "./quick-imports.mjs";
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { buildIfStale } from "./build.mjs";
import { LOCKED_EXIT } from "./locked-exit.mjs";

const demo = process.argv.includes("--demo");
const dev = process.argv.includes("--dev");
const LOCKED = { lines: ["Locked: open the address above and type the passphrase of the keys."], extra: {} };

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function main() {
  if (demo) process.env.ATTEST_DATA ??= "data/demo";
  const { readEnv } = await import("../lib/platform/env.ts");
  const env = readEnv();
  await mustBeFree(env);
  mkdirSync(env.dataFolder, { recursive: true, mode: 0o700 });
  chmodSync(env.dataFolder, 0o700);
  if (!dev && buildIfStale() !== 0)
    throw new Error("The build failed; nothing was started. The lines above say why.");
  const { isUnderPassphrase } = await import("../lib/core/installation.ts");
  // The server asks for the passphrase itself, on its one page.
  await serve(env, isUnderPassphrase(env) ? LOCKED : await prepared(env));
}

async function prepared(env) {
  const say = (line) => console.log(line);
  const { prepare } = await import("../lib/core/prepare.ts");
  await prepare(env, say);
  const { system } = await import("../lib/core/system.ts");
  const sys = await system();
  const { makeReady } = await import("./ready.ts");
  await makeReady(sys, say);
  const welcome = demo ? await seedDemo() : await firstRun(sys);
  await sys.store.close();
  return welcome;
}

/** Asked before anything else: another program on the port would answer in our name. */
async function mustBeFree({ host, port }) {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, "listening");
  } catch (error) {
    const why =
      error.code === "EADDRINUSE" ? "is in use by another program" : `cannot be used (${error.code})`;
    throw new Error(`Port ${port} of ${host} ${why}. Set ATTEST_PORT to another port, or ATTEST_HOST.`);
  }
  probe.close();
  await once(probe, "close");
}

async function seedDemo() {
  const { loadDemo, demoWelcome } = await import("./demo.ts");
  await loadDemo((line) => console.log(line));
  return { lines: demoWelcome(), extra: { ATTEST_DEMO: "1" } };
}

/** Before the first account exists, whoever holds the terminal holds the one-time code. */
async function firstRun(sys) {
  const { accounts } = await import("../db/schema/index.ts");
  if ((await sys.store.read.$count(accounts)) > 0) return { lines: [], extra: {} };
  const code = randomBytes(9).toString("base64url");
  const hash = createHash("sha256").update(code).digest("hex");
  const lines = [
    `No account yet. Open the address above and make the first administrator with this one-time code:`,
    `  ${code}`,
  ];
  return { lines, extra: { ATTEST_SETUP_HASH: hash } };
}

async function serve(env, { lines, extra }) {
  const [program, args] = dev
    ? [join("node_modules", ".bin", "next"), ["dev", "-H", env.host, "-p", String(env.port)]]
    : [
        process.execPath,
        ["--import", "./bin/quick-imports.mjs", join("bin", "server.mjs"), env.host, String(env.port)],
      ];
  let child;
  const begin = () => {
    // A dump of its memory would hold keys and testimony.
    child = spawn("sh", ["-c", 'ulimit -c 0; exec "$0" "$@"', program, ...args], {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        ...extra,
        NODE_ENV: dev ? "development" : "production",
        ATTEST_DATA: env.dataFolder,
        NEXT_TELEMETRY_DISABLED: "1",
        NEXTAUTH_URL: env.url,
      },
    });
    child.stdout.resume();
    child.on("exit", (code, signal) => {
      if (code !== LOCKED_EXIT) process.exit(code ?? (signal === "SIGTERM" || signal === "SIGINT" ? 0 : 1));
      // Its memory is gone with it.
      console.log("Locked. Open the address and type the passphrase of the keys.");
      begin();
    });
  };
  begin();
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
  const address = `http://${env.host}:${env.port}`;
  if (!(await answers(`${address}/api/health`))) {
    child.kill("SIGTERM");
    throw new Error(`The server did not answer at ${address} within a minute. The lines above say why.`);
  }
  console.log(`Ready: ${address}`);
  for (const line of lines) console.log(line);
}

async function answers(url) {
  for (let attempt = 0; attempt < 240; attempt++) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return true;
    await pause(250);
  }
  return false;
}
