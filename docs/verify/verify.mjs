#!/usr/bin/env node
// Verifies the audit log of Attest, or an excerpt of it. One file, no dependencies, no network: Node 20 or later.
//
//   node verify.mjs events.jsonl [--noted SIZE:ROOT]... [--checkpoint FILE]... [--key VKEY|FILE]... [--witness VKEY]...
//   node verify.mjs FOLDER [--key VKEY|FILE]...                     a bundle, or a bag that holds data/audit
//   node verify.mjs --from OLD.note --to NEW.note --proof FILE [--key VKEY|FILE]...
//
// Exit 0: it holds. Exit 1: the first bad entry, or the first bad range of entries, is named. Exit 2: it cannot be
// verified, and one sentence says why. The format and every rule stand in docs/audit-log.md; the numbers of sections
// below are of that page.
import { createHash, createPublicKey, verify as verifySignature } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const USAGE =
  "Usage: node verify.mjs (events.jsonl | FOLDER | --from OLD.note --to NEW.note --proof FILE) " +
  "[--noted SIZE:ROOT] [--checkpoint FILE] [--key VKEY|FILE] [--key-change FILE] [--witness VKEY]";

const FIELDS = {
  string: [
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
};
const REQUIRED = ["act", "actor", "dec", "log", "prev", "req", "seq", "ts", "v"];
const WITHHELD = /^\{"leaf":"([0-9a-f]{64})","seq":([1-9][0-9]{0,14})\}$/;
const INSTANT = /^(?:19[7-9][0-9]|[2-9][0-9]{3})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/;
const FIRST_PREV = "0".repeat(64);
const NOTE_BYTES_MAX = 65_536;
const PROOF_BYTES_MAX = 131_072;
const KEY_FILE_BYTES_MAX = 1_048_576;
const WHY = {
  missing: "this number is not there: an entry was taken out, or the end was cut off",
  duplicate: "this number comes twice, or out of order",
  not_canonical: "this line is no entry in canonical form",
  previous: "this entry does not carry the hash of the one before: one of the two was changed",
  log: "this entry belongs to another log",
  time: "this entry's time lies before that of the one before",
  noted_root: "up to the end of this, it is not the log that was noted or signed",
  leaf: "nothing proves that this text stands in the log",
  number: "the proof beside this entry is for another place",
};

/** The first bad entry, or the first bad range. */
class Bad extends Error {
  constructor(why, first, last = first) {
    super(why);
    Object.assign(this, { why, first, last });
  }
}

/** It cannot be verified, for a reason in one sentence. `lines`: what there is to say before that. */
class Unverifiable extends Error {
  constructor(sentence, lines = []) {
    super(sentence);
    this.lines = lines;
  }
}

/** The arguments are wrong. */
class Misused extends Error {}

// ---- Section 1: an entry

/** RFC 8785 for what an entry may hold: strings in NFC, whole numbers, booleans, lists of strings. Throws for the rest. */
function canonical(value) {
  if (typeof value === "string") {
    if (!isWellFormed(value) || value !== value.normalize("NFC")) throw new Error("no canonical string");
    return JSON.stringify(value);
  }
  if (typeof value === "boolean" || (typeof value === "number" && Number.isSafeInteger(value)))
    return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === "string"))
    return `[${value.map(canonical).join(",")}]`;
  throw new Error("no canonical value");
}

const isWellFormed = (text) => !/\p{Surrogate}/u.test(text);

/** Reads a line as an entry, or null. */
function readEvent(line) {
  try {
    const event = JSON.parse(line);
    if (typeof event !== "object" || event === null || Array.isArray(event)) return null;
    const keys = Object.keys(event).sort();
    if (keys.some((key) => !/^[a-z][a-z_]*$/.test(key))) return null;
    if (`{${keys.map((key) => `"${key}":${canonical(event[key])}`).join(",")}}` !== line) return null;
    const has = (key) => Object.hasOwn(event, key);
    if (REQUIRED.some((key) => !has(key)) || event.v !== 1 || !["allow", "deny"].includes(event.dec))
      return null;
    if (FIELDS.string.some((key) => has(key) && typeof event[key] !== "string")) return null;
    if (FIELDS.number.some((key) => has(key) && typeof event[key] !== "number")) return null;
    if (FIELDS.list.some((key) => has(key) && !Array.isArray(event[key]))) return null;
    if (event.seq < 1 || !/^[0-9a-f]{64}$/.test(event.prev)) return null;
    return INSTANT.test(event.ts) && new Date(event.ts).toISOString() === event.ts ? event : null;
  } catch {
    return null;
  }
}

