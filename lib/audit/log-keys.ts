/** The keys that sign checkpoints of the log: public halves on record, the private half sealed under the master key. */
import { asc, eq } from "drizzle-orm";
import { logKeys, logSecrets } from "#db/schema/index.ts";
import type { Reader, Tx } from "#db/store.ts";
import { newId } from "#lib/core/ids.ts";
import { contextOfLogSecret } from "#lib/core/rewrap.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { randomOf } from "#lib/platform/random.ts";
import { originOf, signKeyChange } from "./checkpoint.ts";
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
  size: number;
  change: string | null;
}

/** All keys of a log, the oldest first. */
export async function keysOfLog(read: Reader, log: string): Promise<LogKey[]> {
  const rows = await read
    .select({ origin: logKeys.origin, vkey: logKeys.vkey, size: logKeys.size, change: logKeys.change })
    .from(logKeys)
    .orderBy(asc(logKeys.size), asc(logKeys.at), asc(logKeys.id));
  return rows.flatMap((row) => {
    const key = readKey(row.vkey);
    return key && isOriginOf(row.origin, log) ? [{ ...row, key }] : [];
  });
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
