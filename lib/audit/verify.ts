/**
 * Verifies the chain of events, entry by entry: every entry is the canonical text of an event (RFC 8785), carries the
 * number of its place and the leaf hash (RFC 6962) of the entry before, and agrees with what is stored beside it.
 *
 * What a chain alone cannot show: a tail that was cut off together with the note of where it ends, and a log that was
 * written anew from some point on to its end. Against both helps only a size and root noted down elsewhere (`noted`).
 */
import { type AuditEvent, encodeEvent, FIRST_PREV, leafOf, sha256 } from "#lib/core/audit-event.ts";
import { type MerkleTree, merkleTree, type TreeSoFar } from "./merkle.ts";
import type { ChainFault, Noted } from "./vocabulary.ts";

/** An entry as it is stored: the hashed text, the columns that repeat parts of it, and the encrypted detail. */
export interface StoredEvent {
  seq: number;
  leaf: string;
  body: string;
  caseId: string | null;
  act: string;
  actor: string;
  objectId: string | null;
  decision: string;
  requestId: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Ciphertext kept under this number, null for none; undefined in a copy that comes without the details. */
  detail: string | null | undefined;
}

/** The note of where the log ends. */
export interface StoredHead {
  log: string;
  seq: number;
  leaf: string;
  at: number;
}

export interface ChainHolds {
  ok: true;
  log: string | null;
  count: number;
  headSeq: number;
  headLeaf: string;
  /** RFC 6962 root over all entries. */
  root: string;
  /** Milliseconds since 1970; null for an empty log. */
  firstAt: number | null;
  lastAt: number | null;
}

export interface ChainBroken {
  ok: false;
  /** Number of the first entry that is missing or does not hold. */
  firstBad: number;
  /** Where only a range can be named, as in a log that was mended after the change: its last number. */
  lastBad?: number;
  why: ChainFault;
  /** Number of the last entry up to which everything holds; 0 for none. */
  lastGood: number;
}

export type ChainResult = ChainHolds | ChainBroken;

interface State {
  log: string | null;
  seq: number;
  /** Null: not known, so that the next entry is believed about it. */
  leaf: string | null;
  at: number;
  firstAt: number | null;
}

/** How a chain is verified. */
export interface ChainOptions {
  /** Sizes and roots noted elsewhere, to hold the log against. */
  noted?: readonly Noted[];
  /**
   * Those kept beside the log itself. Whoever stole the key may have signed them anew, so that they fit a log written anew: they
   * narrow down no change that something noted elsewhere gives away.
   */
  onRecord?: readonly Noted[];
  /** Called with each entry that holds. */
  onGood?: (event: AuditEvent, leaf: string) => void;
  /** Number of the first entry, for a look at the end alone, whose count and root are those of what was looked at. */
  from?: number;
  /** What came before the first entry, where that was verified before: count and root are then those of the whole. */
  before?: TreeSoFar & { leaf: string; log: string | null };
}

/**
 * Verifies a chain.
 * @param events in ascending order of their numbers, from the very first
 * @param head where the log says that it ends; `"absent"` for a copy that has no such note
 */
export async function verifyChain(
  events: AsyncIterable<StoredEvent>,
  head: StoredHead | null | "absent",
  options: ChainOptions = {},
): Promise<ChainResult> {
  const { before, onGood } = options;
  const tree = merkleTree(before);
  const held = heldAgainst(options.noted ?? [], options.onRecord ?? []);
  let state = startOf(options);
  for await (const stored of events) {
    const checked = checkNext(state, stored);
    if ("why" in checked) return checked;
    tree.add(stored.leaf);
    const departs = held.departsAt(tree);
    if (departs) return departs;
    onGood?.(checked.event, stored.leaf);
    state = checked.state;
  }
  if (held.last() > tree.size) return broken(tree.size + 1, "missing", tree.size);
  const fault = head === "absent" ? null : headFault(state, head);
  if (fault) return fault;
  const { log, seq: headSeq, firstAt } = state;
  const headLeaf = state.leaf ?? FIRST_PREV;
  const lastAt = firstAt === null ? null : state.at;
  return { ok: true, log, count: tree.size, headSeq, headLeaf, root: tree.root(), firstAt, lastAt };
}

function startOf({ from = 1, before }: ChainOptions): State {
  if (before) return { log: before.log, seq: before.size, leaf: before.leaf, at: 0, firstAt: null };
  return { log: null, seq: from - 1, leaf: from === 1 ? FIRST_PREV : null, at: 0, firstAt: null };
}

/** Compares roots as the tree grows past the sizes that were noted; between two of them a change can be narrowed down. */
function heldAgainst(noted: readonly Noted[], onRecord: readonly Noted[]) {
  const [elsewhere, beside] = [rootsBySize(noted), rootsBySize(onRecord)];
  let [fitsElsewhere, fits] = [0, 0];
  return {
    last: () => [...noted, ...onRecord].reduce((greatest, { size }) => Math.max(greatest, size), 0),
    departsAt(tree: MerkleTree): ChainBroken | null {
      const { size } = tree;
      const [wanted, kept] = [elsewhere.get(size), beside.get(size)];
      if (!wanted && !kept) return null;
      const root = tree.root();
      const isOther = (roots: Set<string> | undefined) => [...(roots ?? [])].some((one) => one !== root);
      const departs = (fitting: number) => ({
        ...broken(fitting + 1, "noted_root", fitting),
        lastBad: size,
      });
      if (isOther(wanted)) return departs(fitsElsewhere);
      if (wanted) fitsElsewhere = size;
      if (isOther(kept)) return departs(Math.max(fits, fitsElsewhere));
      fits = size;
      return null;
    },
  };
}

