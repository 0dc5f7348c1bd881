/** Hashes and ways to sign that are relied on in certificates and time-stamps, by their numbers; broken ones are not among them. */

export const SHA256 = "2.16.840.1.101.3.4.2.1";
const HASHES: Readonly<Record<string, string>> = {
  [SHA256]: "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

interface WayToSign {
  /** Kind of the key. */
  key: "rsa" | "ec" | "ed25519";
  /** Null where the way has one of its own. */
  hash: string | null;
}

/** RSA of PKCS #1 1.5 (RFC 8017), ECDSA (RFC 5758) and Ed25519 (RFC 8410). */
const SIGNED_BY: Readonly<Record<string, WayToSign>> = {
  "1.2.840.113549.1.1.11": { key: "rsa", hash: "sha256" },
  "1.2.840.113549.1.1.12": { key: "rsa", hash: "sha384" },
  "1.2.840.113549.1.1.13": { key: "rsa", hash: "sha512" },
  "1.2.840.10045.4.3.2": { key: "ec", hash: "sha256" },
  "1.2.840.10045.4.3.3": { key: "ec", hash: "sha384" },
  "1.2.840.10045.4.3.4": { key: "ec", hash: "sha512" },
  "1.3.101.112": { key: "ed25519", hash: null },
};
const RSA = "1.2.840.113549.1.1.1";

/** Name of a hash as Node has it; null for one that is not relied on. */
export const hashNamed = (id: string): string | null => HASHES[id] ?? null;

/**
 * A way to sign; null for one that is not relied on.
 * @param digest number of the hash beside it, which RSA takes where it names none itself (RFC 3370, 3.2)
 */
export function wayToSign(id: string, digest?: string): WayToSign | null {
  const hash = digest === undefined ? null : hashNamed(digest);
  if (id === RSA && hash !== null) return { key: "rsa", hash };
  return SIGNED_BY[id] ?? null;
}
