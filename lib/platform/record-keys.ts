/**
 * A key for each person or file whose words must one day be gone for good: one small file each in `keys/records`, apart from
 * the database and from backups of it. Destroying the file makes unreadable what it opened, in every copy there is.
 */
import { createSecretKey, type KeyObject } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { Keys } from "./keys.ts";
import { randomOf } from "./random.ts";
import { flushFolder, writeWhole } from "./whole-file.ts";

export interface RecordKeys {
  /**
   * Makes a key, which is on the disk when this returns.
   * @param key one that has sealed something already, before it was known whose it is; a new one unless given
   * @throws Error where there is one already: it would be lost
   */
  make(compartment: string, id: string, key?: KeyObject): KeyObject;
  /** @returns null when there is none, or no longer */
  open(compartment: string, id: string): KeyObject | null;
  /** Overwrites and removes a key; it may be gone already. Cut off at any moment, it is there whole or not at all. */
  destroy(id: string): void;
  has(id: string): boolean;
  /** Ids of all keys, in order. */
  ids(): string[];
  /**
   * Takes over the keys that lie in another folder, each sealed anew under the newest generation of ours.
   * @param theirs the keys under which they lie there
   * @returns ids of those that do not open
   */
  adopt(from: string, theirs: Pick<Keys, "compartment">): string[];
  /** Ids of those that are there and do not open: damaged, or under keys that are not here. */
  broken(): string[];
  /**
   * Seals every key anew under the newest generation; each is whole at every moment. What opens under none of ours stays as it is.
   * @returns ids of these
   */
  rewrap(): string[];
}

const KEY_BYTES = 32;
/** What the name of a key ends with while it is being destroyed; it is no id. */
const GOING = ".going";
const ID = /^[A-Za-z0-9_-]{1,100}$/;

/** What a key is bound to, beside the compartment under whose key it lies. */
const contextOf = (id: string) => `record-key:${id}`;

/** A key that lies nowhere yet: what it sealed is lost with the process unless `make` keeps it. */
export const newKey = (): KeyObject => createSecretKey(randomOf(KEY_BYTES));

/** Where the keys of an installation lie. */
export const recordKeysIn = (dataFolder: string) => join(dataFolder, "keys", "records");

/** @param folder see `recordKeysIn`; made when the first key is */
export function recordKeys(folder: string, keys: Pick<Keys, "compartment" | "keyId">): RecordKeys {
  const pathOf = (id: string) => {
    if (!ID.test(id)) throw new Error("This is no id of a key.");
    return join(folder, id);
  };
  const ids = () => idsIn(folder);
  const put = (path: string, compartment: string, id: string, key: Buffer) =>
    writeWhole(path, `${compartment} ${keys.compartment(compartment).seal(contextOf(id), key)}`);
  return {
    make(compartment, id, key = newKey()) {
      const path = pathOf(id);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (existsSync(path)) throw new Error("This record has a key already.");
      put(path, compartment, id, key.export());
      return key;
    },
    open(compartment, id) {
      const path = pathOf(id);
      if (!existsSync(path)) return null;
      return createSecretKey(keys.compartment(compartment).open(contextOf(id), inFile(path).sealed));
    },
    destroy(id) {
      const path = pathOf(id);
      // First the name: half overwritten under it, it would pass for a key.
      if (existsSync(path)) {
        renameSync(path, `${path}${GOING}`);
        flushFolder(folder);
      }
      if (!existsSync(`${path}${GOING}`)) return;
      wipe(`${path}${GOING}`);
      rmSync(`${path}${GOING}`);
      flushFolder(folder);
    },
    has: (id) => existsSync(pathOf(id)),
    ids,
    rewrap() {
      return ids().filter((id) => {
        const { compartment, sealed } = inFile(pathOf(id));
        if (sealed.startsWith(`${keys.keyId}.`)) return false;
        const key = maybeOpened(keys, compartment, id, sealed);
        if (key !== null) put(pathOf(id), compartment, id, key);
        return key === null;
      });
    },
    adopt(from, theirs) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return idsIn(from).filter((id) => {
        const { compartment, sealed } = inFile(join(from, id));
        const key = maybeOpened(theirs, compartment, id, sealed);
        if (key !== null) put(pathOf(id), compartment, id, key);
        return key === null;
      });
    },
    broken: () =>
      ids().filter((id) => {
        const { compartment, sealed } = inFile(pathOf(id));
        return maybeOpened(keys, compartment, id, sealed) === null;
      }),
  };
}

const idsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => ID.test(name) && statSync(join(folder, name)).isFile())
        .toSorted()
    : [];

function maybeOpened(
  keys: Pick<Keys, "compartment">,
  compartment: string,
  id: string,
  sealed: string,
): Buffer | null {
  try {
    return keys.compartment(compartment).open(contextOf(id), sealed);
  } catch {
    return null;
  }
}

/** The compartment stands beside the key, for whoever seals it anew; who opens it must know. */
function inFile(path: string): { compartment: string; sealed: string } {
  const [compartment = "", sealed = ""] = readFileSync(path, "utf8").split(" ", 2);
  return { compartment, sealed };
}

/** On a disk that writes elsewhere what it overwrites, the copy is of a key that is itself sealed. */
function wipe(path: string): void {
  const file = openSync(path, "r+");
  try {
    writeSync(file, randomOf(statSync(path).size), 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
