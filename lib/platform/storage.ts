/**
 * Attached files in the data folder, sealed as they come in: no byte of one ever lies open on the disk. They lie by case, under
 * a keyed hash of case and content, so that no file serves two cases and no name says which file somebody has. Each has a key
 * of its own. A file is whole or absent: it is written aside and moved into place.
 */
import { createHash, type KeyObject, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Keys } from "./keys.ts";
import { newKey, recordKeys, recordKeysIn } from "./record-keys.ts";
import { DamagedFile, type Opening, openSealed, sealing, sizeOfSealed } from "./sealed-file.ts";
import { flushFolder } from "./whole-file.ts";

/** The body is larger than it may be; nothing was kept. */
export class FileTooLarge extends Error {}

/** Where files lie, and what opens them. */
export interface Shelf {
  dataFolder: string;
  keys: Keys;
}

export interface ReceivedFile {
  /** Lower-case hex, computed as the bytes came in. */
  sha256: string;
  sizeBytes: number;
  /** The first bytes, for telling what kind of file it is. */
  head: Uint8Array;
}

/** A file that was found, and whose beginning and end are as they should be. */
export interface KeptFile {
  sizeBytes: number;
  /** Opens it; the stream breaks with DamagedFile before the first wrong byte. */
  bytes: () => Readable;
}

const HEAD_BYTES = 4_100;
/** Folder, below the data folder, of files that are still coming in. */
export const INCOMING = "files/incoming";

interface Place {
  caseId: string;
  path: string;
  keyId: string;
}

/** Where a file of this hash lies in a case, and under which id its key. */
function placeOf({ dataFolder, keys }: Shelf, caseId: string, sha256: string): Place {
  const name = keys.hmac("file", `${caseId}/${sha256}`);
  return { caseId, path: join(dataFolder, "files", caseId, name), keyId: keyIdOf(name) };
}

/** The id of the key of a file, by the name under which the file lies. */
export const keyIdOf = (name: string) => `f_${name}`;
const recordKeysOf = ({ dataFolder, keys }: Shelf) => recordKeys(recordKeysIn(dataFolder), keys);

/** Where it lay before files were sealed. */
const plainPathOf = ({ dataFolder }: Shelf, caseId: string, sha256: string) =>
  join(dataFolder, "files", caseId, sha256);

/**
 * What a file is bound to. Its hash is not known before its end; the key, which is bound to case and hash, is that file's alone.
 */
const contextOf = (caseId: string) => `file:${caseId}`;

/**
 * Takes a stream in, seals and hashes it, lets `note` write it down, and keeps it.
 * @param note writes the row that names the file; when it throws, the file is gone again
 * @param isNamed whether a row names it all the same: the answer of a commit can be lost that was carried out
 * @throws FileTooLarge beyond `sizeBytesMax`; errors of `note` and of the file system as they are, nothing left behind
 */
export async function keepFile<T>(
  shelf: Shelf,
  caseId: string,
  body: AsyncIterable<Uint8Array>,
  sizeBytesMax: number,
  note: (file: ReceivedFile) => Promise<T>,
  isNamed: (file: ReceivedFile) => Promise<boolean> = () => Promise.resolve(false),
): Promise<T> {
  const aside = join(shelf.dataFolder, INCOMING, randomUUID());
  await mkdir(dirname(aside), { recursive: true, mode: 0o700 });
  // In memory alone until the file is whole: what a stop leaves aside, nothing opens any more.
  const key = newKey();
  try {
    const file = await writeAside(aside, sealing(key, contextOf(caseId)), body, sizeBytesMax);
    return await inTurn(() =>
      movedIntoPlace(
        shelf,
        placeOf(shelf, caseId, file.sha256),
        { aside, key },
        {
          note: () => note(file),
          isNamed: () => isNamed(file),
        },
      ),
    );
  } finally {
    await rm(aside, { force: true });
  }
}

