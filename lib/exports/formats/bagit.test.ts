import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { writeBag, type BagRequest, type PayloadFile } from "./bagit.ts";
import { manifestPath } from "./bagit/paths.ts";

const root = join(import.meta.dirname, "../../..");
const checker = join(root, "docs/verify/check-bag.py");
const scratch = mkdtempSync(join(tmpdir(), "attest-bag-"));
let count = 0;
let folder = "";
beforeEach(() => {
  folder = join(scratch, String((count += 1)));
  mkdirSync(folder);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const text = (path: string, content: string): PayloadFile => ({ path, bytes: Buffer.from(content) });

/** A bag with odd names, an empty file and a file read from disk. */
function aBag(changes: Partial<BagRequest> = {}): BagRequest {
  const onDisk = join(folder, "exhibit.bin");
  writeFileSync(onDisk, Buffer.alloc(300_000, 7));
  return {
    name: "X-7Q2M",
    payload: [
      text("dossier.json", '{"a":1}\n'),
      text("شهادة/الفقرة 1.txt", "كنتُ في البيت"),
      text("odd/100%.txt", "percent"),
      text("odd/two\nlines.txt", "line break in a name"),
      text("empty.txt", ""),
      { path: "exhibits/exhibit.bin", file: onDisk },
    ],
    info: [
      ["External-Identifier", "X-7Q2M"],
      ["Bag-Group-Identifier", "TR-RUMMAN"],
    ],
    at: new Date("2026-03-04T09:15:30Z"),
    outputPath: join(folder, "out.zip"),
    through: () => new PassThrough(),
    ...changes,
  };
}

/** What the independent checker says of a bag. */
function verdict(path: string): { exit: number | null; says: string } {
  const run = spawnSync("python3", [checker, path], { encoding: "utf8" });
  return { exit: run.status, says: run.stdout + run.stderr };
}

/** A bag on disk; without the name that holds a line break, which unzip would change. */
async function unpackedBag(changes: Partial<BagRequest> = {}): Promise<string> {
  const all = aBag(changes);
  const bag = { ...all, payload: all.payload.filter(({ path }) => !path.includes("\n")) };
  await writeBag(bag);
  execFileSync("unzip", ["-q", bag.outputPath, "-d", folder]);
  return join(folder, bag.name);
}

function flipByte(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe("a bag", () => {
  it("is accepted by sha256sum, sha512sum and a checker that shares no code with its writer", async () => {
    const plainNames = aBag().payload.filter(({ path }) => !/[%\n]/.test(path)); // sha256sum knows no percent-encoding
    const bag = await unpackedBag({ payload: plainNames });
    for (const algorithm of ["sha256", "sha512"]) {
      const said = execFileSync(
        `${algorithm}sum`,
        ["-c", `manifest-${algorithm}.txt`, `tagmanifest-${algorithm}.txt`],
        { cwd: bag, encoding: "utf8" },
      );
      expect(said.match(/: OK$/gm)?.length).toBe(plainNames.length + 4);
    }
    expect(verdict(bag)).toEqual({ exit: 0, says: expect.stringMatching(/^VALID: 8 files/) as string });
  });

  it("is valid as a folder and as a ZIP file, with percent signs and line breaks in names", async () => {
    const bag = aBag();
    await writeBag(bag);
    expect(verdict(bag.outputPath).says).toMatch(/^VALID: 10 files/);
    execFileSync("unzip", ["-q", bag.outputPath, "-d", folder]);
    expect(readFileSync(join(folder, "X-7Q2M", "manifest-sha256.txt"), "utf8")).toContain(
      "  data/odd/100%25.txt\n",
    );
    expect(readFileSync(join(folder, "X-7Q2M", "manifest-sha256.txt"), "utf8")).toContain(
      "  data/odd/two%0Alines.txt\n",
    );
    expect(manifestPath("a\r%0A")).toBe("a%0D%250A");
  });

  it("says what it is in bagit.txt and bag-info.txt", async () => {
    const bag = await unpackedBag();
    expect(readFileSync(join(bag, "bagit.txt"), "utf8")).toBe(
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    );
    const octets = aBag()
      .payload.filter(({ path }) => !path.includes("\n"))
      .reduce((sum, file) => sum + ("file" in file ? 300_000 : file.bytes.length), 0);
    expect(readFileSync(join(bag, "bag-info.txt"), "utf8")).toBe(
      `External-Identifier: X-7Q2M\nBag-Group-Identifier: TR-RUMMAN\nBagging-Date: 2026-03-04\nPayload-Oxum: ${octets}.5\n`,
    );
  });

  it("is the same to the byte for the same files in any order, at any hour, in any time zone", async () => {
    const first = await writeBag(aBag());
    const shuffled = await writeBag(
      aBag({ payload: aBag().payload.toReversed(), outputPath: join(folder, "again.zip") }),
    );
    expect(shuffled).toEqual(first);
    const program = `import { PassThrough } from "node:stream";
      import { writeBag } from ${JSON.stringify(join(import.meta.dirname, "bagit.ts"))};
      const bytes = Buffer.from("x"); const at = new Date("2026-03-29T01:30:00Z");
      console.log((await writeBag({ name: "B", payload: [{ path: "a.txt", bytes }], info: [], at, outputPath: process.argv[1], through: () => new PassThrough() })).sha256);`;
    const sums = ["UTC", "America/St_Johns", "Asia/Damascus", "Europe/Berlin", "Pacific/Apia"].map(
      (zone, index) =>
        execFileSync(process.execPath, ["--input-type=module", "-e", program, join(folder, `${index}.zip`)], {
          encoding: "utf8",
          env: { ...process.env, TZ: zone },
        }),
    );
    expect(new Set(sums).size).toBe(1);
  });

  it("tells its size and checksum truly", async () => {
    const bag = aBag();
    const { sha256, sizeBytes, files } = await writeBag(bag);
    const bytes = readFileSync(bag.outputPath);
    expect(sizeBytes).toBe(bytes.length);
    expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(files).toHaveLength(bag.payload.length + 6);
  });
});

describe("a bag that was touched", () => {
  const targets: [string, number, RegExp][] = [
    [
      "data/dossier.json",
      2,
      /data\/dossier\.json was changed: it does not match manifest-sha256\.txt, manifest-sha512\.txt/,
    ],
    ["data/exhibits/exhibit.bin", 200_000, /data\/exhibits\/exhibit\.bin was changed/],
    ["data/شهادة/الفقرة 1.txt", 0, /data\/شهادة\/الفقرة 1\.txt was changed/],
    ["manifest-sha256.txt", 3, /manifest-sha256\.txt was changed: it does not match tagmanifest/],
    ["tagmanifest-sha512.txt", 3, /does not match tagmanifest-sha512\.txt/],
    ["bag-info.txt", 25, /bag-info\.txt was changed/],
    ["bagit.txt", 8, /bagit\.txt does not declare a bag|bagit\.txt was changed/],
  ];
  it.each(targets)(
    "is refused when one byte of %s is flipped, and the file is named",
    async (path, at, sentence) => {
      const bag = await unpackedBag();
      flipByte(join(bag, path), at);
      const { exit, says } = verdict(bag);
      expect(exit).toBe(1);
      expect(says).toMatch(sentence);
      expect(says).toContain("NOT VALID");
    },
  );

  it("is refused as a ZIP file when any one of many bytes is flipped", async () => {
    const bag = aBag();
    await writeBag(bag);
    const whole = readFileSync(bag.outputPath);
    const content = whole.indexOf('{"a":1}');
    for (const at of [
      content + 2,
      whole.indexOf("BagIt-Version: 1.0") + 4,
      whole.indexOf("Payload-Oxum: ") + 15,
      whole.length - 10,
    ]) {
      writeFileSync(bag.outputPath, whole);
      flipByte(bag.outputPath, at);
      expect(verdict(bag.outputPath).exit, `byte ${at}`).toBe(1);
    }
    writeFileSync(bag.outputPath, whole);
    flipByte(bag.outputPath, content + 2);
    expect(verdict(bag.outputPath).says).toMatch(/data\/dossier\.json (is damaged|was changed)/);
  });

  it("is refused when a file was added, is missing, or stands under another name", async () => {
    const bag = await unpackedBag();
    writeFileSync(join(bag, "data/extra.txt"), "extra");
    expect(verdict(bag).says).toMatch(/data\/extra\.txt was added: manifest-sha256\.txt does not list it/);
    unlinkSync(join(bag, "data/extra.txt"));
    expect(verdict(bag).exit).toBe(0);
    unlinkSync(join(bag, "data/empty.txt"));
    const { exit, says } = verdict(bag);
    expect(exit).toBe(1);
    expect(says).toMatch(/data\/empty\.txt is missing, although manifest-sha256\.txt lists it/);
  });

  it("is refused when a manifest is cut, lists a way out of the bag, or the declaration is gone", async () => {
    const bag = await unpackedBag();
    appendFileSync(join(bag, "manifest-sha256.txt"), `${"0".repeat(64)}  data/../../outside.txt\n`);
    expect(verdict(bag).says).toMatch(/could lead out of the bag/);
    writeFileSync(join(bag, "manifest-sha256.txt"), "not a manifest\n");
    expect(verdict(bag).says).toMatch(/manifest-sha256\.txt, line 1: this is not a checksum and a path/);
    unlinkSync(join(bag, "bagit.txt"));
    expect(verdict(bag).says).toMatch(/bagit\.txt is missing/);
  });

  it("is refused when what is given is no bag at all", () => {
    writeFileSync(join(folder, "note.zip"), "no ZIP file");
    expect(verdict(join(folder, "note.zip"))).toEqual({
      exit: 1,
      says: expect.stringMatching(/cannot be read as a ZIP file/) as string,
    });
    expect(verdict(join(folder, "nowhere")).exit).toBe(1);
    expect(verdict(folder).exit).toBe(1);
  });
});

describe("writing a bag", () => {
  it("leaves nothing behind when a file cannot be read, or is another one when it is read again", async () => {
    const left = () => readdirSync(folder).filter((name) => name.startsWith("out.zip"));
    await expect(
      writeBag(aBag({ payload: [{ path: "gone", file: join(folder, "gone") }] })),
    ).rejects.toThrow();
    expect(left()).toEqual([]);
    const states = ["first", "later"].map((state) => join(folder, state));
    for (const state of states) writeFileSync(state, state.slice(-5));
    let reads = 0;
    const changing = {
      path: "changing.txt",
      get file() {
        return states[reads++] ?? "";
      },
    };
    await expect(writeBag(aBag({ payload: [text("a.txt", "x"), changing] }))).rejects.toThrow(
      "changed while the bag was written",
    );
    expect(reads).toBe(2);
    expect(left()).toEqual([]);
  });

  it("refuses paths that leave the bag or mean another file elsewhere, and malformed info", async () => {
    for (const path of [
      "../a",
      "/a",
      "a//b",
      "a/./b",
      "c:\\a",
      "a\\b",
      "a:b",
      "end.",
      "nul\0",
      "",
      "e\u0301.txt",
    ]) {
      await expect(writeBag(aBag({ payload: [text(path, "x")] })), JSON.stringify(path)).rejects.toThrow(
        "unsafe path",
      );
    }
    await expect(writeBag(aBag({ payload: [text("A.txt", "x"), text("a.txt", "y")] }))).rejects.toThrow(
      "same path",
    );
    await expect(writeBag(aBag({ info: [["Note", "one\nPayload-Oxum: 0.0"]] }))).rejects.toThrow("malformed");
    await expect(writeBag(aBag({ name: ".." }))).rejects.toThrow("unsafe path");
  });
});
