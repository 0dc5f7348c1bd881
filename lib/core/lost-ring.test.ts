import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { migrate } from "#db/migrate.ts";
import { openStore } from "#db/store.ts";
import { readEnv } from "#lib/platform/env.ts";
import { ringPathIn } from "#lib/platform/key-ring.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { callerCode } from "./caller-code.ts";
import { makeInstallation } from "./installation.ts";

const rest = mkdtempSync(join(tmpdir(), "attest-lost-ring-"));
afterAll(() => rmSync(rest, { recursive: true, force: true }));

const ROOT = Buffer.alloc(32, 5);

it("makes no new keys for a database on a server in which people acted under others", async () => {
  const dataFolder = join(rest, "data");
  const env = readEnv({ ATTEST_DATA: dataFolder, DATABASE_URL: `pglite:${join(rest, "pg")}` });
  await migrate(env.databaseUrl, null);
  const store = await openStore(env.databaseUrl, null);
  await store.transact((tx) => callerCode(tx, keysFrom(ROOT), "an account", null));
  await store.close();

  await expect(makeInstallation(env)).rejects.toThrow("ring.json is missing");
  mkdirSync(join(dataFolder, "keys"), { recursive: true, mode: 0o700 });
  writeFileSync(env.keyFile, "06".repeat(32), { mode: 0o600 });
  await expect(makeInstallation(env)).rejects.toThrow("ring.json is missing");
  expect(existsSync(ringPathIn(dataFolder))).toBe(false);
  // The key file of a time before there were rings.
  writeFileSync(env.keyFile, ROOT.toString("hex"), { mode: 0o600 });
  expect((await makeInstallation(env)).keys.keyId).toBe(keysFrom(ROOT).keyId);
});
