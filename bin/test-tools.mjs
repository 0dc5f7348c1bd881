// Finds, or installs, what the tests need beside node_modules: Chromium, pdftotext, unzip, python3 and openssl.
import { spawnSync } from "node:child_process";
import { chromiumPath, hasShell } from "../e2e/fixtures/chromium.ts";

const PACKAGES = { pdftotext: "poppler-utils", unzip: "unzip", python3: "python3", openssl: "openssl" };

const has = (command) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;

/** @returns {string[]} the command that runs others as root, or none when this user may not install anything */
function asRoot() {
  if (process.getuid?.() === 0) return ["env"];
  return spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n"] : [];
}

/** Installs Debian packages; does nothing where that is not possible. */
async function install(run, packages) {
  const [command, ...rest] = asRoot();
  if (!command || !has("apt-get")) return;
  const apt = [command, ...rest, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
  await run([...apt, "update"]);
  await run([...apt, "install", "-y", "--no-install-recommends", ...packages]);
}

/**
 * Makes sure of the tools.
 * @param {(command: string[]) => Promise<unknown>} run runs a command and keeps its output
 * @param {{ browser: boolean }} wanted
 * @returns {Promise<string[]>} what is still missing
 */
export async function provide(run, { browser }) {
  const lacking = () => Object.keys(PACKAGES).filter((command) => !has(command));
  const packages = lacking().map((command) => PACKAGES[command]);
  if (packages.length > 0) await install(run, packages);
  // Nobody's machine gets a second browser, but one that is there for tests alone gets the quicker one.
  const isForTests = process.env.CI && !process.env.CHROMIUM_PATH;
  if (browser && (isForTests ? !hasShell() : !chromiumPath()))
    await install(run, ["chromium-headless-shell"]);
  if (browser && !chromiumPath()) await install(run, ["chromium"]);
  if (browser && !chromiumPath()) await run(["npx", "playwright", "install", "chromium"]);
  return [...lacking(), ...(browser && !chromiumPath() ? ["chromium"] : [])];
}
