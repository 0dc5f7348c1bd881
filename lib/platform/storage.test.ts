import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { keysFrom } from "./keys.ts";
import { plainFiles, sealPlainFiles } from "./plain-files.ts";
import { recordKeys, recordKeysIn } from "./record-keys.ts";
import { DamagedFile } from "./sealed-file.ts";
import { FileTooLarge, keepFile, maybeFile, removeFile, type Shelf } from "./storage.ts";

const rest = mkdtempSync(join(tmpdir(), "attest-storage-"));
afterAll(() => rmSync(rest, { recursive: true, force: true }));

const CASE = "k_one";
const CANARY = "pomegranate orchard";
const LONG = CANARY.repeat(10_000);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

let shelf: Shelf;
beforeEach(() => {
  shelf = { dataFolder: mkdtempSync(join(rest, "data-")), keys: keysFrom(Buffer.alloc(32, 5)) };
});

async function* inPieces(text: string, meanwhile = () => {}) {
  for (let at = 0; at < text.length; at += 30_000) {
    yield Buffer.from(text.slice(at, at + 30_000));
    meanwhile();
  }
}
const keep = (text: string, caseId = CASE) =>
  keepFile(shelf, caseId, inPieces(text), 1e6, async (file) => file.sha256);
const remove = (text: string) => removeFile(shelf, CASE, sha256(text), async () => false);
const keyIds = () => recordKeys(recordKeysIn(shelf.dataFolder), shelf.keys).ids();
const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
      )
    : [];
/** Sealed files, as they lie. */
const kept = () => filesIn(join(shelf.dataFolder, "files"));

/** The text of a kept file, `null` for none, or how it was refused. */
async function look(text: string, caseId = CASE) {
  try {
    const file = await maybeFile(shelf, caseId, sha256(text));
    return file && (await buffer(file.bytes())).toString("utf8");
  } catch (error) {
    return error instanceof DamagedFile ? "damaged" : error;
  }
}

/** Seals what lies open, and says how many files were and how many could not be. */
async function sealed() {
  const lines: string[] = [];
  await sealPlainFiles(shelf, (line) => lines.push(line));
  return lines.map((line) => Number.parseInt(line));
}

