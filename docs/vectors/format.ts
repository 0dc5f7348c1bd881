/**
 * The format of docs/audit-log.md, written once more for the vectors alone, by its definitions and not by the faster ways of
 * the program and the verifiers, with which it shares no code.
 */
import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";

export type Entry = Record<string, string | number | boolean | readonly string[]>;

const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const SHORT: Record<string, string> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
};
const quoted = (text: string): string =>
  `"${[...text]
    .map((sign) => {
      const long = sign < " " ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}` : sign;
      return SHORT[sign] ?? long;
    })
    .join("")}"`;

function written(value: Entry[string]): string {
  if (typeof value === "string") return quoted(value);
  return typeof value === "object" ? `[${value.map(quoted).join(",")}]` : String(value);
}

/** The canonical text of an entry (RFC 8785). */
export const bodyOf = (entry: Entry): string =>
  `{${Object.keys(entry)
    .sort()
    .map((key) => `${quoted(key)}:${written(entry[key] ?? "")}`)
    .join(",")}}`;

/** Leaf hash of a text or of bytes. */
export const leafOf = (text: string | Uint8Array): Buffer => sha256(Buffer.of(0), text);
const nodeOf = (left: Uint8Array, right: Uint8Array) => sha256(Buffer.of(1), left, right);

const splitOf = (count: number): number => {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
};

/** Root over leaf hashes (RFC 6962, 2.1). */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (!first) return sha256();
  if (leaves.length === 1) return first;
  const k = splitOf(leaves.length);
  return nodeOf(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

/** Inclusion proof of leaf `index` (RFC 6962, 2.1.1). */
export function inclusionOf(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length <= 1) return [];
  const k = splitOf(leaves.length);
  return index < k
    ? [...inclusionOf(index, leaves.slice(0, k)), rootOf(leaves.slice(k))]
    : [...inclusionOf(index - k, leaves.slice(k)), rootOf(leaves.slice(0, k))];
}

/** Consistency proof from the first `size` leaves to all (RFC 6962, 2.1.2). */
export const consistencyOf = (size: number, leaves: readonly Buffer[]): Buffer[] =>
  size === 0 ? [] : subproof(size, leaves, true);

function subproof(size: number, leaves: readonly Buffer[], isWhole: boolean): Buffer[] {
  if (size === leaves.length) return isWhole ? [] : [rootOf(leaves)];
  const k = splitOf(leaves.length);
  return size <= k
    ? [...subproof(size, leaves.slice(0, k), isWhole), rootOf(leaves.slice(k))]
    : [...subproof(size - k, leaves.slice(k), false), rootOf(leaves.slice(0, k))];
}

/** A key of the vectors: its private half is published with them. */
export interface Key {
  name: string;
  kind: 1 | 4;
  seed: Buffer;
  publicKey: Buffer;
  id: Buffer;
  vkey: string;
}

const DER = Buffer.from("302e020100300506032b657004220420", "hex");
const privateOf = (seed: Buffer) =>
  createPrivateKey({ key: Buffer.concat([DER, seed]), format: "der", type: "pkcs8" });

/** The key whose private half is 32 times one byte. */
export function keyOf(name: string, byte: number, kind: 1 | 4 = 1): Key {
  const seed = Buffer.alloc(32, byte);
  const publicKey = createPublicKey(privateOf(seed)).export({ format: "der", type: "spki" }).subarray(-32);
  const data = Buffer.concat([Buffer.of(kind), publicKey]);
  const id = sha256(`${name}\n`, data).subarray(0, 4);
  const vkey = `${name}+${id.toString("hex")}+${data.toString("base64")}`;
  return { name, kind, seed, publicKey, id, vkey };
}

/** A line of a signature with given bytes behind the key id. */
export const lineOf = ({ name, id }: Key, bytes: Uint8Array): string =>
  `\u2014 ${name} ${Buffer.concat([id, bytes]).toString("base64")}\n`;

/** The bytes of a signature over a text. */
export const signatureOf = (text: string, { seed }: Key): Buffer =>
  sign(null, Buffer.from(text), privateOf(seed));

/** The line with which a key signs a text: of a log, or of a witness that saw it at a time in seconds. */
export function signatureLine(text: string, key: Key, seconds = 1_900_000_000): string {
  if (key.kind === 1) return lineOf(key, signatureOf(text, key));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  const signature = signatureOf(`cosignature/v1\ntime ${seconds}\n${text}`, key);
  return lineOf(key, Buffer.concat([time, signature]));
}

/** A signed note. */
export const noteOf = (text: string, ...keys: Key[]): string =>
  `${text}\n${keys.map((key) => signatureLine(text, key)).join("")}`;

/** The text of a checkpoint over leaves. */
export const checkpointText = (origin: string, leaves: readonly Buffer[]): string =>
  `${origin}\n${leaves.length}\n${rootOf(leaves).toString("base64")}\n`;

/** The text of a change of keys. */
export const changeText = (from: Key, to: Key, size: number): string =>
  `attest key change\n${from.name}\n${from.vkey}\n${to.vkey}\n${size}\n`;

/** A file of the proof of one entry. */
export const proofFile = (index: number, hashes: readonly Buffer[], checkpoint: string): string =>
  `c2sp.org/tlog-proof@v1\nindex ${index}\n${linesOf(hashes)}\n${checkpoint}`;

/** Hashes in base64, a line each. */
export const linesOf = (hashes: readonly Buffer[]): string =>
  hashes.map((hash) => `${hash.toString("base64")}\n`).join("");
