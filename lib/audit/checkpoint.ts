/**
 * Checkpoints: the size and the root of a log in a signed note (C2SP tlog-checkpoint), the change from one key to
 * another signed by both, and proofs of entries as files (C2SP tlog-proof).
 */
import {
  type Note,
  NOTE_BYTES_MAX,
  readKey,
  readNote,
  signedBy,
  signNote,
  type VerifierKey,
  writeKey,
} from "./note.ts";

export interface Checkpoint {
  /** Which log, and the name of the key: `attest/<id of the log>`. */
  origin: string;
  size: number;
  /** RFC 6962 root over the first `size` entries; lower-case hex. */
  root: string;
}

export interface SignedCheckpoint extends Checkpoint {
  note: Note;
  /** The note as it was read. */
  raw: string;
}

/** Origin of a log; after a loss that was accepted, the next `generation` of it. */
export const originOf = (log: string, generation = 1): string =>
  generation === 1 ? `attest/${log}` : `attest/${log}/${generation}`;

const hexToBase64 = (hex: string): string => Buffer.from(hex, "hex").toString("base64");

/** The text of a checkpoint: origin, size and root, a line each. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${hexToBase64(root)}\n`;

/** A checkpoint signed by the key of its log. @param seed 32 bytes of an Ed25519 private key */
export const signCheckpoint = (checkpoint: Checkpoint, seed: Buffer): string =>
  signNote(checkpointText(checkpoint), [{ name: checkpoint.origin, seed }]);

/** Reads a signed checkpoint, lines of extensions included; null for anything else. Signatures are not checked. */
export function readCheckpoint(raw: string): SignedCheckpoint | null {
  const note = readNote(raw);
  if (!note) return null;
  const [origin = "", digits = "", base64 = "", ...others] = note.text.split("\n");
  const root = hashFrom(base64);
  const size = sizeFrom(digits);
  if (origin === "" || size === null || root === null || others.length === 0) return null;
  if (others.at(-1) !== "" || others.slice(0, -1).some((line) => line === "")) return null;
  return { origin, size, root, note, raw };
}

/** Reads a size: decimal, without leading zeros; null for anything else. */
export function sizeFrom(digits: string): number | null {
  const size = Number(digits);
  return /^(0|[1-9][0-9]{0,15})$/.test(digits) && Number.isSafeInteger(size) ? size : null;
}

/** Reads 32 bytes in base64 as lower-case hex; null for anything else. */
export function hashFrom(base64: string): string | null {
  const bytes = Buffer.from(base64, "base64");
  return bytes.length === 32 && bytes.toString("base64") === base64 ? bytes.toString("hex") : null;
}

/** Whether one of the keys, the name of which must be the origin, signed a checkpoint. */
export const isSignedByOneOf = ({ note, origin }: SignedCheckpoint, keys: readonly VerifierKey[]): boolean =>
  keys.some((key) => key.name === origin && signedBy(note, key) === "holds");

/** A change of the key of a log, at a size of it. */
export interface KeyChange {
  origin: string;
  from: VerifierKey;
  to: VerifierKey;
  size: number;
}

const CHANGE = "attest key change";

/** A change of keys, signed by the old one and the new one. */
export function signKeyChange(
  origin: string,
  size: number,
  oldSeed: Buffer,
  newSeed: Buffer,
  keys: Pick<KeyChange, "from" | "to">,
) {
  const text = `${CHANGE}\n${origin}\n${writeKey(keys.from)}\n${writeKey(keys.to)}\n${size}\n`;
  return signNote(text, [
    { name: origin, seed: oldSeed },
    { name: origin, seed: newSeed },
  ]);
}

/** Reads a change of keys that both keys signed; null for anything else. */
export function readKeyChange(raw: string): KeyChange | null {
  const note = readNote(raw);
  const [kind, origin, oldLine, newLine, digits, end, ...more] = note?.text.split("\n") ?? [];
  const from = readKey(oldLine ?? "");
  const to = readKey(newLine ?? "");
  const size = sizeFrom(digits ?? "");
  if (!note || kind !== CHANGE || !origin || !from || !to || size === null) return null;
  if (end !== "" || more.length > 0 || from.name !== origin || to.name !== origin) return null;
  return signedBy(note, from) === "holds" && signedBy(note, to) === "holds"
    ? { origin, from, to, size }
    : null;
}

const PROOF = "c2sp.org/tlog-proof@v1";

/** That an entry stands in a log of a checkpoint. */
export interface EntryProof {
  /** Place of the entry, from 0. */
  index: number;
  /** From the leaf upward (RFC 6962, 2.1.1); lower-case hex. */
  hashes: string[];
  /** The signed checkpoint that it leads to. */
  checkpoint: string;
}

/** A proof as a file (C2SP tlog-proof). */
export const writeProof = ({ index, hashes, checkpoint }: EntryProof): string =>
  `${PROOF}\nindex ${index}\n${hashes.map((one) => `${hexToBase64(one)}\n`).join("")}\n${checkpoint}`;

/** Reads a proof; null for anything else. */
export function readProof(raw: string): EntryProof | null {
  if (raw.length > 2 * NOTE_BYTES_MAX) return null;
  const end = raw.indexOf("\n\n");
  const lines = raw.slice(0, Math.max(end, 0)).split("\n");
  if (lines.shift() !== PROOF) return null;
  if (lines[0]?.startsWith("extra ")) lines.shift();
  const index = sizeFrom(/^index (\d+)$/.exec(lines.shift() ?? "")?.[1] ?? "");
  const hashes = lines.map(hashFrom).filter((one) => one !== null);
  if (index === null || hashes.length !== lines.length || hashes.length > 63) return null;
  return { index, hashes, checkpoint: raw.slice(end + 2) };
}