// ---- Section 2: hashes and the tree

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leafOf = (line) => sha256(Buffer.of(0), Buffer.from(line, "utf8"));
const nodeOf = (left, right) => sha256(Buffer.of(1), left, right);
const EMPTY_ROOT = sha256().toString("hex");
const half = (n) => Math.floor(n / 2);

/** The roots of whole subtrees, from the largest to the smallest: memory grows with the logarithm of the log. */
function growingTree() {
  const subtrees = [];
  let size = 0;
  return {
    add(leaf) {
      let node = leaf;
      for (let rest = size; rest % 2 === 1; rest = half(rest)) node = nodeOf(subtrees.pop(), node);
      subtrees.push(node);
      size += 1;
    },
    root: () =>
      subtrees.length === 0
        ? EMPTY_ROOT
        : subtrees.reduceRight((right, left) => nodeOf(left, right)).toString("hex"),
  };
}

/** Whether `leaf` is leaf number `index` of the log of that size and root. Hashes are bytes, the root hexadecimal. */
function isIncluded(leaf, index, size, hashes, root) {
  if (index >= size) return false;
  let [place, last, found] = [index, size - 1, leaf];
  for (const hash of hashes) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      found = nodeOf(hash, found);
      for (; place % 2 === 0 && place !== 0; place = half(place)) last = half(last);
    } else found = nodeOf(found, hash);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && found.toString("hex") === root;
}

/** Whether the log `older` ({ size, root }) is the beginning of the log `newer`. */
function isConsistent(older, newer, hashes) {
  if (older.size > newer.size) return false;
  if (older.size === newer.size) return hashes.length === 0 && older.root === newer.root;
  if (older.size === 0) return hashes.length === 0 && older.root === EMPTY_ROOT;
  let [place, last] = [older.size - 1, newer.size - 1];
  for (; place % 2 === 1; place = half(place)) last = half(last);
  const [first, ...others] = place === 0 ? [Buffer.from(older.root, "hex"), ...hashes] : hashes;
  if (!first) return false;
  let [was, is] = [first, first];
  for (const hash of others) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      [was, is] = [nodeOf(hash, was), nodeOf(hash, is)];
      for (; place % 2 === 0 && place !== 0; place = half(place)) last = half(last);
    } else is = nodeOf(is, hash);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && was.toString("hex") === older.root && is.toString("hex") === newer.root;
}

// ---- Reading: everything below returns null, or throws Unverifiable, for what is not in its form

/** Canonical base64 as bytes, or null. */
function fromBase64(text) {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
}

/** A hash in base64 as bytes, or null. */
function hashFrom(text) {
  const bytes = fromBase64(text);
  return bytes?.length === 32 ? bytes : null;
}

const decimalFrom = (text) => (/^(?:0|[1-9][0-9]{0,14})$/.test(text) ? Number(text) : null);

