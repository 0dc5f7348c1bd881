import { startServer } from "./fixtures/server.ts";

const DEMO_PORT = 3111;

/** Starts the demonstration once for all tests; what is returned stops it. Tests find its data folder in ATTEST_E2E_DATA. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const server = await startServer({ port: DEMO_PORT });
  process.env["ATTEST_E2E_DATA"] = server.dataFolder;
  return server.stop;
}
