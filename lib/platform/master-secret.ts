/** The one secret that opens the keys: from a key file, from the environment, or from a passphrase. It is never stored with them. */
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { hashRaw } from "@node-rs/argon2";
import type { PassphraseCost } from "./key-ring.ts";
import { randomOf } from "./random.ts";

const SECRET_BYTES = 32;
/** ASVS 5.0 asks 46 MiB of a password; this one opens everything. */
const COST = { memoryKiB: 131_072, passes: 3 } as const;
/** Characters, after the forms of one letter have become one. */
export const PASSPHRASE_LENGTH_MIN = 20;
export const PASSPHRASE_LENGTH_MAX = 1_000;

/** What a new passphrase is hashed with. */
export const newPassphraseCost = (): PassphraseCost => ({
  source: "passphrase",
  salt: randomOf(SECRET_BYTES).toString("hex"),
  ...COST,
});

/**
 * One form for what looks the same, whichever keyboard wrote it (NFKC, UAX #15: composed letters, forms of Arabic letters), and
 * without the blanks at its ends, which nobody sees.
 */
export const passphraseAsMeant = (typed: string): string => typed.normalize("NFKC").trim();

/** The secret of a passphrase. It takes some tenths of a second on purpose. */
export const secretOfPassphrase = (
  typed: string,
  { salt, memoryKiB, passes }: PassphraseCost,
): Promise<Buffer> =>
  hashRaw(passphraseAsMeant(typed), {
    salt: Buffer.from(salt, "hex"),
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: 1,
    outputLen: SECRET_BYTES,
  });

/**
 * Reads a key file.
 * @throws Error when there is none, when it is damaged, or readable by others
 */
export function readKeyFile(path: string): Buffer {
  if (!existsSync(path)) {
    throw new Error(
      `There is no key file at ${path}. Put it back from where you keep it, or set ATTEST_KEY_FILE to its place.`,
    );
  }
  if ((statSync(path).mode & 0o077) !== 0) {
    throw new Error(`The key file ${path} can be read by others. Run: chmod 600 ${path}`);
  }
  const text = readFileSync(path, "utf8").trim();
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new Error(
      `The key file ${path} is damaged: it must hold 64 hexadecimal digits. Put it back from where you keep it.`,
    );
  }
  return Buffer.from(text, "hex");
}

/** Makes a key file, for its owner alone. @throws Error of the file system where there is one */
export function makeKeyFile(path: string): Buffer {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const secret = randomBytes(SECRET_BYTES);
  writeFileSync(path, `${secret.toString("hex")}\n`, { mode: 0o600, flag: "wx", flush: true });
  chmodSync(path, 0o600);
  return secret;
}
