import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { copyFile, maybeCopied } from "./backup-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "attest-copies-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("copies what is there, and leaves nothing, not even an empty file, for what was destroyed meanwhile", async () => {
  const [from, to] = [join(folder, "bag"), join(folder, "to", "bag")];
  expect(await maybeCopied(from, to, "bag")).toBeNull();
  await expect(copyFile(from, to, "bag")).rejects.toThrow("ENOENT");
  expect(existsSync(to)).toBe(false);
  writeFileSync(from, "sealed");
  expect(await maybeCopied(from, to, "bag")).toMatchObject({ path: "bag", sizeBytes: 6 });
  expect(readFileSync(to, "utf8")).toBe("sealed");
  // What cannot be written is no destroyed file.
  await expect(maybeCopied(from, to, "bag")).rejects.toThrow("EEXIST");
});
