import { createHash, randomUUID, type Hash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { type Duplex, PassThrough, Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import yazl from "yazl";
import { byBytes, manifestPath, mustBeDistinct, mustBeSafePath } from "./bagit/paths.ts";

/** A file of the payload: bytes at hand, or a file on disk that is read twice and must not change in between. */
export type PayloadFile =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly file: string };

export interface BagRequest {
  /** Name of the bag's only top folder. */
  readonly name: string;
  /** Files below `data/`. */
  readonly payload: readonly PayloadFile[];
  /** Lines of `bag-info.txt` in their order, without Bagging-Date and Payload-Oxum, which are added. */
  readonly info: readonly (readonly [label: string, value: string])[];
  /** The one time that every entry carries, and the bagging date (UTC). */
  readonly at: Date;
  /** Where the ZIP goes; nothing stands there before it is whole. */
  readonly outputPath: string;
  /** What its bytes become for its recipient, before they are measured; they stay as they are unless given. */
  readonly into?: () => Duplex;
  /** What its bytes pass on their way to the disk, where they must not lie open. */
  readonly through: () => Duplex;
}

export interface BagResult {
  /** Of the file as its recipient gets it, lower-case hexadecimal; so is its size. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Entries of the ZIP, in its order, without the top folder. */
  readonly files: readonly string[];
}

const ALGORITHMS = ["sha256", "sha512"] as const;
type Digests = Readonly<Record<(typeof ALGORITHMS)[number], string>>;
interface Entry {
  readonly path: string;
  readonly source: PayloadFile | { readonly bytes: Uint8Array };
  readonly digests: Digests;
  readonly sizeBytes: number;
}

/**
 * Writes a BagIt 1.0 bag (RFC 8493) as a ZIP of stored entries, streamed. The same request gives the same bytes, on
 * any machine and in any time zone. The file appears under its name only when it is whole and flushed.
 * @throws Error for an unsafe or double path, a line break in `info`, a file that changed while it was read, or a file
 * that stands at `outputPath` already: a bag is never replaced, since its hash may be on record
 */
export async function writeBag(request: BagRequest): Promise<BagResult> {
  mustBeSafePath(request.name);
  request.payload.forEach(({ path }) => mustBeSafePath(path));
  mustBeDistinct(request.payload.map(({ path }) => path));
  const payload: Entry[] = [];
  for (const file of [...request.payload].sort((a, b) => byBytes(a.path, b.path))) {
    payload.push({ path: `data/${file.path}`, source: file, ...(await measured(file)) });
  }
  const tags = tagFiles(request, payload);
  const entries = [...tags, ...payload, ...manifests("tagmanifest", tags)];
  const temporary = `${request.outputPath}.${randomUUID()}.part`;
  try {
    const written = await writeZip(request, entries, temporary);
    await flushed(temporary);
    if (existsSync(request.outputPath)) throw new Error("A bag stands there already.");
    await rename(temporary, request.outputPath);
    return { ...written, files: entries.map(({ path }) => path) };
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function tagFiles(request: BagRequest, payload: readonly Entry[]): Entry[] {
  const octets = payload.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const info = [
    ...request.info,
    ["Bagging-Date", request.at.toISOString().slice(0, 10)],
    ["Payload-Oxum", `${octets}.${payload.length}`],
  ] as const;
  if (
    info.some(([label, value]) => /[\r\n]/.test(label + value) || /[:\s]/.test(label) || value.trim() === "")
  ) {
    throw new Error("A line of bag-info.txt is malformed.");
  }
  return [
    textEntry("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
    textEntry("bag-info.txt", info.map(([label, value]) => `${label}: ${value}\n`).join("")),
    ...manifests("manifest", payload),
  ];
}

function manifests(kind: "manifest" | "tagmanifest", entries: readonly Entry[]): Entry[] {
  return ALGORITHMS.map((algorithm) =>
    textEntry(
      `${kind}-${algorithm}.txt`,
      entries.map(({ path, digests }) => `${digests[algorithm]}  ${manifestPath(path)}\n`).join(""),
    ),
  );
}

function textEntry(path: string, text: string): Entry {
  const bytes = Buffer.from(text, "utf8");
  return {
    path,
    source: { bytes },
    digests: digested(newHashes().map((hash) => hash.update(bytes))),
    sizeBytes: bytes.length,
  };
}

async function measured(file: PayloadFile): Promise<Pick<Entry, "digests" | "sizeBytes">> {
  const hashes = newHashes();
  let sizeBytes = 0;
  for await (const chunk of contentOf(file)) {
    const bytes = chunk as Uint8Array; // streams made by contentOf carry bytes only
    for (const hash of hashes) hash.update(bytes);
    sizeBytes += bytes.length;
  }
  return { digests: digested(hashes), sizeBytes };
}

const newHashes = (): Hash[] => ALGORITHMS.map((algorithm) => createHash(algorithm));

function digested([sha256, sha512]: readonly Hash[]): Digests {
  return { sha256: sha256?.digest("hex") ?? "", sha512: sha512?.digest("hex") ?? "" };
}

function contentOf(source: Entry["source"]): Readable {
  return "file" in source
    ? createReadStream(source.file)
    : Readable.from([source.bytes], { objectMode: false });
}

/** Every entry is hashed once more on its way into the ZIP, so that the manifests speak of what was written. */
function checkedContent({ source, digests }: Entry): Readable {
  const hash = createHash("sha512");
  const check = new Transform({
    transform(chunk: Uint8Array, _encoding, next) {
      hash.update(chunk);
      next(null, chunk);
    },
    flush(done) {
      done(
        hash.digest("hex") === digests.sha512 ? null : new Error("A file changed while the bag was written."),
      );
    },
  });
  return contentOf(source)
    .on("error", (error) => check.destroy(error))
    .pipe(check);
}

async function writeZip(
  request: BagRequest,
  entries: readonly Entry[],
  outputPath: string,
): Promise<Omit<BagResult, "files">> {
  const zip = new yazl.ZipFile();
  const options = {
    mtime: sameOnEveryClock(request.at),
    mode: 0o100644,
    compress: false,
    forceDosTimestamp: true,
  };
  for (const entry of entries) {
    const name = `${request.name}/${entry.path}`;
    if ("file" in entry.source) {
      zip.addReadStreamLazy(name, { ...options, size: entry.sizeBytes }, (take) => {
        const content = checkedContent(entry);
        content.on("error", (error) => zip.outputStream.emit("error", error));
        take(null, content);
      });
    } else zip.addBuffer(Buffer.from(entry.source.bytes), name, options);
  }
  zip.on("error", (error: Error) => zip.outputStream.emit("error", error));
  zip.end();
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const meter = new PassThrough().on("data", (chunk: Uint8Array) => {
    hash.update(chunk);
    sizeBytes += chunk.length;
  });
  const file = createWriteStream(outputPath, { flags: "wx", mode: 0o600 });
  const into = request.into?.() ?? new PassThrough();
  await pipeline(zip.outputStream, into, meter, request.through(), file);
  return { sha256: hash.digest("hex"), sizeBytes };
}

/**
 * ZIP times have no zone and are written in the machine's own, so noon of the bagging day in local time reads the same
 * everywhere; no clock change falls on noon.
 */
function sameOnEveryClock(at: Date): Date {
  return new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), 12);
}

async function flushed(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
