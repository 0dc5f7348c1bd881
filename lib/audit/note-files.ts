/** Checkpoints as files: beside the database, and in a folder elsewhere. Written once each and never over another. */
import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type Checkpoint, readCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { NOTE_BYTES_MAX } from "./note.ts";

const NAME = /^(lg_[0-9A-Za-z]{22})-([1-9]\d{0,8})\.(\d{15})\.note$/;

const fileNameOf = ({ origin, size }: Pick<Checkpoint, "origin" | "size">): string => {
  const [, log = "", generation = "1"] = origin.split("/");
  return `${log}-${generation}.${String(size).padStart(15, "0")}.note`;
};

/** Folder of the checkpoints beside the database. */
export const checkpointsIn = (dataFolder: string): string => join(dataFolder, "checkpoints");

/**
 * Keeps a note as a file, for its owner alone; one that is there already stays as it is.
 * @param make whether a folder that is not there is made: an anchor's may be a disk that is not mounted
 * @throws Error of the file system
 */
export function keepNoteFile(
  folder: string,
  note: Pick<SignedCheckpoint, "origin" | "size" | "raw">,
  make: boolean,
): void {
  if (make) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, fileNameOf(note));
  if (existsSync(path)) return;
  const aside = join(folder, `.${randomUUID()}.part`);
  try {
    writeFileSync(aside, note.raw, { mode: 0o600, flag: "wx", flush: true });
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** What the name of a file says of the checkpoint in it. */
export interface NoteName {
  name: string;
  generation: number;
  size: number;
}

/** Names of the checkpoints of a log in a folder, the latest last. Empty where there is no folder. */
export function noteNamesIn(folder: string, log: string): NoteName[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .flatMap((name) => {
      const [, of, generation, size] = NAME.exec(name) ?? [];
      return of === log ? [{ name, generation: Number(generation), size: Number(size) }] : [];
    })
    .toSorted((a, b) => a.generation - b.generation || a.size - b.size);
}

/** Null for a file that cannot be read, or is too long for a note. */
function textOf(path: string): string | null {
  try {
    return statSync(path).size <= NOTE_BYTES_MAX ? readFileSync(path, "utf8") : null;
  } catch {
    return null;
  }
}

/** Reads a checkpoint by the name of its file; null where none can be read there, or another than the name says. */
export function readNoteFile(folder: string, { name }: Pick<NoteName, "name">): SignedCheckpoint | null {
  const checkpoint = readCheckpoint(textOf(join(folder, name)) ?? "");
  return checkpoint !== null && fileNameOf(checkpoint) === name ? checkpoint : null;
}