function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A small file as bytes; null for one that is greater. */
function bytesOf(path, max) {
  let file;
  try {
    file = openSync(path, "r");
    const bytes = Buffer.alloc(max + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length <= max; length += read)
      read = readSync(file, bytes, length, max + 1 - length, null);
    return length > max ? null : bytes.subarray(0, length);
  } catch (error) {
    throw new Unverifiable(unreadable(path, error));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const SYSTEM = { ENOENT: "it is not there", EACCES: "access is denied", EISDIR: "it is a folder" };
const unreadable = (path, error) =>
  `${shown(path)} cannot be read: ${SYSTEM[error?.code] ?? error?.code ?? "unknown"}.`;

/** Text from outside as one printable line. */
const shown = (text) => String(text).replace(/[^\P{C}]|[\u2028\u2029]/gu, "\uFFFD");

// ---- Section 4: keys and signed notes

const NAME = /^[^+\p{White_Space}]+$/u;
const LOG_KEY = 1;
const WITNESS_KEY = 4;
// DER of an Ed25519 public key (RFC 8410) up to its 32 bytes.
const PUBLIC_DER = Buffer.from("302a300506032b6570032100", "hex");

/** Reads a vkey, or null. */
function readKey(line) {
  const [name, keyId, ...rest] = line.split("+");
  const bytes = fromBase64(rest.join("+"));
  if (!NAME.test(name) || bytes?.length !== 33 || (bytes[0] !== LOG_KEY && bytes[0] !== WITNESS_KEY))
    return null;
  const id = sha256(Buffer.from(`${name}\n`), bytes).toString("hex", 0, 4);
  return id === keyId ? { name, keyId, kind: bytes[0], publicKey: bytes.subarray(1), line } : null;
}

/** The keys of a file, in its order. */
function keysIn(path) {
  const text = utf8(bytesOf(path, KEY_FILE_BYTES_MAX) ?? Buffer.of(255));
  const keys = (text ?? "-")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => readKey(line));
  if (keys.length === 0 || keys.some((key) => key?.kind !== LOG_KEY))
    throw new Unverifiable(`${shown(path)} is no file of keys of a log.`);
  return keys;
}

/** Reads the bytes of a signed note as { text, signatures }, or null. */
function readNote(bytes) {
  const raw = bytes && bytes.length <= NOTE_BYTES_MAX ? utf8(bytes) : null;
  if (raw === null || /[\0-\x09\x0b-\x1f]/.test(raw) || !raw.endsWith("\n")) return null;
  const end = raw.lastIndexOf("\n\n");
  const lines = raw.slice(end + 2, -1).split("\n");
  if (end < 0 || lines.length > 100) return null;
  const signatures = lines.map(readSignature);
  return signatures.includes(null) ? null : { text: raw.slice(0, end + 1), signatures };
}

function readSignature(line) {
  const [dash, name = "", base64 = "", ...more] = line.split(" ");
  const bytes = fromBase64(base64);
  if (dash !== "\u2014" || !NAME.test(name) || !bytes || bytes.length < 5 || more.length > 0) return null;
  return { name, keyId: bytes.toString("hex", 0, 4), bytes: bytes.subarray(4) };
}

/** Whether a key signed a note: "holds", "fails", or "absent" where no line belongs to the key. */
function signedBy({ text, signatures }, key) {
  const own = signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (own.length === 0) return "absent";
  return own.every(({ bytes }) => signatureHolds(text, bytes, key)) ? "holds" : "fails";
}

function signatureHolds(text, bytes, { kind, publicKey }) {
  if (bytes.length !== (kind === LOG_KEY ? 64 : 72)) return false;
  let [signed, signature] = [text, bytes];
  if (kind === WITNESS_KEY) {
    const seconds = bytes.readBigUInt64BE();
    if (seconds > BigInt(Number.MAX_SAFE_INTEGER)) return false;
    [signed, signature] = [`cosignature/v1\ntime ${seconds}\n${text}`, bytes.subarray(8)];
  }
  try {
    const key = createPublicKey({
      key: Buffer.concat([PUBLIC_DER, publicKey]),
      format: "der",
      type: "spki",
    });
    return verifySignature(null, Buffer.from(signed), key, signature);
  } catch {
    return false;
  }
}

// ---- Section 5: checkpoints

/** Reads bytes as a checkpoint, or null. Whether it counts is another question. */
function readCheckpoint(bytes) {
  const note = readNote(bytes);
  const [origin, digits, base64, end, ...more] = note?.text.split("\n") ?? [];
  const [size, root] = [decimalFrom(digits ?? ""), hashFrom(base64 ?? "")];
  const log = /^attest\/([^/]+)(?:\/(?:[2-9]|[1-9][0-9]{1,14}))?$/.exec(origin ?? "")?.[1];
  if (!log || size === null || !root || end !== "" || more.length > 0) return null;
  return { note, origin, log, size, root: root.toString("hex") };
}

/** The checkpoint in a file. */
function checkpointIn(path) {
  const checkpoint = readCheckpoint(bytesOf(path, NOTE_BYTES_MAX));
  if (!checkpoint) throw new Unverifiable(`${shown(path)} is no checkpoint.`);
  return { ...checkpoint, path };
}

/** Throws Unverifiable unless a trusted key signed the checkpoint within its range, and no line of one fails. */
function mustCount({ note, origin, size, path }, trust) {
  const keys = trust.filter((key) => key.name === origin && key.from <= size && size <= key.to);
  const answers = keys.map((key) => signedBy(note, key));
  if (answers.includes("fails"))
    throw new Unverifiable(`A signature of ${shown(path)} does not hold: it was changed, or forged.`);
  if (!answers.includes("holds"))
    throw new Unverifiable(`${shown(path)} is not signed by a key that is trusted.`);
}

// ---- Section 6: trust, and changes of keys

/** Reads bytes as a change of keys signed by both, or null. */
function readKeyChange(bytes) {
  const note = readNote(bytes);
  const [kind, origin, older, newer, digits, end, ...more] = note?.text.split("\n") ?? [];
  const [from, to, size] = [readKey(older ?? ""), readKey(newer ?? ""), decimalFrom(digits ?? "")];
  if (kind !== "attest key change" || end !== "" || more.length > 0 || !from || !to || size === null)
    return null;
  const fits = [from, to].every(
    (key) => key.kind === LOG_KEY && key.name === origin && signedBy(note, key) === "holds",
  );
  return fits && from.line !== to.line ? { from, to, size, text: note.text } : null;
}

/** The trusted keys with their ranges: the pinned ones, and those to which changes lead. */
function trustFrom(pinned, changePaths) {
  const changes = changePaths.map((path) => {
    const change = readKeyChange(bytesOf(path, NOTE_BYTES_MAX));
    if (!change) throw new Unverifiable(`${shown(path)} is no change of keys that both keys signed.`);
    return change;
  });
  const trust = new Map();
  const add = (key) => {
    if (!trust.has(key.line)) trust.set(key.line, { ...key, from: 0, to: Number.MAX_SAFE_INTEGER });
  };
  pinned.forEach(add);
  const used = new Map();
  for (let before = -1; before !== trust.size + used.size;) {
    before = trust.size + used.size;
    for (const { from, to, size, text } of changes) {
      const old = trust.get(from.line);
      if (!old) continue;
      if ((used.get(from.line) ?? text) !== text)
        throw new Unverifiable("Two different changes of one key were signed: one of them is forged.");
      used.set(from.line, text);
      add(to);
      old.to = Math.min(old.to, size);
      trust.get(to.line).from = Math.max(trust.get(to.line).from, size);
    }
  }
  return [...trust.values()];
}

// ---- Section 7: witnesses

/** Lines about the witnesses named, each of whom must have signed one of the checkpoints. */
function witnessLines(witnesses, checkpoints) {
  return witnesses.map((key) => {
    const answers = checkpoints.map(({ note }) => signedBy(note, key));
    if (answers.includes("fails"))
      throw new Unverifiable(`A cosignature of the witness ${shown(key.name)} does not hold.`);
    const at = answers.indexOf("holds");
    if (at < 0) throw new Unverifiable(`No checkpoint here is signed by the witness ${shown(key.name)}.`);
    const { note, size } = checkpoints[at];
    const line = note.signatures.find(({ name, keyId }) => name === key.name && keyId === key.keyId);
    return `The witness ${shown(key.name)} saw size ${size} at ${instantOf(line.bytes.readBigUInt64BE())}.`;
  });
}

function instantOf(seconds) {
  const at = new Date(Number(seconds) * 1000);
  return Number.isNaN(at.getTime()) ? `${seconds} seconds after 1970` : at.toISOString();
}

// ---- Section 8: proof of one entry

/** Reads bytes as { index, hashes, text of the checkpoint }, or null. */
function readProof(bytes) {
  const raw = bytes ? utf8(bytes) : null;
  const end = raw?.indexOf("\n\n") ?? -1;
  if (end < 0) return null;
  const lines = raw.slice(0, end).split("\n");
  if (lines.shift() !== "c2sp.org/tlog-proof@v1") return null;
  if (lines[0]?.startsWith("extra ")) lines.shift();
  const [word, digits, ...more] = (lines.shift() ?? "").split(" ");
  const index = decimalFrom(digits ?? "");
  const hashes = lines.map(hashFrom);
  const note = readNote(Buffer.from(raw.slice(end + 2)));
  if (word !== "index" || more.length > 0 || index === null || !note) return null;
  return hashes.includes(null) || hashes.length > 64 ? null : { index, hashes, text: note.text };
}

// ---- Section 10: verifying

/** Lines of a file as text; null for a line that is no UTF-8. Splits at line feeds alone. */
function* linesOf(path) {
  const chunk = Buffer.allocUnsafe(65_536);
  let [file, parts] = [undefined, []];
  try {
    file = openSync(path, "r");
    for (let length = readFrom(file, chunk); length > 0; length = readFrom(file, chunk)) {
      let start = 0;
      for (let end = chunk.indexOf(10); end !== -1 && end < length; end = chunk.indexOf(10, start)) {
        const part = chunk.subarray(start, end);
        yield utf8(parts.length === 0 ? part : Buffer.concat([...parts, part]));
        [parts, start] = [[], end + 1];
      }
      if (start < length) parts.push(Buffer.from(chunk.subarray(start, length)));
    }
  } catch (error) {
    throw new Unverifiable(unreadable(path, error));
  } finally {
    if (file !== undefined) closeSync(file);
  }
  if (parts.length > 0) yield utf8(Buffer.concat(parts));
}

const readFrom = (file, chunk) => readSync(file, chunk, 0, chunk.length, null);

/** A log: every entry, in its file. */
function verifyLog(path, { noted, checkpoints: paths, keys, changes, witnesses }) {
  if (paths.length > 0 && keys.length === 0)
    throw new Unverifiable(
      "A checkpoint needs a key (--key): a signature for which nobody vouches says nothing.",
    );
  const trust = trustFrom(keys, changes);
  const checkpoints = paths.map(checkpointIn);
  for (const one of checkpoints) {
    if (one.size === 0) throw new Unverifiable(`${shown(one.path)} is of an empty log.`);
    mustCount(one, trust);
    if (one.log !== checkpoints[0].log) throw new Unverifiable("The checkpoints are of different logs.");
  }
  const about = witnessLines(witnesses, checkpoints);
  const points = [...noted, ...checkpoints].sort((a, b) => a.size - b.size);
  const found = readLog(path, points, checkpoints[0]?.log ?? null);
  const { size, withheld, root, first, last, log } = found;
  if (size === 0) throw new Unverifiable("the file holds no entry.");
  const lines = [
    `${size} entries, of which ${withheld} are withheld${log === null ? "" : `, of the log ${shown(log)}`}.`,
    ...(first === "" ? [] : [`First shown ${first}, last shown ${last}.`]),
    `Size and root: ${size}:${root}`,
    ...about,
  ];
  const trusted = points.at(-1)?.size;
  if (trusted === undefined)
    throw new Unverifiable(
      "every entry fits the one before, but nothing was given that could vouch for the whole: an end cut off, or a log " +
        "written anew, is not seen. Give a size and root noted earlier (--noted), or a checkpoint and its key " +
        "(--checkpoint, --key).",
      lines,
    );
  return [
    ...lines,
    withheld > 0 ? "Every entry shown holds." : "Every entry holds.",
    trusted === size
      ? `It is the log that was noted or signed at size ${trusted}, its last entry.`
      : `Up to ${trusted} it is the log that was noted or signed; entries after that rest on the chain alone.`,
  ];
}

/** Reads a log to its end. @throws Bad */
function readLog(path, points, expectedLog) {
  const tree = growingTree();
  let [size, withheld, log, prev, first, last] = [0, 0, expectedLog, FIRST_PREV, "", ""];
  let [next, matched] = [0, 0];
  for (const line of linesOf(path)) {
    const hidden = line === null ? null : WITHHELD.exec(line);
    const event = line === null || hidden ? null : readEvent(line);
    if (!hidden && !event) throw new Bad("not_canonical", size + 1);
    const seq = hidden ? Number(hidden[2]) : event.seq;
    if (seq > size + 1) throw new Bad("missing", size + 1);
    if (seq < size + 1) throw new Bad("duplicate", seq);
    if (event) {
      if (event.prev !== prev) throw new Bad("previous", seq);
      if (log !== null && event.log !== log) throw new Bad("log", seq);
      if (event.ts < last) throw new Bad("time", seq);
      [log, last, first] = [event.log, event.ts, first || event.ts];
    } else withheld += 1;
    const leaf = hidden ? Buffer.from(hidden[1], "hex") : leafOf(line);
    prev = leaf.toString("hex");
    tree.add(leaf);
    size += 1;
    if (points[next]?.size !== size) continue;
    const root = tree.root();
    for (; points[next]?.size === size; next += 1)
      if (points[next].root !== root) throw new Bad("noted_root", matched + 1, size);
    matched = size;
  }
  if (next < points.length) throw new Bad("missing", size + 1);
  return { size, withheld, log, first, last, root: tree.root() };
}

/** A bundle: some entries with their proofs. */
function verifyBundle(folder, { noted, checkpoints: paths, keys, changes, witnesses }) {
  if (paths.length > 0) throw new Misused("A bundle brings its checkpoint with it.");
  const at = (...parts) => join(folder, ...parts);
  const pinned = keys.length > 0 ? keys : keysIn(at("log-keys.txt"));
  const own = namesIn(at("key-changes")).filter((name) => name.endsWith(".note"));
  const trust = trustFrom(pinned, [...own.map((name) => at("key-changes", name)), ...changes]);
  const checkpoint = checkpointIn(at("checkpoint.note"));
  if (checkpoint.size === 0) throw new Unverifiable("the checkpoint is of an empty log.");
  mustCount(checkpoint, trust);
  const about = witnessLines(witnesses, [checkpoint]);
  for (const { size, root } of noted) {
    if (size !== checkpoint.size)
      throw new Unverifiable(
        `the bundle can only be held against what was noted at its own size, ${checkpoint.size}.`,
      );
    if (root !== checkpoint.root) throw new Bad("noted_root", 1, size);
  }
  const { count, first, last } = readShown(folder, checkpoint);
  return [
    `${count} of ${checkpoint.size} entries are shown, of the log ${shown(checkpoint.log)}.`,
    `First shown ${first}, last shown ${last}.`,
    `Size and root: ${checkpoint.size}:${checkpoint.root}`,
    ...about,
    "Every entry shown holds, and stands in the log that was signed. Others may exist that are not shown.",
    keys.length > 0
      ? "The key was pinned (--key)."
      : "The key was NOT pinned: it is the bundle's own, and whoever made the bundle could have made the key. " +
        "Compare it with one from elsewhere: --key.",
    ...(keys.length > 0 ? [] : trust.map(({ line }) => `  ${shown(line)}`)),
  ];
}

/** Names in a folder; none where it is absent. */
function namesIn(folder) {
  try {
    return existsSync(folder) ? readdirSync(folder) : [];
  } catch (error) {
    throw new Unverifiable(unreadable(folder, error));
  }
}

const PROOF_NAME = ".tlog-proof";

/** Numbers of the proofs of a bundle, ascending. */
function proofNumbers(folder) {
  const numbers = namesIn(folder)
    .filter((name) => name.endsWith(PROOF_NAME))
    .map((name) => {
      const number = decimalFrom(name.slice(0, -PROOF_NAME.length));
      if (!number) throw new Unverifiable(`${shown(name)} is no name of a proof.`);
      return number;
    });
  return numbers.sort((a, b) => a - b);
}

/** Reads the entries of a bundle to their end. @throws Bad */
function readShown(folder, checkpoint) {
  const numbers = proofNumbers(join(folder, "proofs"));
  let [next, last, lastLeaf, count, first, ts] = [0, 0, FIRST_PREV, 0, null, ""];
  for (const line of linesOf(join(folder, "events.jsonl"))) {
    const event = line === null ? null : readEvent(line);
    if (!event) throw new Bad("not_canonical", numbers[next] ?? last + 1);
    const { seq } = event;
    if (seq <= last) throw new Bad("duplicate", seq);
    if (numbers[next] < seq) throw new Bad("missing", numbers[next]);
    const proof =
      numbers[next] === seq
        ? readProof(bytesOf(join(folder, "proofs", `${seq}${PROOF_NAME}`), PROOF_BYTES_MAX))
        : null;
    if (proof?.text !== checkpoint.note.text) throw new Bad("leaf", seq);
    if (proof.index !== seq - 1) throw new Bad("number", seq);
    const leaf = leafOf(line);
    if (!isIncluded(leaf, proof.index, checkpoint.size, proof.hashes, checkpoint.root))
      throw new Bad("leaf", seq);
    if (seq === last + 1 && event.prev !== lastLeaf) throw new Bad("previous", seq);
    if (event.log !== checkpoint.log) throw new Bad("log", seq);
    if (event.ts < ts) throw new Bad("time", seq);
    [last, lastLeaf, ts, first] = [seq, leaf.toString("hex"), event.ts, first ?? event.ts];
    [next, count] = [next + 1, count + 1];
  }
  if (next < numbers.length) throw new Bad("missing", numbers[next]);
  if (count === 0) throw new Unverifiable("the bundle holds no entry.");
  return { count, first, last: ts };
}

/** Two checkpoints: that one continues the other. */
function verifyPair({ from, to, proof, noted, checkpoints, keys, changes, witnesses }) {
  if (noted.length > 0 || checkpoints.length > 0) throw new Misused("Two checkpoints stand by themselves.");
  const trust = trustFrom(keys, changes);
  const [older, newer] = [checkpointIn(from), checkpointIn(to)];
  if (older.origin !== newer.origin)
    throw new Unverifiable(`${shown(from)} and ${shown(to)} are of different logs.`);
  if ([older, newer].some(({ size, root }) => size === 0 && root !== EMPTY_ROOT))
    throw new Unverifiable("the root of an empty log is another.");
  const hashes = proofHashes(proof);
  if (older.size === 0 && hashes.length > 0)
    throw new Unverifiable("nothing needs a proof after an empty log.");
  if (keys.length > 0) for (const one of [older, newer]) mustCount(one, trust);
  else if (witnesses.length > 0)
    throw new Unverifiable("A witness needs the key of the log beside it (--key).");
  const about = witnessLines(witnesses, [older, newer]);
  if (older.size > newer.size) throw new Bad("missing", newer.size + 1);
  if (!isConsistent(older, newer, hashes)) throw new Bad("noted_root", 1, older.size);
  return [
    `The log of size ${older.size} is the beginning of that of size ${newer.size}: ${shown(newer.origin)}.`,
    `Size and root: ${newer.size}:${newer.root}`,
    ...about,
    keys.length > 0
      ? "Both are signed by a key that was pinned (--key)."
      : "Who signed them was NOT checked: no key was given (--key).",
  ];
}

/** The hashes of a file of a consistency proof. */
function proofHashes(path) {
  const text = utf8(bytesOf(path, PROOF_BYTES_MAX) ?? Buffer.of(255));
  const lines = text === null ? ["-"] : text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const hashes = lines.map(hashFrom);
  if (hashes.length > 128 || hashes.includes(null))
    throw new Unverifiable(`${shown(path)} is no proof: it has not one hash in base64 on each line.`);
  return hashes;
}

// ---- Arguments

const MANY = {
  "--noted": "noted",
  "--checkpoint": "checkpoints",
  "--key": "keys",
  "--key-change": "changes",
  "--witness": "witnesses",
};
const ONCE = { "--from": "from", "--to": "to", "--proof": "proof" };

function optionsFrom(args) {
  const given = { path: null, noted: [], checkpoints: [], keys: [], changes: [], witnesses: [] };
  for (let n = 0; n < args.length; n += 1) {
    const name = args[n];
    if (!name.startsWith("--")) {
      if (given.path !== null) throw new Misused("more than one file");
      given.path = name;
      continue;
    }
    const value = args[(n += 1)];
    if (value === undefined) throw new Misused(`${name} needs a value`);
    if (Object.hasOwn(MANY, name)) given[MANY[name]].push(value);
    else if (Object.hasOwn(ONCE, name) && given[ONCE[name]] === undefined) given[ONCE[name]] = value;
    else throw new Misused(name);
  }
  const isPair = [given.from, given.to, given.proof].filter((one) => one !== undefined).length;
  if (isPair === 0 ? !given.path : isPair < 3 || given.path !== null) throw new Misused("what to verify");
  return { ...given, isPair: isPair > 0 };
}

function notedFrom(text) {
  const found = /^([1-9][0-9]{0,14}):([0-9a-f]{64})$/.exec(text);
  if (!found) throw new Misused("--noted SIZE:ROOT");
  return { size: Number(found[1]), root: found[2] };
}

function pinnedFrom(text) {
  const key = readKey(text);
  if (key && key.kind !== LOG_KEY) throw new Misused("--key takes the key of a log");
  return key ? [key] : keysIn(text);
}

function witnessFrom(text) {
  const key = readKey(text);
  if (key?.kind !== WITNESS_KEY) throw new Misused("--witness takes the key of a witness");
  return key;
}

/** The folder of a bundle at or below a path; null where the path is no folder. */
function bundleAt(path) {
  let isFolder;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    throw new Unverifiable(unreadable(path, error));
  }
  if (!isFolder) return null;
  const folder = [path, join(path, "data", "audit")].find((one) => existsSync(join(one, "events.jsonl")));
  if (!folder) throw new Unverifiable(`${shown(path)} holds no events.jsonl, nor data/audit/events.jsonl.`);
  return folder;
}

