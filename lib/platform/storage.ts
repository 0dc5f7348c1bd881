/**
 * Attached files in the data folder: by case, then by hash, so that no file serves two cases and a hash that is known in
 * one says nothing of another. A file is whole or absent: it is written aside and moved into place.
 */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, existsSync, type ReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The body is larger than it may be; nothing was kept. */
export class FileTooLarge extends Error {}

export interface ReceivedFile {
  /** Lower-case hex, computed as the bytes came in. */
  sha256: string;
  sizeBytes: number;
  /** The first bytes, for telling what kind of file it is. */
  head: Uint8Array;
}

const HEAD_BYTES = 4_100;
/** Folder, below the data folder, of files that are still coming in. */
export const INCOMING = "files/incoming";

/** Where a file of this hash lies in a case. */
const pathOf = (dataFolder: string, caseId: string, sha256: string) =>
  join(dataFolder, "files", caseId, sha256);

/**
 * Takes a stream in, hashes it, lets `note` write it down, and keeps it.
 * @param note writes the row that names the file; when it throws, the file is gone again
 * @throws FileTooLarge beyond `sizeBytesMax`; errors of `note` and of the file system as they are, nothing left behind
 */
export async function keepFile<T>(
  dataFolder: string,
  caseId: string,
  body: AsyncIterable<Uint8Array>,
  sizeBytesMax: number,
  note: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const aside = join(dataFolder, INCOMING, randomUUID());
  await mkdir(dirname(aside), { recursive: true, mode: 0o700 });
  try {
    const file = await writeAside(aside, body, sizeBytesMax);
    return await inTurn(() =>
      movedIntoPlace(aside, pathOf(dataFolder, caseId, file.sha256), () => note(file)),
    );
  } finally {
    await rm(aside, { force: true });
  }
}

/** The bytes are in place before a row names them, and out again if none does; what lay there already stays. */
async function movedIntoPlace<T>(aside: string, place: string, note: () => Promise<T>): Promise<T> {
  if (existsSync(place)) return note();
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await rename(aside, place);
  try {
    return await note();
  } catch (error) {
    await rm(place, { force: true });
    throw error;
  }
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
  body: AsyncIterable<Uint8Array>,
  sizeBytesMax: number,
): Promise<ReceivedFile> {
  const file = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  const head: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of body) {
      if (sizeBytes < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - sizeBytes));
      sizeBytes += chunk.byteLength;
      if (sizeBytes > sizeBytesMax) throw new FileTooLarge();
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), sizeBytes, head: Buffer.concat(head) };
}

/** Opens a kept file of a case, or null when its bytes are not here. */
export function maybeFile(dataFolder: string, caseId: string, sha256: string): ReadStream | null {
  const path = pathOf(dataFolder, caseId, sha256);
  return existsSync(path) ? createReadStream(path) : null;
}

/**
 * Removes a kept file of a case for good; it may be gone already.
 * @param isHeld whether something names it still: asked when no upload is under way that could come to name it
 */
export const removeFile = (
  dataFolder: string,
  caseId: string,
  sha256: string,
  isHeld: () => Promise<boolean>,
): Promise<void> =>
  inTurn(async () => {
    if (!(await isHeld())) await rm(pathOf(dataFolder, caseId, sha256), { force: true });
  });
