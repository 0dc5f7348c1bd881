import { demoPort } from "./fixtures/demo-port.ts";
import { startServer } from "./fixtures/server.ts";

/** Starts the demonstration once for all tests; what is returned stops it. Tests find its data folder in ATTEST_E2E_DATA. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env["ATTEST_E2E_DATA"]) return async () => {}; // a demonstration that already runs on the port, while writing tests
  const server = await startServer({ port: demoPort });
  process.env["ATTEST_E2E_DATA"] = server.dataFolder;
  return server.stop;
}