/** The bytes are in place before a row names them, and out again if none does; what lay there whole already stays. */
async function movedIntoPlace<T>(
  shelf: Shelf,
  place: Place,
  { aside, key }: { aside: string; key: KeyObject },
  { note, isNamed }: { note: () => Promise<T>; isNamed: () => Promise<boolean> },
): Promise<T> {
  const wasThere = existsSync(place.path);
  if (wasThere && (await isWhole(shelf, place))) return note();
  await mkdir(dirname(place.path), { recursive: true, mode: 0o700 });
  const keys = recordKeysOf(shelf);
  // A key without a file is of an act that was cut off, and of a damaged file no use.
  keys.destroy(place.keyId);
  keys.make(place.caseId, place.keyId, key);
  await rename(aside, place.path);
  flushFolder(dirname(place.path));
  try {
    return await note();
  } catch (error) {
    // Where nobody can tell, it stays: a sealed file that nothing names is no loss, and one that is named and gone is.
    if (!wasThere && !(await isNamed().catch(() => true))) await takeAway(shelf, place);
    throw error;
  }
}

/** The key first: a file without one is gone already, wherever a copy of it lies. */
async function takeAway(shelf: Shelf, { path, keyId }: Place): Promise<void> {
  recordKeysOf(shelf).destroy(keyId);
  await rm(path, { force: true });
}

let last: Promise<unknown> = Promise.resolve();

/** One at a time: else the refusal of one upload could take away the same bytes from under another. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

async function writeAside(
  path: string,
  seal: NodeJS.ReadWriteStream,
  body: AsyncIterable<Uint8Array>,
  sizeBytesMax: number,
): Promise<ReceivedFile> {
  const hash = createHash("sha256");
  const head: Uint8Array[] = [];
  let sizeBytes = 0;
  async function* measured() {
    for await (const chunk of body) {
      if (sizeBytes < HEAD_BYTES) head.push(Buffer.from(chunk.subarray(0, HEAD_BYTES - sizeBytes)));
      sizeBytes += chunk.byteLength;
      if (sizeBytes > sizeBytesMax) throw new FileTooLarge();
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(measured, seal, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
  return { sha256: hash.digest("hex"), sizeBytes, head: Buffer.concat(head) };
}

/**
 * Finds a kept file of a case; null when its bytes are not here.
 * @throws DamagedFile when what lies there is not what was kept, or its key is not here
 */
export async function maybeFile(shelf: Shelf, caseId: string, sha256: string): Promise<KeptFile | null> {
  const place = placeOf(shelf, caseId, sha256);
  if (existsSync(place.path)) return keptFile(openingOf(shelf, place));
  const plain = plainPathOf(shelf, caseId, sha256);
  if (!existsSync(plain)) return null;
  if ((await sha256Of(createReadStream(plain))) !== sha256) throw new DamagedFile();
  return { sizeBytes: (await stat(plain)).size, bytes: () => createReadStream(plain) };
}

/** A sealed file, once its beginning and end were looked at. @throws DamagedFile */
export const keptFile = async (opening: Opening): Promise<KeptFile> => ({
  sizeBytes: await sizeOfSealed(opening),
  bytes: () => openSealed(opening),
});

const openingOf = (shelf: Shelf, { caseId, path, keyId }: Place): Opening => ({
  path,
  key: keyOf(shelf, caseId, keyId),
  context: contextOf(caseId),
});

/** The key of a file that lies there. @throws DamagedFile when it is not here, or is not the one it was */
export function keyOf(shelf: Shelf, compartment: string, id: string): KeyObject {
  let key: KeyObject | null;
  try {
    key = recordKeysOf(shelf).open(compartment, id);
  } catch {
    throw new DamagedFile();
  }
  if (key === null) throw new DamagedFile();
  return key;
}

async function isWhole(shelf: Shelf, place: Place): Promise<boolean> {
  try {
    await sha256Of(openSealed(openingOf(shelf, place)));
    return true;
  } catch (error) {
    if (error instanceof DamagedFile) return false;
    throw error;
  }
}

/** Lower-case hex. */
export async function sha256Of(bytes: Readable): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(bytes, hash);
  return hash.digest("hex");
}

/**
 * Removes a kept file of a case, and its key, for good; it may be gone already.
 * @param isHeld whether something names it still: asked when no upload is under way that could come to name it
 */
export const removeFile = (
  shelf: Shelf,
  caseId: string,
  sha256: string,
  isHeld: () => Promise<boolean>,
): Promise<void> =>
  inTurn(async () => {
    if (await isHeld()) return;
    await takeAway(shelf, placeOf(shelf, caseId, sha256));
    await rm(plainPathOf(shelf, caseId, sha256), { force: true });
  });
