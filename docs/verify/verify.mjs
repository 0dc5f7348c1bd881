#!/usr/bin/env node
// Verifies an events.jsonl written by `npm run audit-export`. One file, no dependencies, no network: Node 20 or later.
//
//   node verify.mjs events.jsonl [--noted SIZE:ROOT]
//
// Exit 0: everything that can be checked holds. Exit 1: the first bad entry is named. Exit 2: it cannot be verified.
//
// Each line is either an event, in the one canonical form of RFC 8785 (JCS), or the hash of an event that is withheld:
// {"leaf":"<64 hexadecimal digits>","seq":<number>}. The leaf hash is SHA-256(0x00 ‖ line), a node of the tree is
// SHA-256(0x01 ‖ left ‖ right) (RFC 6962, section 2.1), and each event carries the leaf hash of the one before.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

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
const WHY = {
  missing: "this number is not there: an entry was taken out, or the end was cut off",
  duplicate: "this number comes twice, or out of order",
  not_canonical: "this line is no event in canonical form",
  previous: "this entry does not carry the hash of the one before: one of the two was changed",
  log: "this entry belongs to another log",
  time: "this entry's time lies before that of the one before",
  noted_root: "up to the size that was noted, this is not the log of which the root was noted",
};

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leafOf = (line) => sha256(Buffer.of(0), Buffer.from(line, "utf8"));

/** RFC 8785 for what an event may hold: strings in NFC, whole numbers, booleans, lists of strings. Throws for the rest. */
function canonical(value) {
  if (typeof value === "string") {
    if (!value.isWellFormed() || value !== value.normalize("NFC")) throw new Error("no canonical string");
    return JSON.stringify(value);
  }
  if (typeof value === "boolean" || (typeof value === "number" && Number.isSafeInteger(value)))
    return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === "string"))
    return `[${value.map(canonical).join(",")}]`;
  throw new Error("no canonical value");
}

/** Reads a line as an event, or null. */
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

/** Lines of a file as text; null for a line that is no UTF-8. Splits at line feeds alone. */
async function* linesOf(path) {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const decode = (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  };
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    rest = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10, start)) {
      yield decode(rest.subarray(start, end));
      start = end + 1;
    }
    rest = rest.subarray(start);
  }
  if (rest.length > 0) yield decode(rest);
}

/** Verifies the file: { firstBad, why } or what was found. */
async function verify(path, noted) {
  const subtrees = [];
  const rootNow = () =>
    subtrees
      .reduceRight((right, left) => (right ? sha256(Buffer.of(1), left, right) : left), null)
      ?.toString("hex");
  let [size, withheld, log, prev, ts, first] = [0, 0, null, "0".repeat(64), "", null];
  for await (const line of linesOf(path)) {
    const bad = (why) => ({ firstBad: size + 1, why });
    if (line === null) return bad("not_canonical");
    const hidden = WITHHELD.exec(line);
    const event = hidden ? null : readEvent(line);
    if (!hidden && !event) return bad("not_canonical");
    const seq = hidden ? Number(hidden[2]) : event.seq;
    if (seq > size + 1) return bad("missing");
    if (seq < size + 1) return { firstBad: seq, why: "duplicate" };
    if (event) {
      if (event.prev !== prev) return bad("previous");
      if (log !== null && event.log !== log) return bad("log");
      if (event.ts < ts) return bad("time");
      [log, ts, first] = [event.log, event.ts, first ?? event.ts];
    } else withheld += 1;
    let node = hidden ? Buffer.from(hidden[1], "hex") : leafOf(line);
    prev = node.toString("hex");
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2)
      node = sha256(Buffer.of(1), subtrees.pop(), node);
    subtrees.push(node);
    size += 1;
    if (noted?.size === size && noted.root !== rootNow()) return { firstBad: 1, why: "noted_root" };
  }
  if (noted && size < noted.size) return { firstBad: size + 1, why: "missing" };
  return { size, withheld, log, first, last: ts, root: rootNow() };
}

function say(...lines) {
  process.stdout.write(`${lines.join("\n")}\n`);
}

function notedFrom(text) {
  const found = /^([1-9][0-9]{0,14}):([0-9a-f]{64})$/.exec(text ?? "");
  return found ? { size: Number(found[1]), root: found[2] } : null;
}

async function main([path, option, text, ...more]) {
  const noted = option === undefined ? undefined : notedFrom(text);
  if (!path || more.length > 0 || noted === null || (option !== undefined && option !== "--noted")) {
    say("Usage: node verify.mjs events.jsonl [--noted SIZE:ROOT]");
    return 2;
  }
  let found;
  try {
    found = await verify(path, noted);
  } catch (error) {
    say(`Cannot be verified: ${error.message}`);
    return 2;
  }
  if (found.why) {
    say(`The log does not hold. First bad entry: ${found.firstBad} (${found.why}): ${WHY[found.why]}.`);
    return 1;
  }
  if (found.size === 0) {
    say("Cannot be verified: the file holds no entry.");
    return 2;
  }
  say(
    `${found.size} entries, of which ${found.withheld} are withheld${found.log ? `, of the log ${found.log}` : ""}.`,
    ...(found.first ? [`First shown ${found.first}, last shown ${found.last}.`] : []),
    `Size and root: ${found.size}:${found.root}`,
  );
  if (found.withheld > 0 && !noted) {
    say(
      "Cannot be verified: entries are withheld, so only a size and root noted from the whole log (--noted) can vouch.",
    );
    return 2;
  }
  say(
    found.withheld > 0
      ? "Every entry shown holds and stands in the log whose root was noted."
      : "Every entry holds.",
    noted
      ? `The log is the one noted at size ${noted.size}; entries after that rest on the chain alone.`
      : "Not seen by this: an end cut off, and a log written anew to its end. Compare size and root with what was noted elsewhere (--noted).",
  );
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
