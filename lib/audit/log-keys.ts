/** The keys that sign checkpoints of the log: public halves on record, the private half sealed under the master key. */
import { and, asc, eq, exists } from "drizzle-orm";
import { auditEvents, logKeys, logSecrets } from "#db/schema/index.ts";
import type { Reader, Tx } from "#db/store.ts";
import { newId } from "#lib/core/ids.ts";
import { contextOfLogSecret } from "#lib/core/rewrap.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { randomOf } from "#lib/platform/random.ts";
import {
  isSignedByOneOf,
  originOf,
  readKeyChange,
  type SignedCheckpoint,
  signKeyChange,
} from "./checkpoint.ts";
import { readKey, type VerifierKey, verifierKeyOf, writeKey } from "./note.ts";

/** What stands in the way of signing, so that nothing is signed until a person has looked. */
export class SignerRefuses extends Error {
  readonly problem: SignerProblem;
  constructor(problem: SignerProblem) {
    super(`the log is not signed: ${problem}`);
    this.problem = problem;
  }
}

export type SignerProblem =
  /** There is a public key and no private one to it, or it does not open. */
  | "key_missing"
  /** The private key is that of another public one. */
  | "key_other"
  /** The log is shorter than what was signed of it, or other. */
  | "departs"
  /** What is kept as the last checkpoint was not signed by a key of this log. */
  | "forged"
  /** Entries since the last checkpoint do not hold. */
  | "broken";

export interface LogKey {
  origin: string;
  vkey: string;
  key: VerifierKey;
  /** Of the log, from which on it signs. */
  size: number;
  /** Up to which it does; null for the key that signs now, and for the last of an origin that is past. */
  until: number | null;
  change: string | null;
}

/**
 * All keys of a log, the oldest first. A key that was put into the database without a change that the one before it signed, or
 * without an entry by which a loss was accepted, is none: else whoever cut the log short could say that it was accepted.
 */
export async function keysOfLog(read: Reader, log: string): Promise<LogKey[]> {
  const acceptance = read
    .select({ seq: auditEvents.seq })
    .from(auditEvents)
    // A refused one names no key: there was none yet.
    .where(and(eq(auditEvents.objectId, logKeys.id), eq(auditEvents.act, "audit.acceptLoss")));
  const rows = await read
    .select({
      origin: logKeys.origin,
      vkey: logKeys.vkey,
      size: logKeys.size,
      change: logKeys.change,
      isAccepted: exists(acceptance).mapWith(Boolean).as("is_accepted"),
    })
    .from(logKeys)
    .orderBy(asc(logKeys.size), asc(logKeys.at), asc(logKeys.id));
  const all: LogKey[] = [];
  for (const { isAccepted, ...row } of rows) {
    const key = readKey(row.vkey);
    if (!key || key.name !== row.origin || !isOriginOf(row.origin, log)) continue;
    const before = all.at(-1);
    const isOurs =
      before?.origin === row.origin ? isChangeTo(row, before) : isNext(row.origin, before, isAccepted);
    if (!isOurs) continue;
    if (before?.origin === row.origin) before.until = row.size;
    all.push({ ...row, key, until: null });
  }
  return all;
}

/** Whether the key before signed the change to this one. */
function isChangeTo(
  { change, vkey, size }: Pick<LogKey, "change" | "vkey" | "size">,
  before: LogKey,
): boolean {
  const read = change === null ? null : readKeyChange(change);
  return (
    read !== null && read.size === size && writeKey(read.from) === before.vkey && writeKey(read.to) === vkey
  );
}

/** Whether an origin is the first of the log, or follows the one before by an entry of the log. */
function isNext(origin: string, before: LogKey | undefined, isAccepted: boolean): boolean {
  if (generationOf(origin) === 1) return before === undefined;
  return isAccepted && generationOf(origin) > (before ? generationOf(before.origin) : 0);
}

/** Whether a checkpoint counts: one of the keys signed it, within its range (docs/audit-log.md, sections 5 and 6). */
export function counts(checkpoint: SignedCheckpoint, keys: readonly LogKey[]): boolean {
  const { size } = checkpoint;
  const inRange = keys.filter((one) => size >= one.size && (one.until === null || size <= one.until));
  return isSignedByOneOf(
    checkpoint,
    inRange.map(({ key }) => key),
  );
}

/** Whether an origin is that of a log, in any of its generations. */
export const isOriginOf = (origin: string, log: string): boolean =>
  origin === originOf(log) || (origin.startsWith(`${originOf(log)}/`) && generationOf(origin) > 1);

/** Generation of an origin: 1, and one more after each loss that was accepted; 0 for what is none. */
export function generationOf(origin: string): number {
  const parts = origin.split("/");
  if (parts.length === 2) return 1;
  const digits = parts[2] ?? "";
  return parts.length === 3 && /^[1-9][0-9]{0,8}$/.test(digits) ? Number(digits) : 0;
}

/** Whether an origin ended with a loss that was accepted: another took its place. */
export function isPast(origin: string, keys: readonly Pick<LogKey, "origin">[]): boolean {
  const now = keys.at(-1);
  return now !== undefined && generationOf(origin) > 0 && generationOf(origin) < generationOf(now.origin);
}

/**
 * The private half of a key.
 * @throws SignerRefuses `key_missing` | `key_other`
 */
export async function seedOf(read: Reader, keys: Keys, key: VerifierKey): Promise<Buffer> {
  const [row] = await read.select().from(logSecrets).where(eq(logSecrets.id, key.keyId));
  const seed = row ? opened(keys, key.keyId, row.sealed) : null;
  if (seed === null) throw new SignerRefuses("key_missing");
  if (writeKey(verifierKeyOf(key.name, seed)) !== writeKey(key)) throw new SignerRefuses("key_other");
  return seed;
}

function opened(keys: Keys, keyId: string, sealed: string): Buffer | null {
  try {
    return keys.open(contextOfLogSecret(keyId), sealed);
  } catch {
    return null;
  }
}

interface Beginning {
  origin: string;
  /** Size of the log from which on the key signs. */
  size: number;
  now: number;
}

/** Makes a key and keeps both halves of it. */
export async function beginKey(
  books: Tx,
  keys: Keys,
  { origin, size, now }: Beginning,
  change: Changing | null = null,
) {
  const seed = randomOf(32);
  const key = verifierKeyOf(origin, seed);
  const note = change && signKeyChange(origin, size, change.seed, seed, { from: change.from, to: key });
  const row = { id: newId("logKey"), origin, vkey: writeKey(key), size, change: note, at: now };
  await books.insert(logKeys).values(row);
  await books
    .insert(logSecrets)
    .values({ id: key.keyId, sealed: keys.seal(contextOfLogSecret(key.keyId), seed) });
  return { id: row.id, key };
}

/** The key before, of which the private half is taken away once both have signed. */
export interface Changing {
  from: VerifierKey;
  seed: Buffer;
}

/** Exchanges a key for another; both sign it. @throws SignerRefuses when the old one cannot */
export async function exchangeKey(books: Tx, keys: Keys, from: VerifierKey, beginning: Beginning) {
  const seed = await seedOf(books, keys, from);
  const made = await beginKey(books, keys, beginning, { from, seed });
  await books.delete(logSecrets).where(eq(logSecrets.id, from.keyId));
  return made;
}
