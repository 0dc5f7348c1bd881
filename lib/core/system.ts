/** What a running program holds: the store, the keys, the clock. One per process; a test brings its own. */
import { openStore, type Store } from "#db/store.ts";
import { readEnv } from "#lib/platform/env.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { type RecordKeys, recordKeys, recordKeysIn } from "#lib/platform/record-keys.ts";
import { type Installation, openInstallation } from "./installation.ts";
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
const shelf = globalThis as unknown as {
  attestSystem?: Promise<System>;
  /** Where a person has typed the passphrase, nobody else can open them. */
  attestUnlocked?: Pick<Installation, "keys" | "fileKey">;
};

/** The system of this process, opened at first use: a build imports every route and must open nothing. */
export function system(): Promise<System> {
  shelf.attestSystem ??= openSystem();
  return shelf.attestSystem;
}

/** The keys of single records, which lie beside the master key. */
export const recordKeysOf = ({ dataFolder, keys }: Pick<System, "dataFolder" | "keys">): RecordKeys =>
  recordKeys(recordKeysIn(dataFolder), keys);

/** Lays keys ready for `system()`, where whoever runs it has opened them already. */
export function layKeys({ keys, fileKey }: Pick<Installation, "keys" | "fileKey">): void {
  shelf.attestUnlocked = { keys, fileKey };
}

/** Closes the system of this process; the next to ask opens it again. */
export async function closeSystem(): Promise<void> {
  const open = await shelf.attestSystem;
  delete shelf.attestSystem;
  await open?.store.close();
}

/** Replaces the system of this process (tests, command line). */
export function useSystem(replacement: System): void {
  shelf.attestSystem = Promise.resolve(replacement);
}

async function openSystem(): Promise<System> {
  const env = readEnv();
  const { keys, fileKey } = shelf.attestUnlocked ?? (await openInstallation(env));
  return {
    store: await openStore(env.databaseUrl, fileKey),
    keys,
    clock: systemClock,
    clockWatch: watchClock(),
    dataFolder: env.dataFolder,
  };
}
