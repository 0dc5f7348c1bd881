/**
 * Names of what was destroyed for good: an empty file each in `keys/destroyed`, which a backup puts beside the keys of records. An
 * older backup does not know of it; whoever brings that back learns from these names what has to be destroyed once more.
 */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "./whole-file.ts";

const ID = /^[a-z]{1,4}_[0-9A-Za-z]{22}$/;

/** Where they lie. */
export const tombstonesIn = (dataFolder: string): string => join(dataFolder, "keys", "destroyed");

/** Notes that a record was destroyed; it may be noted already. @param id of the account or the identity */
export function setTombstone(dataFolder: string, id: string): void {
  if (!ID.test(id)) throw new Error("This is no id of a record.");
  const folder = tombstonesIn(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(join(folder, id))) writeWhole(join(folder, id), "");
}

/** Ids of all that was destroyed, in order. @param folder see `tombstonesIn` */
export function destroyedIds(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => ID.test(name))
        .toSorted()
    : [];
}
