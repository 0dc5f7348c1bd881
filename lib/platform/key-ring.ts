/**
 * The keys of an installation, in `keys/ring.json`: sealed under the master secret, which a key file, the environment or a
 * person at the start gives. So the secret can be changed without touching what the keys protect, and the keys without asking
 * for another secret. The file opens nothing by itself; without it the secret opens nothing either.
 */
import { createSecretKey, hkdfSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { decrypt, encrypt, type Keys, keysOf } from "./keys.ts";
import { randomOf } from "./random.ts";
import {
  type Custodians,
  custodiansOf,
  openByShares,
  RecoverySlot,
  sealToCustodians,
  slotContext,
} from "./recovery-slot.ts";
import type { Share } from "./share-text.ts";
import { writeWhole } from "./whole-file.ts";

/** One generation of keys. */
export interface Roots {
  /** Root of what is sealed. */
  seal: Buffer;
  /** Key of the SQLite file. */
  file: Buffer;
}

export interface Ring {
  /** Root of the keyed hashes, by which rows are found: rotation leaves it. */
  lookup: Buffer;
  current: Roots;
  /** While a rotation is under way: which of the two the database is under tells the database. */
  next: Roots | null;
  /** Roots of sealing from before: what is never written anew opens still. */
  former: Buffer[];
  /** Who can recover it together; null where nobody can. Every writing of the ring seals it to them anew. */
  custodians: Custodians | null;
}

const Hex32 = z.string().regex(/^[0-9a-f]{64}$/);

/** How a passphrase becomes the secret: Argon2id (RFC 9106), whose cost is noted so that it can be raised later. */
const PassphraseCost = z.strictObject({
  source: z.literal("passphrase"),
  salt: Hex32,
  memoryKiB: z.number().int().min(47_104).max(1_048_576),
  passes: z.number().int().min(1).max(16),
});
export type PassphraseCost = z.output<typeof PassphraseCost>;

const Master = z.discriminatedUnion("source", [z.strictObject({ source: z.literal("key") }), PassphraseCost]);
/** Where the master secret comes from. */
export type Master = z.output<typeof Master>;

const RingFile = z.strictObject({
  format: z.literal("attest-keys/1"),
  master: Master,
  sealed: z.string(),
  /** Missing where there are no custodians. */
  recovery: RecoverySlot.optional(),
});
export type RingFile = z.output<typeof RingFile>;

const Opened = z.strictObject({
  lookup: Hex32,
  current: z.strictObject({ seal: Hex32, file: Hex32 }),
  next: z.strictObject({ seal: Hex32, file: Hex32 }).nullable(),
  former: z.array(Hex32),
});

/** The secret is not the one under which the keys were sealed, or `keys/ring.json` is damaged: no cipher tells the two apart. */
export class WrongSecret extends Error {}

/** Where the ring of an installation lies. */
export const ringPathIn = (dataFolder: string) => join(dataFolder, "keys", "ring.json");

/** The ring of an installation. @returns null when there is none yet. @throws Error when it is no ring of this program */
export const readRingFile = (dataFolder: string): RingFile | null => readRing(ringPathIn(dataFolder));

/** The same of a ring wherever it lies. */
export function readRing(path: string): RingFile | null {
  if (!existsSync(path)) return null;
  const parsed = RingFile.safeParse(maybeJson(readFileSync(path, "utf8")));
  if (!parsed.success) {
    throw new Error(`${path} is damaged. Put it back from a backup; without it nothing opens.`);
  }
  return parsed.data;
}

function maybeJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** New keys. @param legacy the key of an installation from before there were rings: what it sealed and hashed stays valid */
export function newRing(legacy: Buffer | null): Ring {
  const root = legacy ?? randomOf(32);
  return {
    lookup: root,
    current: { seal: root, file: randomOf(32) },
    next: null,
    former: [],
    custodians: null,
  };
}

/** @returns fresh keys for a rotation */
export const newRoots = (): Roots => ({ seal: randomOf(32), file: randomOf(32) });

/** Opens a ring. @throws WrongSecret */
export function openRing({ master, recovery, sealed }: RingFile, secret: Buffer): Ring {
  try {
    return ringOf(decrypt(keyUnder(secret), contextOf(master, recovery), sealed), recovery);
  } catch {
    throw new WrongSecret("The keys do not open: the secret is another one, or keys/ring.json is damaged.");
  }
}

/**
 * Opens a ring by the shares of its custodians, whatever became of the secret.
 * @throws SharesDoNotOpen, and Error with a sentence where it has no custodians
 */
export async function openRingByShares({ recovery }: RingFile, given: readonly Share[]): Promise<Ring> {
  if (!recovery) throw new Error("There are no custodians of these keys.");
  return ringOf(await openByShares(recovery, given), recovery);
}

/** Writes a ring, whole or not at all. */
export function saveRing(dataFolder: string, ring: Ring, master: Master, secret: Buffer): void {
  mkdirSync(join(dataFolder, "keys"), { recursive: true, mode: 0o700 });
  const plain = Buffer.from(JSON.stringify(asText(ring)));
  const recovery = ring.custodians === null ? undefined : sealToCustodians(ring.custodians, plain);
  const sealed = encrypt(keyUnder(secret), contextOf(master, recovery), plain);
  const file: RingFile = { format: "attest-keys/1", master, sealed, ...(recovery && { recovery }) };
  writeWhole(ringPathIn(dataFolder), `${JSON.stringify(file, null, 2)}\n`);
}

/** Derives all keys; `newest` seals, and what the others sealed opens too. */
export function keysOfRing(ring: Ring, newest: Roots = ring.current): Keys {
  const all = [newest, ring.current, ...(ring.next ? [ring.next] : [])].map(({ seal }) => seal);
  const roots = [...all, ...ring.former].filter(
    (root, at, list) => list.findIndex((other) => other.equals(root)) === at,
  );
  return keysOf({ lookup: ring.lookup, roots });
}

const keyUnder = (secret: Buffer) =>
  createSecretKey(Buffer.from(hkdfSync("sha256", secret, "attest/1", "ring", 32)));

/**
 * Whoever changes how the secret is made (a cheaper passphrase) makes the ring unreadable, and so does whoever puts a key of
 * their own in place of the custodians', takes these away or damages what is sealed to them.
 */
const contextOf = (master: Master, recovery: RecoverySlot | undefined) =>
  `ring/1/${JSON.stringify(master)}${recovery ? `/${slotContext(recovery)}` : ""}`;

function ringOf(plain: Buffer, recovery: RecoverySlot | undefined): Ring {
  const custodians = recovery ? custodiansOf(recovery) : null;
  return { ...ringFrom(Opened.parse(JSON.parse(plain.toString("utf8")))), custodians };
}

const asText = ({ lookup, current, next, former }: Omit<Ring, "custodians">): z.input<typeof Opened> => {
  const hex = ({ seal, file }: Roots) => ({ seal: seal.toString("hex"), file: file.toString("hex") });
  return {
    lookup: lookup.toString("hex"),
    current: hex(current),
    next: next && hex(next),
    former: former.map((root) => root.toString("hex")),
  };
};

function ringFrom({ lookup, current, next, former }: z.output<typeof Opened>): Omit<Ring, "custodians"> {
  const bytes = ({ seal, file }: { seal: string; file: string }): Roots => ({
    seal: Buffer.from(seal, "hex"),
    file: Buffer.from(file, "hex"),
  });
  return {
    lookup: Buffer.from(lookup, "hex"),
    current: bytes(current),
    next: next && bytes(next),
    former: former.map((root) => Buffer.from(root, "hex")),
  };
}
