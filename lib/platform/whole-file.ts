/** Small files that are there whole or not at all, also when the machine stops now. */
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a file for its owner alone, in place of what was there. */
export function writeWhole(path: string, text: string): void {
  const aside = `${path}.part`;
  const file = openSync(aside, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(aside, path);
  flushFolder(dirname(path));
}

/** A folder remembers what it holds only when told to. */
export function flushFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
