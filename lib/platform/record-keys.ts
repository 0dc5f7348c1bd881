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

export interface RecordKeys {
  /** Makes a key, which is on the disk when this returns. @throws Error where there is one already: it would be lost */
  make(compartment: string, id: string): KeyObject;
  /** @returns null when there is none, or no longer */
  open(compartment: string, id: string): KeyObject | null;
  /** Overwrites and removes a key; it may be gone already. */
  destroy(id: string): void;
  has(id: string): boolean;
  /** Ids of all keys, in order. */
  ids(): string[];
}

const KEY_BYTES = 32;
const ID = /^[A-Za-z0-9_-]{1,100}$/;

/** What a key is bound to, beside the compartment under whose key it lies. */
const contextOf = (id: string) => `record-key:${id}`;

/** Where the keys of an installation lie. */
export const recordKeysIn = (dataFolder: string) => join(dataFolder, "keys", "records");

/** @param folder see `recordKeysIn`; made when the first key is */
export function recordKeys(folder: string, keys: Pick<Keys, "compartment">): RecordKeys {
  const pathOf = (id: string) => {
    if (!ID.test(id)) throw new Error("This is no id of a key.");
    return join(folder, id);
  };
  return {
    make(compartment, id) {
      const path = pathOf(id);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (existsSync(path)) throw new Error("This record has a key already.");
      const key = randomOf(KEY_BYTES);
      writeWhole(path, keys.compartment(compartment).seal(contextOf(id), key));
      flush(folder);
      return createSecretKey(key);
    },
    open(compartment, id) {
      const path = pathOf(id);
      if (!existsSync(path)) return null;
      return createSecretKey(keys.compartment(compartment).open(contextOf(id), readFileSync(path, "utf8")));
    },
    destroy(id) {
      const path = pathOf(id);
      if (!existsSync(path)) return;
      overwrite(path);
      rmSync(path);
      flush(folder);
    },
    has: (id) => existsSync(pathOf(id)),
    ids: () =>
      existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => ID.test(name))
            .toSorted()
        : [],
  };
}

/** A file is there whole or not at all, also when the machine stops now. */
function writeWhole(path: string, text: string): void {
  const aside = `${path}.part`;
  const file = openSync(aside, "w", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(aside, path);
}

/** On a disk that writes elsewhere what it overwrites, the copy is of a key that is itself sealed. */
function overwrite(path: string): void {
  const file = openSync(path, "r+");
  try {
    writeSync(file, randomOf(statSync(path).size), 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A folder remembers what it holds only when told to. */
function flush(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
