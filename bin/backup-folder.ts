/** What a backup folder holds: the database, every other file of the data folder, and a manifest of their hashes. */
import { createHash } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";

export const MANIFEST = "manifest.json";
/** Name of the database in the backup, whatever it is called where it is in use. */
export const DATABASE = "attest.sqlite";

/** The ring that opens the keys of records, among them. */
export const RING = "ring.json";
/** Folder, among the keys of records, with the names of what was destroyed. */
export const DESTROYED = "destroyed";

const Manifest = z.strictObject({
  /** The first kind held a database without a cipher and the key file beside it. */
  format: z.enum(["attest-backup/1", "attest-backup/2"]),
  madeAt: z.string(),
  /** How many keys of single records there were, which lie apart; the first kind had none. */
  recordKeys: z.number().int().min(0).default(0),
  /** Where the audit log ended: a restored log must be this one. */
  log: z.strictObject({ size: z.number().int().min(1), root: z.string().regex(/^[0-9a-f]{64}$/) }),
  files: z.array(
    z.strictObject({
      path: z.string().refine(isInside, "leads out of the folder"),
      sizeBytes: z.number().int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.output<typeof Manifest>;
export type ManifestFile = Manifest["files"][number];

/** A path with forward slashes, inside the folder, in its simplest form. */
function isInside(path: string): boolean {
  const here = resolve("/backup");
  const there = resolve(here, ...path.split("/"));
  return there.startsWith(here + sep) && relative(here, there).split(sep).join("/") === path;
}

/** Reads a backup's manifest. @throws Error when there is none, or it is not one of this program */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  if (!existsSync(path))
    throw new Error(`There is no ${path}: ${folder} is no backup of Attest, or one that was never finished.`);
  const parsed = Manifest.safeParse(jsonIn(path));
  if (!parsed.success) throw new Error(`${path} is no manifest of a backup of Attest.`);
  return parsed.data;
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as unknown;
  } catch {
    return null;
  }
}

/** @throws Error where one folder would take the other along */
export function mustLieApart(folder: string, other: string, words: string): void {
  const isWithin = (inner: string, outer: string) => `${inner}${sep}`.startsWith(`${outer}${sep}`);
  if (isWithin(folder, other) || isWithin(other, folder)) throw new Error(words);
}

/** Makes a folder for its owner alone. @throws Error where it is there and holds something */
export function emptyFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty; choose a new folder.`);
}

/** Copies a file, readable by its owner alone, and says what was copied. @throws Error, and makes nothing, where there is none */
export async function copyFile(from: string, to: string, path: string): Promise<ManifestFile> {
  const source = await open(from);
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(
    source.createReadStream(),
    tap,
    createWriteStream(to, { flags: "wx", mode: 0o600, flush: true }),
  );
  return { path, sizeBytes, sha256: hash.digest("hex") };
}

/** The same of a file that may be destroyed while others are copied. @returns null where it was: it is not to be kept */
export async function maybeCopied(from: string, to: string, path: string): Promise<ManifestFile | null> {
  return copyFile(from, to, path).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
}

/** Hashes a file as it lies. */
export async function describeFile(file: string, path: string): Promise<ManifestFile> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const chunk of createReadStream(file)) {
    const bytes: Buffer = Buffer.from(chunk as Buffer);
    hash.update(bytes);
    sizeBytes += bytes.length;
  }
  return { path, sizeBytes, sha256: hash.digest("hex") };
}

/** Paths of all plain files in a folder, with forward slashes, in order; links are left out. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
}
