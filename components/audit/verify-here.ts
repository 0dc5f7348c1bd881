/**
 * Verifies the log with what every browser has, and with none of the code of the server, whose word is not taken for it: every entry
 * and the tree over them (docs/audit-log.md, sections 1 to 3 and 10). Safe for the browser.
 */
import type { ChainFault, Noted } from "#lib/audit/words.ts";

export interface HereHolds {
  ok: true;
  count: number;
  /** RFC 6962 root over all entries; lower-case hex. */
  root: string;
}
export interface HereBroken {
  ok: false;
  firstBad: number;
  /** Where only a range can be named: its last number. */
  lastBad?: number;
  /** Number of the last entry up to which everything holds; 0 for none. */
  lastGood: number;
  why: ChainFault;
}
export type HereResult = HereHolds | HereBroken;

export interface VerifierHere {
  /** Takes further lines of `events.jsonl`, without line feeds. @returns the first fault, after which it is over */
  add(lines: readonly string[]): Promise<HereBroken | null>;
  end(): Promise<HereResult>;
}

type Bytes = Uint8Array<ArrayBuffer>;
interface Entry {
  seq: number;
  prev: string;
  log: string;
  at: number;
}

const WITHHELD = /^\{"leaf":"([0-9a-f]{64})","seq":([1-9][0-9]{0,14})\}$/;
const INSTANT = /^(?:19[7-9][0-9]|[2-9][0-9]{3})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/;
const HASH = /^[0-9a-f]{64}$/;
const STRINGS = "act actor actor_role auth case detail_h log obj prev query_h reason req sess ts".split(" ");
const NUMBERS = "hits obj_v query_len repeats seq".split(" ");
const LISTS = "rows rules shown".split(" ");
const REQUIRED = "act actor dec log prev req seq ts v".split(" ");

/** @param points sizes and roots noted elsewhere, to hold the log against */
export function verifierHere(points: readonly Noted[]): VerifierHere {
  const noted = [...points].sort((one, other) => one.size - other.size);
  const tree = growingTree();
  let [seq, prev, at, fits] = [0, "0".repeat(64), 0, 0];
  let log: string | null = null;

  const bad = (why: ChainFault, firstBad = seq + 1): HereBroken => ({
    ok: false,
    firstBad,
    lastGood: seq,
    why,
  });

  /** Takes one line; what it says of itself is compared with the line before. */
  function next(line: string, leaf: string): HereBroken | null {
    const withheld = WITHHELD.exec(line);
    const entry = withheld ? null : readEntry(line);
    if (!withheld && !entry) return bad("not_canonical");
    const number = entry?.seq ?? Number(withheld?.[2]);
    if (number > seq + 1) return bad("missing");
    if (number < seq + 1) return bad("duplicate", number);
    if (entry) {
      if (entry.prev !== prev) return bad("previous");
      if (log !== null && entry.log !== log) return bad("log");
      if (entry.at < at) return bad("time");
      log = entry.log;
      at = entry.at;
    }
    seq = number;
    prev = leaf;
    return null;
  }

  /** Lines up to and with the next size that was noted. */
  async function run(lines: readonly string[], leaves: readonly string[]): Promise<HereBroken | null> {
    for (const [place, line] of lines.entries()) {
      const fault = next(line, leaves[place] ?? "");
      if (fault) return fault;
    }
    await tree.add(leaves.map(bytesOf));
    const here = noted.filter(({ size }) => size === seq);
    if (here.length === 0) return null;
    const root = await tree.root();
    const departs = here.some((one) => one.root !== root);
    if (departs) return { ok: false, firstBad: fits + 1, lastBad: seq, lastGood: fits, why: "noted_root" };
    fits = seq;
    return null;
  }

  return {
    async add(lines) {
      const leaves = await Promise.all(lines.map(leafOf));
      for (let start = 0; start < lines.length;) {
        const upTo = noted.find(({ size }) => size > seq)?.size ?? Infinity;
        const end = Math.min(lines.length, start + upTo - seq);
        const fault = await run(lines.slice(start, end), leaves.slice(start, end));
        if (fault) return fault;
        start = end;
      }
      return null;
    },
    async end() {
      if ((noted.at(-1)?.size ?? 0) > seq) return bad("missing");
      return { ok: true, count: seq, root: await tree.root() };
    },
  };
}

