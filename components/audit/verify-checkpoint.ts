/**
 * Reads a checkpoint of the log and verifies its signature with what the browser has (docs/audit-log.md, sections 5 and 6; C2SP
 * signed-note and tlog-checkpoint; Ed25519, RFC 8032), with none of the code of the server. Safe for the browser.
 */
import type { Noted } from "#lib/audit/words.ts";

/** What a browser finds of a checkpoint. */
export type CheckpointHere =
  | { signed: true; point: Noted }
  /** `forged`: the key signed nothing of the kind; `unable`: this browser cannot verify such signatures. */
  | { signed: false; why: "forged" | "unable" };

const SIGNS = 1;
const FORGED = { signed: false, why: "forged" } as const;
/** Kind and key, in the line of a key; kind by itself takes one byte. */
const KEY_BYTES = 33;
const KEY_ID_BYTES = 4;

/**
 * Verifies a checkpoint.
 * @param raw the signed note
 * @param vkey the key, as one line of text: name, id, and in base64 kind and key
 */
export async function checkpointHere(raw: string, vkey: string): Promise<CheckpointHere> {
  const key = await readKey(vkey);
  const end = raw.lastIndexOf("\n\n");
  const text = raw.slice(0, end + 1);
  const [origin, digits, root, ...rest] = text.split("\n");
  const bytes = bytesIn(root ?? "");
  if (!key || end < 0 || origin !== key.name || rest.length === 0) return FORGED;
  if (bytes?.length !== 32 || !/^(?:0|[1-9][0-9]{0,14})$/.test(digits ?? "")) return FORGED;
  const own = raw
    .slice(end + 2)
    .split("\n")
    .filter((line) => line.startsWith(`\u2014 ${key.name} `))
    .map((line) => bytesIn(line.slice(key.name.length + 3)) ?? new Uint8Array())
    .filter((line) => hexOf(line.slice(0, KEY_ID_BYTES)) === key.id);
  if (own.length === 0) return FORGED;
  // Each line in the name and id of the key must be by it.
  for (const line of own) {
    const signs = await hasSigned(key.bytes, line.slice(KEY_ID_BYTES), new TextEncoder().encode(text));
    if (signs === null) return { signed: false, why: "unable" };
    if (!signs) return FORGED;
  }
  return { signed: true, point: { size: Number(digits), root: hexOf(bytes) } };
}

/** Null where the browser knows no Ed25519. */
async function hasSigned(key: Bytes, signature: Bytes, text: Bytes): Promise<boolean | null> {
  try {
    const known = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
    return await crypto.subtle.verify({ name: "Ed25519" }, known, signature, text);
  } catch {
    return null;
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

/** A key that is what its id says, and signs as the log does; null for another. */
async function readKey(vkey: string): Promise<{ name: string; id: string; bytes: Bytes } | null> {
  const [, name = "", id = "", data = ""] = /^([^\s+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? [];
  const bytes = bytesIn(data);
  if (bytes?.length !== KEY_BYTES || bytes[0] !== SIGNS) return null;
  const named = new TextEncoder().encode(`${name}\n`);
  const whole = new Uint8Array([...named, ...bytes]);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  return hexOf(hash.slice(0, KEY_ID_BYTES)) === id ? { name, id, bytes: bytes.slice(1) } : null;
}

/** Bytes of a text in base64, written in the one way that there is; or null. */
function bytesIn(base64: string): Bytes | null {
  try {
    const letters = atob(base64);
    if (btoa(letters) !== base64) return null;
    return Uint8Array.from(letters, (letter) => letter.codePointAt(0) ?? 0);
  } catch {
    return null;
  }
}

const hexOf = (bytes: Bytes): string => [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
