/**
 * The way back to the keys when nobody has the master secret any more: the ring sealed to a public key (X25519, RFC 7748) whose
 * private half exists only as shares in the hands of custodians (Shamir), some of whom together make it whole. Whoever saves the
 * ring needs the public half alone, so a rotation of the keys keeps the way back open with no custodian present.
 */
import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import { combine, split } from "shamir-secret-sharing";
import { z } from "zod";
import { decrypt, encrypt } from "./keys.ts";
import { SHARES_MAX, SHARES_MIN, setOf, type Share } from "./share-text.ts";

const Key = z.string().regex(/^[\w-]{43}$/);
const Count = z.number().int().min(SHARES_MIN).max(SHARES_MAX);

export const RecoverySlot = z.strictObject({
  /** Milliseconds since 1970. */
  madeAt: z.number().int(),
  needed: Count,
  shares: Count,
  publicKey: Key,
  /** Public half of a key made for this one sealing. */
  ephemeral: Key,
  sealed: z.string(),
});
export type RecoverySlot = z.output<typeof RecoverySlot>;

/** Who can recover: what is the same each time the ring is sealed. */
export type Custodians = Omit<RecoverySlot, "ephemeral" | "sealed">;

/** Why shares recover nothing. */
export type ShareFault = "too_few" | "same_twice" | "other_set" | "does_not_open";
export class SharesDoNotOpen extends Error {
  readonly fault: ShareFault;
  constructor(fault: ShareFault) {
    super(`the shares do not open: ${fault}`);
    this.fault = fault;
  }
}

/**
 * Makes a new set of shares. Nothing keeps them: they are for the hands of the custodians.
 * @param madeAt milliseconds since 1970
 */
export async function newCustodians(
  count: { shares: number; needed: number },
  madeAt: number,
): Promise<{ custodians: Custodians; shares: Share[] }> {
  const pair = generateKeyPairSync("x25519");
  const publicKey = rawOf(pair.publicKey, "x");
  const set = setOf(publicKey);
  const secret = Uint8Array.from(rawOf(pair.privateKey, "d"));
  const parts = await split(secret, count.shares, count.needed);
  secret.fill(0);
  const shares = parts.map((bytes, at) => ({ ...count, number: at + 1, set, bytes }));
  return { custodians: { madeAt, ...count, publicKey: publicKey.toString("base64url") }, shares };
}

/** Seals the text of a ring to the custodians. */
export function sealToCustodians(custodians: Custodians, ring: Buffer): RecoverySlot {
  const { madeAt, needed, shares, publicKey } = custodians;
  const once = generateKeyPairSync("x25519");
  const ephemeral = rawOf(once.publicKey, "x").toString("base64url");
  const agreed = diffieHellman({ privateKey: once.privateKey, publicKey: publicKeyOf(publicKey) });
  const sealed = encrypt(keyFor(agreed, ephemeral, publicKey), contextOf(custodians), ring);
  return { madeAt, needed, shares, publicKey, ephemeral, sealed };
}

/**
 * Opens a slot by the shares of custodians.
 * @throws SharesDoNotOpen also where the slot is damaged, or is one for somebody else: no cipher tells these apart
 */
export async function openByShares(slot: RecoverySlot, given: readonly Share[]): Promise<Buffer> {
  const set = setOf(Buffer.from(slot.publicKey, "base64url"));
  const fits = (share: Share) =>
    share.set === set && share.needed === slot.needed && share.shares === slot.shares;
  if (!given.every(fits)) throw new SharesDoNotOpen("other_set");
  if (new Set(given.map(({ number }) => number)).size < given.length) throw new SharesDoNotOpen("same_twice");
  if (given.length < slot.needed) throw new SharesDoNotOpen("too_few");
  try {
    const secret = await combine(given.map(({ bytes }) => bytes));
    const { publicKey, privateKey } = pairOf(secret, slot.publicKey);
    const agreed = diffieHellman({ privateKey, publicKey: publicKeyOf(slot.ephemeral) });
    return decrypt(keyFor(agreed, slot.ephemeral, publicKey), contextOf(slot), slot.sealed);
  } catch {
    throw new SharesDoNotOpen("does_not_open");
  }
}

/** Who can open a slot. */
export const custodiansOf = ({ madeAt, needed, shares, publicKey }: RecoverySlot): Custodians => ({
  madeAt,
  needed,
  shares,
  publicKey,
});

/** What the slot says of itself is bound to what it holds, and the seal of the ring to all of it (key-ring.ts). */
export const slotContext = ({ ephemeral, sealed, ...custodians }: RecoverySlot): string =>
  `${contextOf(custodians)}/${ephemeral}/${sealed}`;

const contextOf = ({ madeAt, needed, shares, publicKey }: Custodians): string =>
  `recovery/1/${madeAt}/${needed}/${shares}/${publicKey}`;

/** HKDF (RFC 5869) over the agreed secret, salted with both public halves as RFC 7748 §6.1 asks. */
const keyFor = (agreed: Buffer, ephemeral: string, publicKey: string): KeyObject =>
  createSecretKey(
    Buffer.from(hkdfSync("sha256", agreed, `${ephemeral}.${publicKey}`, "attest/1/recovery", 32)),
  );

const publicKeyOf = (x: string): KeyObject =>
  createPublicKey({ key: { kty: "OKP", crv: "X25519", x }, format: "jwk" });

/** @throws Error where the private half is not that of the slot */
function pairOf(secret: Uint8Array, publicKey: string): { privateKey: KeyObject; publicKey: string } {
  const d = Buffer.from(secret).toString("base64url");
  const privateKey = createPrivateKey({
    key: { kty: "OKP", crv: "X25519", d, x: publicKey },
    format: "jwk",
  });
  if (rawOf(createPublicKey(privateKey), "x").toString("base64url") !== publicKey)
    throw new Error("another key");
  return { privateKey, publicKey };
}

const rawOf = (key: KeyObject, part: "x" | "d"): Buffer =>
  Buffer.from(key.export({ format: "jwk" })[part] ?? "", "base64url");