function rootsBySize(noted: readonly Noted[]): Map<number, Set<string>> {
  const roots = new Map<number, Set<string>>();
  for (const { size, root } of noted) roots.set(size, (roots.get(size) ?? new Set()).add(root));
  return roots;
}

const broken = (firstBad: number, why: ChainFault, lastGood: number): ChainBroken => ({
  ok: false,
  firstBad,
  why,
  lastGood,
});

function checkNext(before: State, stored: StoredEvent): ChainBroken | { state: State; event: AuditEvent } {
  const expected = before.seq + 1;
  const bad = (why: ChainFault) => broken(stored.seq, why, before.seq);
  if (stored.seq > expected) return broken(expected, "missing", before.seq);
  if (stored.seq < expected) return bad(stored.seq < 1 ? "number" : "duplicate");
  const event = parseEvent(stored.body);
  if (!event) return bad("not_canonical");
  if (stored.leaf !== leafOf(stored.body)) return bad("leaf");
  if (event.seq !== stored.seq) return bad("number");
  if (before.leaf !== null && event.prev !== before.leaf) return bad("previous");
  if (before.log !== null && event.log !== before.log) return bad("log");
  const at = Date.parse(event.ts);
  if (at < before.at) return bad("time");
  if (!columnsAgree(event, at, stored)) return bad("column");
  const detail = detailFault(event, stored.detail);
  if (detail) return bad(detail);
  return {
    state: { log: event.log, seq: stored.seq, leaf: stored.leaf, at, firstAt: before.firstAt ?? at },
    event,
  };
}

function columnsAgree(event: AuditEvent, at: number, stored: StoredEvent): boolean {
  return (
    stored.caseId === (event.case ?? null) &&
    stored.act === event.act &&
    stored.actor === event.actor &&
    stored.objectId === (event.obj ?? null) &&
    stored.decision === event.dec &&
    stored.requestId === event.req &&
    stored.at === at
  );
}

function detailFault(event: AuditEvent, detail: string | null | undefined): ChainFault | null {
  if (detail === undefined) return null;
  if (event.detail_h === undefined) return detail === null ? null : "detail_surplus";
  if (detail === null) return "detail_missing";
  return sha256(detail) === event.detail_h ? null : "detail_changed";
}

function headFault(last: State, head: StoredHead | null): ChainBroken | null {
  if (head === null) return last.seq === 0 ? null : broken(last.seq, "head_missing", last.seq - 1);
  if (head.seq > last.seq) return broken(last.seq + 1, "missing", last.seq);
  if (head.seq < last.seq) return broken(head.seq + 1, "head", head.seq);
  const fits = head.leaf === last.leaf && (last.seq === 0 || (head.log === last.log && head.at === last.at));
  return fits ? null : broken(last.seq, "head", Math.max(0, last.seq - 1));
}

const FIELDS = {
  text: [
    "act",
    "actor",
    "actor_role",
    "auth",
    "case",
    "detail_h",
    "log",
    "obj",
    "prev",
    "query_h",
    "reason",
    "req",
    "sess",
    "ts",
  ],
  number: ["hits", "obj_v", "query_len", "repeats", "seq"],
  list: ["rows", "rules", "shown"],
} as const;
const REQUIRED = ["act", "actor", "log", "prev", "req", "seq", "ts"] as const;
// From 1970 on: the log keeps milliseconds since then.
const INSTANT = /^(?:19[7-9][0-9]|[2-9][0-9]{3})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/;
const HASH = /^[0-9a-f]{64}$/;

/** Reads a text as an event; null when it is none, or not in the one canonical form. */
export function parseEvent(body: unknown): AuditEvent | null {
  if (typeof body !== "string") return null;
  try {
    const event: unknown = JSON.parse(body);
    return isEvent(event) && encodeEvent(event) === body ? event : null;
  } catch {
    return null;
  }
}

function isEvent(value: unknown): value is AuditEvent {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const field = (name: string): unknown => Reflect.get(value, name);
  const each = (names: readonly string[], fits: (one: unknown) => boolean) =>
    names.every((name) => !Object.hasOwn(value, name) || fits(field(name)));
  return (
    field("v") === 1 &&
    (field("dec") === "allow" || field("dec") === "deny") &&
    REQUIRED.every((name) => Object.hasOwn(value, name)) &&
    Number(field("seq")) >= 1 &&
    each(FIELDS.text, (one) => typeof one === "string") &&
    each(FIELDS.number, (one) => typeof one === "number") &&
    each(FIELDS.list, Array.isArray) &&
    HASH.test(String(field("prev"))) &&
    isInstant(String(field("ts")))
  );
}

const isInstant = (text: string) => INSTANT.test(text) && new Date(text).toISOString() === text;
