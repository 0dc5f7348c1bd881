/** What a running program holds: the store, the keys, the clock. One per process; a test brings its own. */
import { join } from "node:path";
import { openStore, type Store } from "#db/store.ts";
import { readEnv } from "#lib/platform/env.ts";
import { type Keys, openKeyFile } from "#lib/platform/keys.ts";
import { type RecordKeys, recordKeys, recordKeysIn } from "#lib/platform/record-keys.ts";
import { type Clock, type ClockWatch, systemClock, watchClock } from "./clock.ts";

export interface System {
  store: Store;
  keys: Keys;
  clock: Clock;
  clockWatch: ClockWatch;
  /** Folder for attached files, exports and checkpoints. */
  dataFolder: string;
}

// On globalThis, because a development server loads modules again and must not open the database again.
const shelf = globalThis as unknown as { attestSystem?: Promise<System> };

/** The system of this process, opened at first use: a build imports every route and must open nothing. */
export function system(): Promise<System> {
  shelf.attestSystem ??= openSystem();
  return shelf.attestSystem;
}

/** The keys of single records, which lie beside the master key. */
export const recordKeysOf = ({ dataFolder, keys }: Pick<System, "dataFolder" | "keys">): RecordKeys =>
  recordKeys(recordKeysIn(dataFolder), keys);

/** Replaces the system of this process (tests, command line). */
export function useSystem(replacement: System): void {
  shelf.attestSystem = Promise.resolve(replacement);
}

async function openSystem(): Promise<System> {
  const env = readEnv();
  return {
    store: await openStore(env.databaseUrl),
    keys: openKeyFile(join(env.dataFolder, "keys", "master.key")),
    clock: systemClock,
    clockWatch: watchClock(),
    dataFolder: env.dataFolder,
  };
}
