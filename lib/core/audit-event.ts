/**
 * The audit event in its final form: RFC 8785 (JCS) bytes of a flat object; leaf = SHA-256(0x00 ‖ bytes) as in RFC 6962,
 * so that a Merkle tree over the same leaves can be added without touching an event.
 */
import { hash } from "node:crypto";
import canonicalize from "canonicalize";

export interface AuditEvent {
  v: 1;
  log: string;
  /** From 1, without a gap. */
  seq: number;
  /** Leaf of the event before; 64 zeros for the first. */
  prev: string;
  ts: string;
  act: string;
  /** Random code of the person in this case's log. */
  actor: string;
  dec: "allow" | "deny";
  req: string;
  actor_role?: string;
  auth?: string;
  case?: string;
  /** SHA-256 of the encrypted detail. */
  detail_h?: string;
  /** How much a search found. */
  hits?: number;
  obj?: string;
  obj_v?: number;
  /** Keyed hash of what was searched for, folded; the same for the same words, and no text can be read from it. */
  query_h?: string;
  /** How many characters were searched for. */
  query_len?: number;
  /** A code from a list; free text is detail. */
  reason?: string;
  /** How many further not-found answers this event stands for. */
  repeats?: number;
  /** One entry a row written: `<table>:<id>:<version>:<projection>:<hmac>`, sorted; absent on reads. */
  rows?: string[];
  rules?: string[];
  /** Keyed hash of the session id. */
  sess?: string;
  /** What a read showed: `<id>:<version>`, of a search the ids alone; sorted. */
  shown?: string[];
}

export const FIRST_PREV = "0".repeat(64);

/**
 * The canonical text of an event: ASCII snake-case keys, NFC strings, integers, booleans and lists of strings only.
 * @throws Error when a value is of no such form, since its bytes could then differ between verifiers
 */
export function encodeEvent(event: AuditEvent): string {
  for (const [key, value] of Object.entries(event)) {
    if (!/^[a-z][a-z_]*$/.test(key) || !isPlain(value))
      throw new Error(`audit event: ${key} has no canonical form`);
  }
  const text = canonicalize(event);
  if (text === undefined) throw new Error("audit event: nothing to encode");
  return text;
}

function isPlain(value: unknown): boolean {
  if (typeof value === "string") return value === value.normalize("NFC");
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (Array.isArray(value)) return value.every((one) => typeof one === "string" && isPlain(one));
  return typeof value === "boolean";
}

/** RFC 6962 leaf hash of an event's canonical text; lower-case hex. */
export const leafOf = (body: string): string => hash("sha256", `\0${body}`);

/** SHA-256 of a text; lower-case hex. */
export const sha256 = (text: string): string => hash("sha256", text);
