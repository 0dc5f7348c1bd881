import { mkdtempSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keysFrom, keysOf } from "./keys.ts";
import { recordKeys, recordKeysIn } from "./record-keys.ts";

const root = Buffer.alloc(32, 3);
const newFolder = () => recordKeysIn(mkdtempSync(join(tmpdir(), "attest-keys-")));
const shown = (key: { export(): Buffer } | null) => key?.export().toString("hex") ?? null;

test("a key that was made opens again, for its owner alone, and is gone when it is destroyed", () => {
  const folder = newFolder();
  const made = recordKeys(folder, keysFrom(root)).make("case", "one");
  expect(shown(recordKeys(folder, keysFrom(root)).open("case", "one"))).toBe(shown(made));
  expect(statSync(join(folder, "one")).mode & 0o077).toBe(0);
  const keys = recordKeys(folder, keysFrom(root));
  keys.destroy("one");
  keys.destroy("one");
  expect(keys.open("case", "one")).toBeNull();
  expect(keys.has("one")).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

test("a key is made once: a second one would lose what the first has sealed", () => {
  const keys = recordKeys(newFolder(), keysFrom(root));
  keys.make("case", "one");
  expect(() => keys.make("case", "one")).toThrow("already");
});

test("a key opens in its own compartment, under its own name and its own root only", () => {
  const folder = newFolder();
  const keys = recordKeys(folder, keysFrom(root));
  keys.make("case", "one");
  expect(() => keys.open("other", "one")).toThrow();
  expect(() => recordKeys(folder, keysFrom(Buffer.alloc(32, 4))).open("case", "one")).toThrow();
  writeFileSync(join(folder, "two"), readFileSync(join(folder, "one")));
  expect(() => keys.open("case", "two")).toThrow();
  const both = keysOf({ lookup: root, roots: [Buffer.alloc(32, 4), root] });
  expect(shown(recordKeys(folder, both).open("case", "one"))).not.toBeNull();
});

test("an id that leads out of the folder is refused", () => {
  const keys = recordKeys(newFolder(), keysFrom(root));
  for (const id of ["../master", "a/b", "", "."]) expect(() => keys.open("case", id)).toThrow("no id");
});

test("one damaged key stays as it is and keeps nobody from sealing the others anew", () => {
  const folder = newFolder();
  const next = Buffer.alloc(32, 4);
  const made = recordKeys(folder, keysFrom(root)).make("case", "one");
  writeFileSync(join(folder, "two"), "garbage");
  const both = recordKeys(folder, keysOf({ lookup: root, roots: [next, root] }));
  expect(both.broken()).toEqual(["two"]);
  expect(both.rewrap()).toEqual(["two"]);
  expect(shown(recordKeys(folder, keysFrom(next)).open("case", "one"))).toBe(shown(made));
  expect(() => both.open("case", "two")).toThrow();
});

test("a key whose destruction was cut off is no key, and is destroyed when it is asked for again", () => {
  const folder = newFolder();
  const keys = recordKeys(folder, keysFrom(root));
  keys.make("case", "one");
  renameSync(join(folder, "one"), join(folder, "one.going"));
  expect([keys.has("one"), keys.ids(), keys.open("case", "one")]).toEqual([false, [], null]);
  keys.destroy("one");
  expect(readdirSync(folder)).toEqual([]);
});
