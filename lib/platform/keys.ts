/** Keys and the ciphers that use them. The master key lies in a key file (mode 0600), apart from the database. */
import {
  type CipherKey,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { randomOf } from "./random.ts";

export interface Keys {
  /** Keyed hash of text for one purpose; lower-case hex. Purposes never share a key. */
  hmac(purpose: string, text: string): string;
  /** Encrypts under the master key, bound to `context` (associated data). */
  seal(context: string, plain: Buffer): string;
  /** @throws Error when the ciphertext, the context or the key is not the right one */
  open(context: string, sealed: string): Buffer;
  /** Short public name of the key in use. */
  keyId: string;
}

const KEY_BYTES = 32;
const TAG_BYTES = 16;

/**
 * Reads the key file, or makes one if there is none.
 * @throws Error when the file is damaged or readable by others
 */
export function openKeyFile(path: string): Keys {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, `${randomBytes(KEY_BYTES).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    chmodSync(path, 0o600);
  }
  if ((statSync(path).mode & 0o077) !== 0) {
    throw new Error(`The key file ${path} can be read by others. Run: chmod 600 ${path}`);
  }
  const text = readFileSync(path, "utf8").trim();
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new Error(
      `The key file ${path} is damaged: it must hold 64 hexadecimal digits. Restore it from your backup.`,
    );
  }
  return keysFrom(Buffer.from(text, "hex"));
}

/** Derives every key from one master key of 32 bytes (HKDF, RFC 5869). */
export function keysFrom(master: Buffer): Keys {
  const derived = new Map<string, KeyObject>();
  // As key objects: Node looks at a buffer four times as long as it takes to hash with it.
  const key = (purpose: string): KeyObject => {
    const known = derived.get(purpose);
    if (known) return known;
    const made = createSecretKey(Buffer.from(hkdfSync("sha256", master, "attest/1", purpose, KEY_BYTES)));
    derived.set(purpose, made);
    return made;
  };
  return {
    hmac: (purpose, text) =>
      createHmac("sha256", key(`hmac/${purpose}`))
        .update(text, "utf8")
        .digest("hex"),
    seal: (context, plain) => encrypt(key("seal"), context, plain),
    open: (context, sealed) => decrypt(key("seal"), context, sealed),
    keyId: createHash("sha256").update(key("id").export()).digest("hex").slice(0, 8),
  };
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
