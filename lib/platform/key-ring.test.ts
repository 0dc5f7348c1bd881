import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  keysOfRing,
  newRing,
  newRoots,
  openRing,
  readRingFile,
  ringPathIn,
  saveRing,
  WrongSecret,
} from "./key-ring.ts";
import { keysFrom } from "./keys.ts";
import { newPassphraseCost, passphraseAsMeant, secretOfPassphrase } from "./master-secret.ts";

const secret = Buffer.alloc(32, 1);
const newFolder = () => mkdtempSync(join(tmpdir(), "attest-ring-"));
const reread = (folder: string) => {
  const file = readRingFile(folder);
  if (!file) throw new Error("no ring");
  return file;
};

test("a ring opens by its secret and by no other, and holds no key in the clear", () => {
  const folder = newFolder();
  const ring = newRing(null);
  saveRing(folder, ring, { source: "key" }, secret);
  expect(openRing(reread(folder), secret)).toEqual(ring);
  expect(() => openRing(reread(folder), Buffer.alloc(32, 2))).toThrow(WrongSecret);
  const text = readFileSync(ringPathIn(folder), "utf8");
  for (const key of [ring.lookup, ring.current.seal, ring.current.file, secret])
    expect(text).not.toContain(key.toString("hex"));
});

test("every flipped bit of a ring is refused", () => {
  const folder = newFolder();
  saveRing(folder, newRing(null), { source: "key" }, secret);
  const file = reread(folder);
  const bytes = Buffer.from(file.sealed, "base64url");
  for (let at = 0; at < bytes.length; at += 1) {
    const bad = Buffer.from(bytes);
    bad[at] = (bad[at] ?? 0) ^ 1;
    expect(() => openRing({ ...file, sealed: bad.toString("base64url") }, secret)).toThrow(WrongSecret);
  }
});

test("whoever makes the passphrase cheaper to guess makes the ring unreadable, and a damaged file is named", () => {
  const folder = newFolder();
  const cost = newPassphraseCost();
  saveRing(folder, newRing(null), cost, secret);
  const file = reread(folder);
  expect(() => openRing({ ...file, master: { ...cost, passes: 1 } }, secret)).toThrow(WrongSecret);
  for (const damage of ["", "{", "{}", JSON.stringify({ ...file, master: { ...cost, memoryKiB: 8 } })]) {
    writeFileSync(ringPathIn(folder), damage);
    expect(() => readRingFile(folder)).toThrow("is damaged");
  }
});

test("a passphrase is the same however a keyboard composes its letters, in Arabic too, and another one is another", async () => {
  const cost = { ...newPassphraseCost(), memoryKiB: 47_104, passes: 1 };
  const typed = "قهوة المساء café لا تنسى ١٢";
  const same = [typed.normalize("NFD"), `  ${typed} `, typed.replace("لا", "ﻻ")];
  const wanted = await secretOfPassphrase(typed, cost);
  for (const other of same) expect(await secretOfPassphrase(other, cost)).toEqual(wanted);
  expect(await secretOfPassphrase(typed.replace("ة", "ه"), cost)).not.toEqual(wanted);
  expect(passphraseAsMeant(" ﺳﻼم ")).toBe("سلام");
});

test("what was sealed and hashed before there were rings opens and is found under one", () => {
  const old = keysFrom(secret);
  const keys = keysOfRing(newRing(secret));
  expect(keys.open("here", old.seal("here", Buffer.from("words"))).toString()).toBe("words");
  expect(keys.hmac("row", "words")).toBe(old.hmac("row", "words"));
});

test("after a rotation the new keys seal, the old ones open still, and what is found by a hash is found", () => {
  const before = newRing(null);
  const next = newRoots();
  const after = { ...before, current: next, former: [before.current.seal] };
  const sealed = keysOfRing(before).seal("here", Buffer.from("words"));
  expect(keysOfRing(after).open("here", sealed).toString()).toBe("words");
  expect(() => keysOfRing({ ...after, former: [] }).open("here", sealed)).toThrow("not here");
  expect(() =>
    keysOfRing(before).open("here", keysOfRing(after).seal("here", Buffer.from("words"))),
  ).toThrow();
  expect(keysOfRing(after).hmac("row", "words")).toBe(keysOfRing(before).hmac("row", "words"));
});