function verify(args) {
  const given = optionsFrom(args);
  const options = {
    ...given,
    noted: given.noted.map(notedFrom),
    keys: given.keys.flatMap(pinnedFrom),
    witnesses: given.witnesses.map(witnessFrom),
  };
  if (given.isPair) return verifyPair(options);
  const bundle = bundleAt(given.path);
  return bundle === null ? verifyLog(given.path, options) : verifyBundle(bundle, options);
}

/**
 * Verifies what the arguments name.
 * @param {string[]} args as on the command line, without the program's own name
 * @returns {{ code: 0 | 1 | 2, lines: string[] }} exit code and output; never throws
 */
export function main(args) {
  try {
    return { code: 0, lines: verify(args) };
  } catch (error) {
    if (error instanceof Bad) {
      const { why, first, last } = error;
      const which = first === last ? `First bad entry: ${first}` : `First bad entries: ${first}-${last}`;
      return { code: 1, lines: [`The log does not hold. ${which} (${why}): ${WHY[why]}.`] };
    }
    if (error instanceof Misused) return { code: 2, lines: [USAGE] };
    const [lines, sentence] =
      error instanceof Unverifiable
        ? [error.lines, error.message]
        : [[], "it is in no form that can be read."];
    return { code: 2, lines: [...lines, `Cannot be verified: ${sentence}`] };
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { code, lines } = main(process.argv.slice(2));
  process.stdout.on("error", () => {}); // whoever reads the output may stop reading
  process.stdout.write(`${lines.join("\n")}\n`);
  process.exitCode = code;
}
