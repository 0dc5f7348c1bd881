/** Keys on a disk as the program lays them, for tests that start its tools: those under which every test's database is written. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { saveRing } from "#lib/platform/key-ring.ts";
import type { Custodians } from "#lib/platform/recovery-slot.ts";

/** Root of all that a test's world seals and hashes; also its master secret. */
export const TEST_ROOT = Buffer.alloc(32, 7);

/** Lays the key file and the ring into a data folder. @returns the path of the key file */
export function layTestKeys(
  dataFolder: string,
  fileKey = TEST_FILE_KEY,
  custodians: Custodians | null = null,
): string {
  const keyFile = join(dataFolder, "keys", "master.key");
  mkdirSync(join(dataFolder, "keys"), { recursive: true, mode: 0o700 });
  writeFileSync(keyFile, `${TEST_ROOT.toString("hex")}\n`, { mode: 0o600 });
  const ring = {
    lookup: TEST_ROOT,
    current: { seal: TEST_ROOT, file: fileKey },
    next: null,
    former: [],
    custodians,
  };
  saveRing(dataFolder, ring, { source: "key" }, TEST_ROOT);
  return keyFile;
}
