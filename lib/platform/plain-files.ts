/** Files that lie open on the disk, from before files were sealed: where they are, and how they come to be sealed. */
import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { newKey, recordKeys, recordKeysIn } from "./record-keys.ts";
import { DamagedFile, looksSealed, openSealed, sealing } from "./sealed-file.ts";
import { INCOMING, keepFile, maybeFile, sha256Of, type Shelf } from "./storage.ts";

/**
 * Seals what was kept before files were sealed, and takes away unfinished files that a stop has left. To be called while nothing
 * is coming in. A key whose file is not there stays: the file may only be on a disk that is not there just now. May be stopped at any time and called again. What is not what its hash says stays as it is.
 * @param say is told what was done, if anything was
 */
export async function sealPlainFiles(shelf: Shelf, say: (line: string) => void): Promise<void> {
  await rm(join(shelf.dataFolder, INCOMING), { recursive: true, force: true });
  const done = { sealed: 0, damaged: 0 };
  for (const { caseId, name, path } of await plainFiles(shelf.dataFolder))
    done[(await sealedInPlace(shelf, caseId, name, path)) ? "sealed" : "damaged"] += 1;
  if (done.sealed > 0) say(`${done.sealed} attached files lay open on the disk, and are sealed now.`);
  if (done.damaged > 0)
    say(
      `${done.damaged} files below files/ lie open and are not what came in under their names; they were left as they are. Bring them back from a backup.`,
    );
}

/**
 * Puts a sealed file in the place of an open one.
 * @returns false when the open one is not what its hash says; it stays
 */
export async function sealInPlace(
  shelf: Shelf,
  path: string,
  { compartment, keyId, context, sha256 }: Record<"compartment" | "keyId" | "context" | "sha256", string>,
): Promise<boolean> {
  const key = newKey();
  const aside = `${path}.${randomUUID()}.part`;
  try {
    const file = createWriteStream(aside, { flags: "wx", mode: 0o600, flush: true });
    await pipeline(createReadStream(path), sealing(key, context), file);
    if ((await sha256Of(openSealed({ path: aside, key, context }))) !== sha256) return false;
    const keys = recordKeys(recordKeysIn(shelf.dataFolder), shelf.keys);
    keys.destroy(keyId);
    keys.make(compartment, keyId, key);
    await rename(aside, path);
    return true;
  } finally {
    await rm(aside, { force: true });
  }
}

/** The open file goes once the sealed one was read back and is the same. */
async function sealedInPlace(shelf: Shelf, caseId: string, sha256: string, path: string): Promise<boolean> {
  try {
    await keepFile(shelf, caseId, createReadStream(path), Infinity, async (file) => {
      if (file.sha256 !== sha256) throw new DamagedFile();
    });
    const kept = await maybeFile(shelf, caseId, sha256);
    if (kept === null || (await sha256Of(kept.bytes())) !== sha256) throw new DamagedFile();
  } catch (error) {
    if (error instanceof DamagedFile) return false;
    throw error;
  }
  await rm(path);
  return true;
}

interface FileOfCase {
  caseId: string;
  name: string;
  path: string;
}

/** Files of cases that lie open. */
export async function plainFiles(dataFolder: string): Promise<FileOfCase[]> {
  const plain: FileOfCase[] = [];
  for (const file of await filesByCase(dataFolder)) if (!(await isSealed(file.path))) plain.push(file);
  return plain;
}

/** Whether a file begins as a sealed one does. */
export async function isSealed(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return looksSealed(buffer);
  } finally {
    await file.close();
  }
}

async function filesByCase(dataFolder: string): Promise<FileOfCase[]> {
  const folder = join(dataFolder, "files");
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.parentPath !== join(dataFolder, INCOMING))
    .map(({ name, parentPath }) => ({
      caseId: parentPath.slice(folder.length + 1),
      name,
      path: join(parentPath, name),
    }));
}
