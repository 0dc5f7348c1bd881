import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./e2e/fixtures/chromium.ts";
import { demoPort } from "./e2e/fixtures/demo-port.ts";

const executablePath = chromiumPath();
const long = process.env["ATTEST_LONG"] === "1";

/** Journeys whose rules commands, doors and rooms test too, which take more time than a run on a slow machine has. */
const RARE = [
  "custodians",
  "key-to-codes",
  "looked-after",
  "no-harm",
  "open-id",
  "passkey",
  "pause",
  "recipient",
  "seeing",
  "teamwork",
  "views",
];

/** What has a lane of its own, npm run test:long: by "@long" in its title, or by its file, whose path Playwright puts before the title. */
const LONG = new RegExp(`@long|journeys/(?:${RARE.join("|")})\\.spec\\.ts`);

// One browser, one worker, one demo server for a run (e2e/global-setup.ts).
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/global-setup.ts",
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: long ? 600_000 : 90_000,
  expect: { timeout: 15_000 }, // a machine may have other work; what is right shows itself at once all the same
  reporter: [["line"], ["json", { outputFile: process.env["ATTEST_E2E_REPORT"] ?? "test-results/e2e.json" }]],
  ...(long ? { grep: LONG } : { grepInvert: LONG }),
  use: {
    baseURL: `http://localhost:${demoPort}`,
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: "off", // a picture of each step takes the browser as long as the step; `--trace on` for one test
    video: "off", // Playwright records with an ffmpeg of its own, which it would have to download
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        "--disable-gpu", // there is none, and drawing as if there were takes longer
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // No name but our own leads anywhere: what works here works without a network.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
      ],
    },
  },
});
