/**
 * Signed notes: a text and lines of signatures below it, each by a key with a name (C2SP signed-note). Ed25519 alone; a
 * cosignature (C2SP tlog-cosignature) is one over the text together with the time at which it was seen.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";

/** Kinds of signatures by their byte in a verifier key. */
export const SIGNS = 0x01;
export const COSIGNS = 0x04;
type Kind = typeof SIGNS | typeof COSIGNS;

/** A public key with its name: `<name>+<8 hex digits>+<base64 of kind and key>`. */
export interface VerifierKey {
  name: string;
  kind: Kind;
  /** First four bytes of a hash over name, kind and key; lower-case hex. */
  keyId: string;
  /** 32 bytes. */
  publicKey: Buffer;
}

export interface NoteSignature {
  name: string;
  keyId: string;
  /** Without the key id: 64 bytes, or 8 bytes of time and 64 of a signature. */
  bytes: Buffer;
}

export interface Note {
  /** All that is signed, with its last line feed. */
  text: string;
  signatures: NoteSignature[];
}

/** A longer note is none of ours, nor of anybody who keeps to the rules. */
export const NOTE_BYTES_MAX = 64 * 1024;

const NAME = /^[^\s+]{1,200}$/u;
const LINE = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;
// DER of an Ed25519 key (RFC 8410) up to its 32 bytes.
const PRIVATE_DER = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_DER = Buffer.from("302a300506032b6570032100", "hex");

const keyIdOf = (name: string, kind: Kind, publicKey: Buffer): string =>
  createHash("sha256")
    .update(`${name}\n`)
    .update(Buffer.from([kind]))
    .update(publicKey)
    .digest("hex")
    .slice(0, 8);

const privateOf = (seed: Buffer) =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: "der", type: "pkcs8" });

const publicOf = (publicKey: Buffer) =>
  createPublicKey({ key: Buffer.concat([PUBLIC_DER, publicKey]), format: "der", type: "spki" });

/**
 * The public half of a key.
 * @param seed 32 bytes of an Ed25519 private key (RFC 8032, 5.1.5)
 * @param name without spaces and plus signs
 * @throws Error for another name
 */
export function verifierKeyOf(name: string, seed: Buffer, kind: Kind = SIGNS): VerifierKey {
  if (!NAME.test(name)) throw new Error("the name of a key has no spaces and no plus signs");
  const publicKey = createPublicKey(privateOf(seed)).export({ format: "der", type: "spki" }).subarray(-32);
  return { name, kind, keyId: keyIdOf(name, kind, publicKey), publicKey };
}

/** A verifier key as one line of text, the `vkey` of the specification. */
export const writeKey = ({ name, kind, keyId, publicKey }: VerifierKey): string =>
  `${name}+${keyId}+${Buffer.concat([Buffer.from([kind]), publicKey]).toString("base64")}`;

/** Reads a line of text as a verifier key; null for anything else, also where its id is not that of its key. */
export function readKey(line: string): VerifierKey | null {
  const found = /^([^\s+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u.exec(line.trim());
  const [, name, keyId, data] = found ?? [];
  if (!name || !keyId || !data) return null;
  const bytes = Buffer.from(data, "base64");
  const [kind] = bytes;
  if (bytes.length !== 33 || bytes.toString("base64") !== data || (kind !== SIGNS && kind !== COSIGNS))
    return null;
  const publicKey = bytes.subarray(1);
  return keyIdOf(name, kind, publicKey) === keyId ? { name, kind, keyId, publicKey } : null;
}

/** Reads a signed note; null for anything else. Which signatures hold is another question. */
export function readNote(raw: string): Note | null {
  if (raw.length > NOTE_BYTES_MAX || hasControls(raw)) return null;
  const end = raw.lastIndexOf("\n\n");
  if (end < 0 || !raw.endsWith("\n")) return null;
  const lines = raw.slice(end + 2, -1).split("\n");
  const signatures = lines.map(readSignature);
  const read = signatures.filter((one) => one !== null);
  return read.length === lines.length && read.length <= 100
    ? { text: raw.slice(0, end + 1), signatures: read }
    : null;
}

/** The specification allows no control character but the line feed, and no broken UTF-8. */
const hasControls = (text: string): boolean => /[^\P{Cc}\n]|\u{FFFD}/u.test(text);

/** Reads one line of a signature; null for anything else. */
export function readSignature(line: string): NoteSignature | null {
  const [, name, data] = LINE.exec(line) ?? [];
  if (!name || !data) return null;
  const bytes = Buffer.from(data, "base64");
  if (bytes.length < 5 || bytes.toString("base64") !== data) return null;
  return { name, keyId: bytes.toString("hex", 0, 4), bytes: bytes.subarray(4) };
}

const signatureLine = ({ name, keyId }: VerifierKey, bytes: Buffer): string =>
  `\u2014 ${name} ${Buffer.concat([Buffer.from(keyId, "hex"), bytes]).toString("base64")}\n`;

/** The line of a signature over a text. */
export const signatureOver = (text: string, name: string, seed: Buffer): string =>
  signatureLine(verifierKeyOf(name, seed), sign(null, Buffer.from(text), privateOf(seed)));

/** A note with the signatures of the given keys, in their order. */
export const signNote = (text: string, by: readonly { name: string; seed: Buffer }[]): string =>
  `${text}\n${by.map(({ name, seed }) => signatureOver(text, name, seed)).join("")}`;

/** A text's bytes as a cosigner signs them (C2SP tlog-cosignature, format of cosignature/v1). */
const cosigned = (text: string, seconds: number): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

/**
 * The line of a cosignature.
 * @param seconds when the text was seen, in whole seconds since 1970
 */
export function cosignatureOver(text: string, name: string, seed: Buffer, seconds: number): string {
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  const signature = sign(null, cosigned(text, seconds), privateOf(seed));
  return signatureLine(verifierKeyOf(name, seed, COSIGNS), Buffer.concat([time, signature]));
}

/**
 * Whether a key signed a note.
 * @returns `"holds"`, `"fails"` where a line in the name and id of the key is not by it, or `"absent"`
 */
export function signedBy(note: Note, key: VerifierKey): "holds" | "fails" | "absent" {
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (own.length === 0) return "absent";
  return own.every(({ bytes }) => holds(note.text, bytes, key)) ? "holds" : "fails";
}

function holds(text: string, bytes: Buffer, { kind, publicKey }: VerifierKey): boolean {
  if (kind === SIGNS)
    return bytes.length === 64 && verify(null, Buffer.from(text), publicOf(publicKey), bytes);
  const seconds = secondsOf(bytes);
  return seconds !== null && verify(null, cosigned(text, seconds), publicOf(publicKey), bytes.subarray(8));
}

/**
 * When a cosigner saw a note, in seconds since 1970; null when the key did not cosign it.
 */
export function cosignedAt(note: Note, key: VerifierKey): number | null {
  if (key.kind !== COSIGNS || signedBy(note, key) !== "holds") return null;
  const line = note.signatures.find(({ name, keyId }) => name === key.name && keyId === key.keyId);
  return line ? secondsOf(line.bytes) : null;
}

function secondsOf(bytes: Buffer): number | null {
  if (bytes.length !== 72) return null;
  const seconds = bytes.readBigUInt64BE();
  return seconds <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(seconds) : null;
}
