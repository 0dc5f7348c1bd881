/**
 * The browser tests, where nothing has a way out: in a network of their own that holds nothing but this machine itself.
 *   node bin/e2e.mjs ARGUMENTS      arguments for Playwright (npm run e2e)
 * Where the machine makes no such network, it says so, and the guards alone stand: e2e/fixtures/no-network.mjs in every
 * server, and a browser that resolves no name (playwright.config.ts). e2e/doors/no-way-out.spec.ts tests which it is.
 */
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Linux, without being root: namespaces of users and networks (unshare(1)), and the loopback device, which comes up by hand. */
const APART = ["unshare", "--map-root-user", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"];

const isApart = spawnSync(APART[0], [...APART.slice(1), "true"]).status === 0;
console.log(
  isApart
    ? "In a network without a route."
    : "NOT in a network of its own: this machine makes none (unshare --net). The guards alone keep the run from the network.",
);
const [command, ...args] = [...(isApart ? APART : []), "playwright", "test", ...process.argv.slice(2)];
// For what tests import of the program, and for the programs that they start, as `npm run` starts them.
const quick = `--import=${pathToFileURL(join(import.meta.dirname, "quick-imports.mjs")).href}`;
const env = { ...process.env, ATTEST_E2E_APART: isApart ? "1" : "0", NODE_OPTIONS: quick };
const child = spawn(command, args, { stdio: "inherit", env });
// A terminal and bin/test.mjs interrupt the whole group, and Playwright, which cleans up after the first, gives up at a second.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGINT"));
child.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on("exit", (code) => process.exit(code ?? 1));
