/** Keys and the ciphers that use them. Where their roots come from: key-ring.ts. */
import {
  type CipherKey,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import { randomOf } from "./random.ts";

/** Seals under one key, and opens what was sealed under it. */
export interface Sealing {
  /** Encrypts, bound to `context` (associated data). The text begins with the name of the generation of keys that sealed it. */
  seal(context: string, plain: Buffer): string;
  /** @throws Error when the ciphertext, the context or the key is not the right one */
  open(context: string, sealed: string): Buffer;
}

export interface Keys extends Sealing {
  /** Keyed hash of text for one purpose; lower-case hex. Purposes never share a key. Rotation does not change it. */
  hmac(purpose: string, text: string): string;
  /** The same under a key of one compartment (a case): what opens one opens no other. */
  compartment(name: string): Sealing;
  /** Short public name of the generation of keys in use. */
  keyId: string;
}

const KEY_BYTES = 32;
const TAG_BYTES = 16;

/** Derives every key from one root of 32 bytes. */
export const keysFrom = (root: Buffer): Keys => keysOf({ lookup: root, roots: [root] });

/**
 * Derives every key (HKDF, RFC 5869).
 * @param lookup root of the keyed hashes, which must outlive a rotation: rows are found by them
 * @param roots of sealing, 32 bytes each: the first seals, and what an older one sealed opens still
 */
export function keysOf({ lookup, roots }: { lookup: Buffer; roots: readonly Buffer[] }): Keys {
  const hashing = deriving(lookup);
  const generations = roots.map((root) => ({ id: generationOf(root), key: deriving(root) }));
  const [current] = generations;
  if (!current) throw new Error("There is no root key to seal with.");
  const sealing = (purpose: string): Sealing => ({
    seal: (context, plain) => `${current.id}.${encrypt(current.key(purpose), context, plain)}`,
    open(context, sealed) {
      const [id, ciphertext] = sealed.split(".", 2);
      if (ciphertext === undefined) return firstThatOpens(generations, purpose, context, sealed);
      const generation = generations.find((one) => one.id === id);
      if (!generation) throw new Error("This was sealed under keys that are not here.");
      return decrypt(generation.key(purpose), context, ciphertext);
    },
  });
  return {
    hmac: (purpose, text) =>
      createHmac("sha256", hashing(`hmac/${purpose}`))
        .update(text, "utf8")
        .digest("hex"),
    ...sealing("seal"),
    compartment: (name) => sealing(`compartment/${name}`),
    keyId: current.id,
  };
}

/** Short public name of a root. */
const generationOf = (root: Buffer): string =>
  createHash("sha256").update(deriving(root)("id").export()).digest("hex").slice(0, 8);

type Derive = (purpose: string) => KeyObject;

/** As key objects: Node looks at a buffer four times as long as it takes to hash with it. */
function deriving(root: Buffer): Derive {
  const derived = new Map<string, KeyObject>();
  return (purpose) => {
    const known = derived.get(purpose);
    if (known) return known;
    const made = createSecretKey(Buffer.from(hkdfSync("sha256", root, "attest/1", purpose, KEY_BYTES)));
    derived.set(purpose, made);
    return made;
  };
}

/** What was sealed before generations had names says not which. @throws Error where none opens it */
function firstThatOpens(
  generations: readonly { key: Derive }[],
  purpose: string,
  context: string,
  sealed: string,
): Buffer {
  for (const [at, { key }] of generations.entries()) {
    try {
      return decrypt(key(purpose), context, sealed);
    } catch (error) {
      if (at === generations.length - 1) throw error;
    }
  }
  throw new Error("No key opens this.");
}

/** AES-256-GCM with a random nonce; nonce, ciphertext and tag as one base64url text. */
export function encrypt(key: CipherKey, context: string, plain: Buffer): string {
  const nonce = randomOf(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context, "utf8"));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
    "base64url",
  );
}

/** Reverses `encrypt`. @throws Error on any wrong bit, key or context */
export function decrypt(key: CipherKey, context: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, "base64url");
  // A text cut short would else bring a short tag, which is quickly guessed (NIST SP 800-38D, appendix C).
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), {
    authTagLength: TAG_BYTES,
  }).setAAD(Buffer.from(context, "utf8"));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(12, -TAG_BYTES)), decipher.final()]);
}
