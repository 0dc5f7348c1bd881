import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { CLIENT } from "#lib/identities/testing/provider.ts";
import { demoPort, PROVIDER_NAME, providerPort } from "./fixtures/demo-port.ts";
import { startServer } from "./fixtures/server.ts";

/**
 * Starts the demonstration once for all tests, on a machine that it cannot leave; what is returned stops it, and fails
 * the run when the server tried. Tests find its data folder in ATTEST_E2E_DATA.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env["ATTEST_E2E_DATA"]) return async () => {}; // a demonstration that already runs on the port, while writing tests
  const notes = join(mkdtempSync(join(tmpdir(), "attest-network-")), "reached");
  const preload = pathToFileURL(join(import.meta.dirname, "fixtures/no-network.mjs")).href;
  const server = await startServer({
    port: demoPort,
    env: {
      ATTEST_NETWORK_NOTES: notes,
      ATTEST_OIDC_ISSUER: `http://localhost:${providerPort}`,
      ATTEST_OIDC_CLIENT_ID: CLIENT.clientId,
      ATTEST_OIDC_CLIENT_SECRET: CLIENT.clientSecret,
      ATTEST_OIDC_NAME: PROVIDER_NAME,
      NODE_OPTIONS: [process.env["NODE_OPTIONS"], `--import=${preload}`].filter(Boolean).join(" "),
    },
  });
  process.env["ATTEST_E2E_DATA"] = server.dataFolder;
  return async () => {
    await server.stop();
    const reached = existsSync(notes) ? readFileSync(notes, "utf8").trim() : "";
    rmSync(dirname(notes), { recursive: true, force: true });
    if (reached !== "") throw new Error(`The server tried to reach other machines:\n${reached}`);
  };
}