/** Reads a line as an entry in canonical form (section 1), or null. */
function readEntry(line: string): Entry | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    const event: Readonly<Record<string, unknown>> = { ...value };
    const keys = Object.keys(event).sort();
    if (keys.some((key) => !/^[a-z][a-z_]*$/.test(key))) return null;
    if (`{${keys.map((key) => `"${key}":${canonical(event[key])}`).join(",")}}` !== line) return null;
    if (!REQUIRED.every((key) => key in event) || event["v"] !== 1) return null;
    if (event["dec"] !== "allow" && event["dec"] !== "deny") return null;
    const each = (names: readonly string[], fits: (one: unknown) => boolean) =>
      names.every((name) => !(name in event) || fits(event[name]));
    if (!each(STRINGS, (one) => typeof one === "string")) return null;
    if (!each(NUMBERS, (one) => typeof one === "number") || !each(LISTS, Array.isArray)) return null;
    const [seq, prev, log, ts] = [
      Number(event["seq"]),
      String(event["prev"]),
      String(event["log"]),
      String(event["ts"]),
    ];
    if (seq < 1 || !HASH.test(prev) || !INSTANT.test(ts) || new Date(ts).toISOString() !== ts) return null;
    return { seq, prev, log, at: Date.parse(ts) };
  } catch {
    return null;
  }
}

/** RFC 8785 for what an entry may hold. @throws Error for the rest */
function canonical(value: unknown): string {
  const isText = (one: unknown): one is string =>
    typeof one === "string" && !/\p{Surrogate}/u.test(one) && one === one.normalize("NFC");
  const isPlain = typeof value === "boolean" || (typeof value === "number" && Number.isSafeInteger(value));
  if (isPlain) return Object.is(value, -0) ? "0" : String(value);
  if (isText(value)) return JSON.stringify(value);
  if (!Array.isArray(value) || !value.every(isText)) throw new Error("no canonical value");
  return `[${value.map((one) => JSON.stringify(one)).join(",")}]`;
}

const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

const hexOf = (bytes: Bytes): string => [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
const bytesOf = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));

async function leafOf(line: string): Promise<string> {
  const withheld = WITHHELD.exec(line)?.[1];
  if (withheld) return withheld;
  const text = new TextEncoder().encode(line);
  const bytes = new Uint8Array(text.length + 1);
  bytes.set(text, 1);
  return hexOf(await sha256(bytes));
}

function nodeOf(left: Bytes, right: Bytes): Promise<Bytes> {
  const bytes = new Uint8Array(65);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return sha256(bytes);
}

/** The tree of RFC 6962, level by level: whole pairs go up, and what is left of a level waits for what follows. */
function growingTree() {
  const waiting: (Bytes | null)[] = [];
  return {
    async add(leaves: readonly Bytes[]): Promise<void> {
      let rising: Bytes[] = [...leaves];
      for (let level = 0; rising.length > 0; level++) {
        const before = waiting[level] ?? null;
        const nodes = before === null ? rising : [before, ...rising];
        waiting[level] = nodes.length % 2 === 1 ? (nodes.at(-1) ?? null) : null;
        const pairs = Array.from({ length: Math.floor(nodes.length / 2) }, (_, pair) => pair * 2);
        rising = await Promise.all(pairs.map((first) => nodeOf(...pairAt(nodes, first))));
      }
    },
    async root(): Promise<string> {
      let root: Bytes | null = null;
      for (const left of waiting) if (left) root = root === null ? left : await nodeOf(left, root);
      return hexOf(root ?? (await sha256(new Uint8Array(0))));
    },
  };
}

function pairAt(nodes: readonly Bytes[], first: number): [Bytes, Bytes] {
  const [left, right] = [nodes[first], nodes[first + 1]];
  if (!left || !right) throw new Error("half a pair");
  return [left, right];
}