/** A file from before files were sealed. */
function plainFile(text: string, name = sha256(text)): string {
  const path = join(shelf.dataFolder, "files", CASE, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe("a file", () => {
  it("is never open on the disk, not while it comes in, and its name does not say its hash", async () => {
    let looks = 0;
    const open = () => filesIn(shelf.dataFolder).filter((file) => readFileSync(file).includes("pomegranate"));
    const body = inPieces(LONG, () => {
      looks += filesIn(shelf.dataFolder).length;
      expect(open()).toEqual([]);
    });
    await keepFile(shelf, CASE, body, 1e6, async () => undefined);
    expect(looks).toBeGreaterThan(0);
    expect(open()).toEqual([]);
    expect(kept()).toHaveLength(1);
    expect(filesIn(shelf.dataFolder).join()).not.toContain(sha256(LONG));
    expect(await look(LONG)).toBe(LONG);
    expect(await look(LONG, "k_two")).toBeNull();
  });

  it("leaves neither itself nor a key when it is too large or nothing notes it", async () => {
    await expect(keepFile(shelf, CASE, inPieces(LONG), 100, async () => undefined)).rejects.toThrow(
      FileTooLarge,
    );
    const refused = keepFile(shelf, CASE, inPieces(LONG), 1e6, () => Promise.reject(new Error("no")));
    await expect(refused).rejects.toThrow("no");
    expect([kept(), keyIds()]).toEqual([[], []]);
  });

  it("stays where the answer of what noted it was lost, or nobody can tell", async () => {
    for (const isNamed of [async () => true, () => Promise.reject(new Error("down"))]) {
      const lost = keepFile(
        shelf,
        CASE,
        inPieces(LONG),
        1e6,
        () => Promise.reject(new Error("lost")),
        isNamed,
      );
      await expect(lost).rejects.toThrow("lost");
      expect(await look(LONG)).toBe(LONG);
      await remove(LONG);
    }
  });

  it("goes with its key, and comes back when it is attached anew, whatever a stop has left of it", async () => {
    await keep(LONG);
    const [before = ""] = kept();
    const bytes = readFileSync(before);
    await remove(LONG);
    await remove(LONG);
    expect([kept(), keyIds(), await look(LONG)]).toEqual([[], [], null]);
    // Its key was destroyed, the file not yet: a copy from before is of no use.
    writeFileSync(before, bytes);
    expect(await look(LONG)).toBe("damaged");
    await keep(LONG);
    expect(await look(LONG)).toBe(LONG);
    // A new key was made, the file not yet in place.
    rmSync(before);
    await keep(LONG);
    expect([await look(LONG), kept().length, keyIds().length]).toEqual([LONG, 1, 1]);
  });

  it("that lies in the place of another, or of another case, is refused, also with its key", async () => {
    await keep("one");
    const [one = ""] = kept();
    await keep("two");
    const two = kept().find((file) => file !== one) ?? "";
    const swap = (a: string, b: string) => {
      renameSync(a, join(rest, "aside"));
      renameSync(b, a);
      renameSync(join(rest, "aside"), b);
    };
    swap(one, two);
    expect([await look("one"), await look("two")]).toEqual(["damaged", "damaged"]);
    const [first = "", second = ""] = keyIds().map((id) => join(recordKeysIn(shelf.dataFolder), id));
    swap(first, second);
    expect([await look("one"), await look("two")]).toEqual(["damaged", "damaged"]);
  });

  it("that was damaged is refused before a byte leaves, and whole again once it is attached anew", async () => {
    await keep(LONG);
    const [path = ""] = kept();
    const bytes = readFileSync(path);
    for (const damaged of [
      bytes.subarray(0, 70_000),
      bytes.subarray(0, 16),
      Buffer.alloc(bytes.length),
      LONG,
    ]) {
      writeFileSync(path, damaged);
      await expect(maybeFile(shelf, CASE, sha256(LONG))).rejects.toThrow(DamagedFile);
    }
    bytes[100_000] = (bytes[100_000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(await look(LONG)).toBe("damaged");
    const refused = keepFile(shelf, CASE, inPieces(LONG), 1e6, () => Promise.reject(new Error("no")));
    await expect(refused).rejects.toThrow("no");
    expect(await look(LONG)).toBe(LONG);
  });
});

describe("files from before they were sealed", () => {
  it("are read until they are sealed, if they are what their hash says", async () => {
    plainFile(LONG);
    plainFile("something else", sha256("as it was"));
    expect([await look(LONG), await look("as it was")]).toEqual([LONG, "damaged"]);
  });

  it("are sealed once, and again after a stop; what is not what it was stays as it is", async () => {
    const path = plainFile(LONG);
    const wrong = plainFile("something else", sha256("as it was"));
    const incoming = join(shelf.dataFolder, "files", "incoming", "half");
    mkdirSync(join(incoming, ".."), { recursive: true });
    writeFileSync(incoming, CANARY);
    recordKeys(recordKeysIn(shelf.dataFolder), shelf.keys).make(CASE, "w_of_somebody");
    expect(await sealed()).toEqual([1, 1]);
    expect([existsSync(path), existsSync(wrong), existsSync(incoming)]).toEqual([false, true, false]);
    expect(await look(LONG)).toBe(LONG);
    expect(keyIds()).toEqual([expect.stringMatching(/^f_[\da-f]{64}$/), "w_of_somebody"]);
    // The sealed one was written, the open one not yet taken away.
    plainFile(LONG);
    expect(await sealed()).toEqual([1, 1]);
    expect((await plainFiles(shelf.dataFolder)).map((file) => file.path)).toEqual([wrong]);
    await remove(LONG);
    plainFile(LONG);
    await remove(LONG);
    expect([await look(LONG), keyIds()]).toEqual([null, ["w_of_somebody"]]);
  });
});
