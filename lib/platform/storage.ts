/** Files by their hash, in the data folder. A file is whole or absent: it is written aside and moved into place. */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, existsSync, type ReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The body is larger than it may be; nothing was kept. */
export class FileTooLarge extends Error {}

export interface StoredFile {
  /** Lower-case hex. */
  sha256: string;
  sizeBytes: number;
  /** The first bytes, for telling what kind of file it is. */
  head: Uint8Array;
}

const HEAD_BYTES = 4_100;

/** Where a file of this hash lies. */
const pathOf = (dataFolder: string, sha256: string) => join(dataFolder, "files", sha256.slice(0, 2), sha256);

/**
 * Stores a stream under its SHA-256, which is computed as it is written.
 * @throws FileTooLarge beyond `sizeBytesMax`; errors of the file system as they are (a full disk leaves nothing behind)
 */
export async function storeFile(
  dataFolder: string,
  body: AsyncIterable<Uint8Array>,
  sizeBytesMax: number,
): Promise<StoredFile> {
  const aside = join(dataFolder, "files", "incoming", randomUUID());
  await mkdir(dirname(aside), { recursive: true, mode: 0o700 });
  try {
    const stored = await writeAside(aside, body, sizeBytesMax);
    const place = pathOf(dataFolder, stored.sha256);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await rename(aside, place);
    return stored;
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

async function writeAside(
  path: string,
  body: AsyncIterable<Uint8Array>,
  sizeBytesMax: number,
): Promise<StoredFile> {
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

/** Opens a stored file, or null when its bytes are not here. */
export function maybeFile(dataFolder: string, sha256: string): ReadStream | null {
  const path = pathOf(dataFolder, sha256);
  return existsSync(path) ? createReadStream(path) : null;
}
