import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { migrate } from "#db/migrate.ts";
import { opensWith } from "#db/cipher.ts";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { readEnv } from "#lib/platform/env.ts";
import { layTestKeys } from "#lib/testing/test-keys.ts";
import { openInstallation } from "./installation.ts";
import { prepare } from "./prepare.ts";
import { rotateKeys } from "./rotation.ts";
import { closeSystem } from "./system.ts";

const fault = { after: true };
vi.mock("#db/swap-file.ts", async (original) => {
  const real = await original<typeof import("#db/swap-file.ts")>();
  const swapFileKey: typeof real.swapFileKey = (...args) => {
    if (fault.after) real.swapFileKey(...args);
    throw new Error("EIO");
  };
  return { ...real, swapFileKey };
});

const rest = mkdtempSync(join(tmpdir(), "attest-rotation-"));
afterAll(() => rmSync(rest, { recursive: true, force: true }));

it("opens after a rotation that failed, whether or not the file had come to its place already", async () => {
  const base = join(rest, "base");
  layTestKeys(base);
  await migrate(`file:${join(base, "attest.sqlite")}`, TEST_FILE_KEY);
  for (const after of [true, false]) {
    fault.after = after;
    const folder = join(rest, `after-${after}`);
    cpSync(base, folder, { recursive: true });
    const env = readEnv({ ATTEST_DATA: folder });
    const before = await openInstallation(env);
    await expect(rotateKeys(env, before)).rejects.toThrow("EIO");
    expect(opensWith(join(folder, "attest.sqlite"), before.fileKey)).toBe(!after);
    const { ring, fileKey } = await prepare(env, () => undefined);
    await closeSystem();
    expect(ring.next).toBeNull();
    expect(opensWith(join(folder, "attest.sqlite"), fileKey)).toBe(true);
  }
});
