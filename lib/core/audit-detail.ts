/**
 * Details of events: who changed what from what to what, and why. Encrypted under a data key of the record concerned, so that
 * destroying one key makes one record's details unreadable and no others. It is wrapped by the key of the compartment (the case) that
 * the record was in, and that is derived from the master key.
 */
import { createSecretKey, type KeyObject } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { dataKeys } from "#db/schema/index.ts";
import type { Reader, Tx } from "#db/store.ts";
import { headOf } from "./ids.ts";
import { decrypt, encrypt, type Keys, type Sealing } from "#lib/platform/keys.ts";
import { randomOf } from "#lib/platform/random.ts";

export const contextOfKey = (id: string) => `data-key:${id}`;
const contextOfDetail = (id: string, seq: number) => `audit-detail:${id}:${seq}`;

const KEY_ID_LENGTH = 32;

/**
 * What the key of a record stands under: it begins as the record's id does, so that keys lie together as records do.
 * Keys made before that was so stand under `former`, and are still used.
 */
export function keyIdsOf(keys: Keys, subject: string) {
  const hidden = keys.hmac("data-key-id", subject);
  const current = `${headOf(subject)}${hidden}`.slice(0, KEY_ID_LENGTH);
  return { current, former: hidden.slice(0, KEY_ID_LENGTH) };
}

/**
 * What wraps the key of a record.
 * @param compartment null for keys from before there was one between the master key and them
 */
export const wrapping = (keys: Keys, compartment: string | null): Sealing =>
  compartment === null ? keys : keys.compartment(compartment);

interface Protected {
  /** Id of the record whose key protects a detail. */
  subject: string;
  /** Where that key is to be made if there is none. */
  compartment: string;
}

/** Encrypts a detail of the entry `seq`. */
export async function sealDetail(
  tx: Tx,
  keys: Keys,
  { subject, compartment }: Protected,
  seq: number,
  now: number,
  detail: unknown,
) {
  const ids = keyIdsOf(keys, subject);
  const { id, key } =
    (await findKey(tx, keys, [ids.current, ids.former])) ??
    (await makeKey(tx, keys, { id: ids.current, compartment }, now));
  return {
    keyId: id,
    ciphertext: encrypt(key, contextOfDetail(id, seq), Buffer.from(JSON.stringify(detail))),
  };
}

/** Reads a detail back; null when its key was destroyed. */
export async function openDetail(read: Reader, keys: Keys, keyId: string, seq: number, ciphertext: string) {
  const key = await readKey(read, keys, keyId);
  if (!key) return null;
  const parsed: unknown = JSON.parse(decrypt(key, contextOfDetail(keyId, seq), ciphertext).toString("utf8"));
  return parsed;
}

async function readKey(read: Reader, keys: Keys, id: string): Promise<KeyObject | null> {
  const kept = read.kept("data-key", (from) =>
    from
      .select({ wrapped: dataKeys.wrapped, compartment: dataKeys.compartment })
      .from(dataKeys)
      .where(eq(dataKeys.id, sql.placeholder("id"))),
  );
  const [row] = await kept.execute({ id });
  return row ? createSecretKey(wrapping(keys, row.compartment).open(contextOfKey(id), row.wrapped)) : null;
}

/** The first of some keys that is there. */
async function findKey(tx: Tx, keys: Keys, ids: readonly string[]) {
  for (const id of ids) {
    const key = await readKey(tx, keys, id);
    if (key) return { id, key };
  }
  return null;
}

async function makeKey(
  tx: Tx,
  keys: Keys,
  { id, compartment }: { id: string; compartment: string },
  now: number,
) {
  const key = randomOf(32);
  const wrapped = wrapping(keys, compartment).seal(contextOfKey(id), key);
  await tx.insertRow(dataKeys, { id, wrapped, compartment, createdAt: now });
  return { id, key: createSecretKey(key) };
}
