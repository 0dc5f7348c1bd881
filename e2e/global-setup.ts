import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLIENT } from "#lib/identities/testing/provider.ts";
import { demoPort, mailPort, PROVIDER_NAME, providerPort } from "./fixtures/demo-port.ts";
import { startServer } from "./fixtures/server.ts";
import { faultsOfFiles, faultsOfTrace } from "./leaks/after-run.ts";

/**
 * Starts the demonstration once for all tests, on a machine that it cannot leave; what is returned stops it, and fails
 * the run when a server tried, or when a canary is where nothing that was typed may be. Tests find its data folder in
 * ATTEST_E2E_DATA.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env["ATTEST_E2E_DATA"]) return async () => {}; // a demonstration that already runs on the port, while writing tests
  const began = Date.now();
  const trace = mkdtempSync(join(tmpdir(), "attest-trace-"));
  process.env["ATTEST_TRACE"] = trace;
  const server = await startServer({
    port: demoPort,
    env: {
      ATTEST_OIDC_ISSUER: `http://localhost:${providerPort}`,
      ATTEST_OIDC_CLIENT_ID: CLIENT.clientId,
      ATTEST_OIDC_CLIENT_SECRET: CLIENT.clientSecret,
      ATTEST_OIDC_NAME: PROVIDER_NAME,
      ATTEST_SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      ATTEST_SMTP_FROM: "attest@house.example",
    },
  });
  process.env["ATTEST_E2E_DATA"] = server.dataFolder;
  return async () => {
    const faults = await faultsOfFiles({ dataFolder: server.dataFolder, build: ".next", trace, began });
    await server.stop();
    faults.push(...faultsOfTrace(trace));
    rmSync(trace, { recursive: true, force: true });
    if (faults.length > 0) throw new Error(`After the run:\n${faults.join("\n")}`);
  };
}
