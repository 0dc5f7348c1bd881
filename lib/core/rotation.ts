/**
 * Changes the keys of an installation: new ones for the database and for what is sealed in it. The ring names both generations
 * while that goes on, so whenever it is cut off, one of them opens everything; the next start ends it (prepare.ts).
 */
import { opensWith } from "#db/cipher.ts";
import { removeAside, swapFileKey } from "#db/swap-file.ts";
import { openStore } from "#db/store.ts";
import type { Env } from "#lib/platform/env.ts";
import { keysOfRing, type Master, newRoots, type Ring, saveRing } from "#lib/platform/key-ring.ts";
import type { Custodians } from "#lib/platform/recovery-slot.ts";
import { systemClock, UNWATCHED } from "./clock.ts";
import { databasePath, type Installation } from "./installation.ts";
import { rewrapKeys } from "./rewrap.ts";
import { recordKeysOf } from "./system.ts";

type Place = Pick<Env, "dataFolder" | "databaseUrl">;

/**
 * Rotates the keys. Nobody else may have the database open.
 * @returns the installation under its new keys
 * @throws Error with a sentence where somebody has; the old keys then hold
 */
export async function rotateKeys(place: Place, before: Installation): Promise<Installation> {
  const next = newRoots();
  const begun = keepRing(place, before, { ...before.ring, next });
  const path = databasePath(place);
  try {
    if (path !== null) swapFileKey(path, begun.ring.current.file, next.file);
  } catch (error) {
    // The file may be in its place, and only that not be known for certain: the next start looks which key opens it (prepare.ts).
    if (path !== null && opensWith(path, before.ring.current.file)) keepRing(place, begun, before.ring);
    throw error;
  }
  return finishRotation(place, begun);
}

/** Gives up a rotation that has not come to the database. */
export function undoRotation(place: Place, installation: Installation): Installation {
  const path = databasePath(place);
  if (path !== null) removeAside(path);
  return keepRing(place, installation, { ...installation.ring, next: null });
}

/** Ends a rotation of which the database has the new key: what is wrapped is wrapped anew, and the ring names the new keys. */
export async function finishRotation(place: Place, begun: Installation): Promise<Installation> {
  const { ring } = begun;
  if (ring.next === null) return begun;
  const keys = keysOfRing(ring, ring.next);
  const store = await openStore(place.databaseUrl, ring.next.file);
  try {
    const sys = { store, keys, clock: systemClock, clockWatch: UNWATCHED, dataFolder: place.dataFolder };
    await rewrapKeys(sys, recordKeysOf(sys));
  } finally {
    await store.close();
  }
  const former = [ring.current.seal, ...ring.former];
  return keepRing(place, begun, { ...ring, current: ring.next, next: null, former });
}

/** Puts the same keys under another secret. */
export const changeSecret = (
  place: Place,
  installation: Installation,
  master: Master,
  secret: Buffer,
): Installation => keepRing(place, { ...installation, secret, master }, installation.ring);

/** Lets other custodians recover the keys from now on, and none of those from before, unless from a copy that was made before. */
export const changeCustodians = (
  place: Place,
  installation: Installation,
  custodians: Custodians,
): Installation => keepRing(place, installation, { ...installation.ring, custodians });

function keepRing(place: Place, installation: Installation, ring: Ring): Installation {
  const { master, secret } = installation;
  saveRing(place.dataFolder, ring, master, secret);
  return { keys: keysOfRing(ring), fileKey: ring.current.file, ring, master, secret };
}
