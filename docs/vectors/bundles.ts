/** Bundles of an export, good and damaged: the files of the folder by their paths. */
import {
  type Answer,
  bad,
  type Given,
  holds,
  key1,
  key2,
  key3,
  ORIGIN,
  otherLog,
  thief,
  unverifiable,
  witness1,
  witness2,
} from "./cases.ts";
import { rewritten, seven, twenty } from "./entries.ts";
import {
  bodyOf,
  changeText,
  checkpointText,
  type Entry,
  inclusionOf,
  leafOf,
  noteOf,
  proofFile,
  rootOf,
  signatureLine,
} from "./format.ts";

type Files = Record<string, string>;
export interface BundleCase extends Given, Answer {
  name: string;
  files: Files;
}

const leavesOf = (entries: readonly Entry[]) => entries.map((entry) => leafOf(bodyOf(entry)));
const text = checkpointText(ORIGIN, leavesOf(twenty));
const root = rootOf(leavesOf(twenty)).toString("hex");
const SHOWN = [3, 4, 8, 15, 20];

/** A bundle of some entries of a log, as the program would write it. */
function bundle(
  seqs: readonly number[] = SHOWN,
  note = noteOf(text, key1),
  entries: readonly Entry[] = twenty,
  keys = [key1],
): Files {
  const leaves = leavesOf(entries);
  const bodies = seqs.map((seq) => `${bodyOf(entries[seq - 1] ?? {})}\n`);
  return {
    "events.jsonl": bodies.join(""),
    ...Object.fromEntries(
      seqs.map((seq) => [`proofs/${seq}.tlog-proof`, proofFile(seq - 1, inclusionOf(seq - 1, leaves), note)]),
    ),
    "checkpoint.note": note,
    "log-keys.txt": `# The keys of the log, the oldest first.\n${keys.map(({ vkey }) => `${vkey}\n`).join("")}`,
  };
}

const good = bundle();
const EVENTS = "events.jsonl";
const proofOf = (seq: number) => `proofs/${seq}.tlog-proof`;
const without = (files: Files, ...paths: string[]): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)));
const changed = (path: string, from: string, to: string, files = good): Files => ({
  ...files,
  [path]: (files[path] ?? "").replace(from, () => to),
});
const lines = (good[EVENTS] ?? "").trimEnd().split("\n");
const withLines = (given: readonly string[]): Files => ({
  ...good,
  [EVENTS]: given.map((line) => `${line}\n`).join(""),
});

const one = (
  name: string,
  files: Files,
  answer: Answer,
  given: Given = { keys: [key1.vkey] },
): BundleCase => ({
  name,
  files,
  ...given,
  ...answer,
});

const fine: BundleCase[] = [
  one("a bundle with a pinned key", good, { ...holds, root }),
  one("a bundle with its own key", good, { ...holds, root }, {}),
  one(
    "a bundle in a bag",
    Object.fromEntries(Object.entries(good).map(([path, file]) => [`data/audit/${path}`, file])),
    holds,
  ),
  one("a bundle of one entry", bundle([1]), holds),
  one("a bundle of every entry", bundle(twenty.map((_, n) => n + 1)), holds),
  one(
    "a bundle of a log of one entry",
    bundle([1], noteOf(checkpointText(ORIGIN, leavesOf(twenty.slice(0, 1))), key1), twenty.slice(0, 1)),
    holds,
  ),
  one(
    "a bundle of a log of seven",
    bundle([2, 5, 7], noteOf(checkpointText(ORIGIN, leavesOf(seven)), key1), seven),
    holds,
  ),
  one("a bundle and what was noted at its size", good, holds, { keys: [key1.vkey], noted: [`20:${root}`] }),
  one("a bundle with a witness", bundle(SHOWN, noteOf(text, key1, witness1)), holds, {
    keys: [key1.vkey],
    witnesses: [witness1.vkey],
  }),
  one(
    "a checkpoint that was cosigned after its proofs were written",
    { ...good, "checkpoint.note": noteOf(text, key1, witness1) },
    holds,
    {
      keys: [key1.vkey],
      witnesses: [witness1.vkey],
    },
  ),
  one("extra data in a proof", changed(proofOf(3), "\nindex", "\nextra AAAA\nindex"), holds),
  one("no line feed after the last entry", { ...good, [EVENTS]: (good[EVENTS] ?? "").trimEnd() }, holds),
  one("other files beside", { ...good, "VERIFY.md": "How to verify\n", "proofs/notes.txt": "x" }, holds),
];

const changeOf = (from = key1, to = key2, size = 10) => noteOf(changeText(from, to, size), from, to);
const byKey2 = bundle(SHOWN, noteOf(text, key2), twenty, [key1, key2]);
const afterChange = { ...byKey2, "key-changes/1.note": changeOf() };
const keyed: BundleCase[] = [
  one("a changed key, the old one pinned", afterChange, holds),
  one("a changed key, the new one pinned", afterChange, holds, { keys: [key2.vkey] }),
  one("a changed key, none pinned", afterChange, holds, {}),
  one(
    "a key changed twice",
    {
      ...bundle(SHOWN, noteOf(text, key3)),
      "key-changes/1.note": changeOf(),
      "key-changes/2.note": changeOf(key2, key3, 15),
    },
    holds,
  ),
  one("a changed key without its change", byKey2, unverifiable),
  one("the old key after its change", { ...good, "key-changes/1.note": changeOf() }, unverifiable),
  one(
    "a change that the old key did not sign",
    { ...byKey2, "key-changes/1.note": noteOf(changeText(key1, key2, 10), key2) },
    unverifiable,
  ),
  one(
    "a change to the key of a thief beside the true one",
    { ...afterChange, "key-changes/2.note": changeOf(key1, thief, 10) },
    unverifiable,
  ),
  one(
    "a whole bundle by a thief, with a pinned key",
    bundle(SHOWN, noteOf(text, thief), twenty, [thief]),
    unverifiable,
  ),
  one(
    "a whole bundle by a thief, which without a pinned key nothing shows",
    bundle(SHOWN, noteOf(text, thief), twenty, [thief]),
    holds,
    {},
  ),
  one(
    "a thief's checkpoint with the log's keys beside it",
    bundle(SHOWN, noteOf(text, thief)),
    unverifiable,
    {},
  ),
  one("the key of another log pinned", good, unverifiable, { keys: [otherLog.vkey] }),
  one("no file of keys, but a pinned key", without(good, "log-keys.txt"), holds),
  one("no file of keys", without(good, "log-keys.txt"), unverifiable, {}),
  one("an empty file of keys", { ...good, "log-keys.txt": "# none\n" }, unverifiable, {}),
  one(
    "a file of keys with a line that is none",
    changed("log-keys.txt", "attest", "a ttest"),
    unverifiable,
    {},
  ),
  one(
    "a key with the id of another",
    changed("log-keys.txt", key1.id.toString("hex"), "00000000"),
    unverifiable,
    {},
  ),
  one(
    "the key of a witness in the file of keys",
    { ...good, "log-keys.txt": `${key1.vkey}\n${witness1.vkey}\n` },
    unverifiable,
    {},
  ),
];

const forged = rewritten(twenty, 4, { reason: "forged" });
const unsigned: BundleCase[] = [
  one("no checkpoint", without(good, "checkpoint.note"), unverifiable),
  one("a checkpoint of another size", changed("checkpoint.note", "\n20\n", "\n21\n"), unverifiable),
  one("a checkpoint that is none", { ...good, "checkpoint.note": "checkpoint\n" }, unverifiable),
  one(
    "a checkpoint of nothing",
    { ...good, "checkpoint.note": noteOf(checkpointText(ORIGIN, []), key1) },
    unverifiable,
  ),
  one("a witness that did not sign", bundle(SHOWN, noteOf(text, key1, witness1)), unverifiable, {
    keys: [key1.vkey],
    witnesses: [witness2.vkey],
  }),
  one(
    "a cosignature of another checkpoint",
    { ...good, "checkpoint.note": `${noteOf(text, key1)}${signatureLine("other\n", witness1)}` },
    unverifiable,
    {
      keys: [key1.vkey],
      witnesses: [witness1.vkey],
    },
  ),
  one("another root noted at the size of the bundle", good, bad(1, "noted_root", 20), {
    keys: [key1.vkey],
    noted: [`20:${"5".repeat(64)}`],
  }),
  one("a root noted at another size", good, unverifiable, { keys: [key1.vkey], noted: [`19:${root}`] }),
  one("no entry", { ...without(good, ...SHOWN.map(proofOf)), [EVENTS]: "" }, unverifiable),
  one("no file of entries", without(good, EVENTS), unverifiable),
  one(
    "a proof whose name is no number",
    { ...good, "proofs/03.tlog-proof": good[proofOf(3)] ?? "" },
    unverifiable,
  ),
];

const damaged: BundleCase[] = [
  one("an entry changed", changed(EVENTS, '"testimony.read"', '"testimony.edit"'), bad(4, "leaf")),
  one("the last entry changed", changed(EVENTS, `"ts":"2033-03-20`, `"ts":"2033-03-21`), bad(20, "leaf")),
  one("an entry hidden, its proof left behind", withLines(lines.toSpliced(2, 1)), bad(8, "missing")),
  one("the last entry hidden, its proof left behind", withLines(lines.slice(0, -1)), bad(20, "missing")),
  one("all entries hidden, their proofs left behind", withLines([]), bad(3, "missing")),
  one(
    "an entry hidden with its proof, which nothing shows",
    without(withLines(lines.toSpliced(2, 1)), proofOf(8)),
    holds,
  ),
  one("an entry without its proof", without(good, proofOf(8)), bad(8, "leaf")),
  one("an entry twice", withLines(lines.toSpliced(2, 0, lines[1] ?? "")), bad(4, "duplicate")),
  one(
    "two entries in each other's place",
    withLines(lines.with(0, lines[1] ?? "").with(1, lines[0] ?? "")),
    bad(3, "missing"),
  ),
  one("an entry that is none", withLines(lines.with(2, "{}")), bad(8, "not_canonical")),
  one("a line more that is none", withLines([...lines, "x"]), bad(21, "not_canonical")),
  one(
    "a withheld entry, which has no place here",
    withLines(lines.with(2, `{"leaf":"${"a".repeat(64)}","seq":8}`)),
    bad(8, "not_canonical"),
  ),
  one(
    "an entry of a log written anew",
    { ...good, [EVENTS]: bundle(SHOWN, undefined, forged)[EVENTS] ?? "" },
    bad(4, "leaf"),
  ),
  one(
    "a log written anew with its own proofs",
    {
      ...bundle(SHOWN, noteOf(checkpointText(ORIGIN, leavesOf(forged)), key1), forged),
      "checkpoint.note": noteOf(text, key1),
    },
    bad(3, "leaf"),
  ),
  one("a proof for another entry", { ...good, [proofOf(8)]: good[proofOf(15)] ?? "" }, bad(8, "number")),
  one("a proof of another place", changed(proofOf(8), "index 7\n", "index 6\n"), bad(8, "number")),
  one(
    "a proof without its first hash",
    { ...good, [proofOf(8)]: (good[proofOf(8)] ?? "").replace(/(index 7\n)[^\n]+\n/, "$1") },
    bad(8, "leaf"),
  ),
  one(
    "a proof with a hash that is none",
    { ...good, [proofOf(8)]: (good[proofOf(8)] ?? "").replace(/(index 7\n)[^\n]+\n/, "$1AAAA\n") },
    bad(8, "leaf"),
  ),
  one("a proof of another version", changed(proofOf(8), "@v1", "@v2"), bad(8, "leaf")),
  one("a proof with a leading nought", changed(proofOf(8), "index 7\n", "index 07\n"), bad(8, "leaf")),
  one("an empty proof", { ...good, [proofOf(8)]: "" }, bad(8, "leaf")),
  one("a proof with another checkpoint", changed(proofOf(8), "\n20\n", "\n21\n"), bad(8, "leaf")),
  one(
    "an entry beyond the checkpoint",
    { ...bundle([3, 20], noteOf(checkpointText(ORIGIN, leavesOf(twenty.slice(0, 19))), key1)) },
    bad(3, "leaf"),
  ),
  one("a signed log whose chain is broken", chainBroken(), bad(4, "previous")),
  one("a signed log whose first entry has one before", firstBroken(), bad(1, "previous")),
  one(
    "a signed log with a time before the one before",
    bundleOf(rewritten(twenty, 4, { ts: "2033-03-01T00:00:00.000Z" })),
    bad(4, "time"),
  ),
  one(
    "a signed log with an entry of another log",
    bundleOf(rewritten(twenty, 8, { log: "lg_x" })),
    bad(8, "log"),
  ),
];

function bundleOf(entries: readonly Entry[], seqs = SHOWN): Files {
  return bundle(seqs, noteOf(checkpointText(ORIGIN, leavesOf(entries)), key1), entries);
}
function chainBroken(): Files {
  return bundleOf(twenty.with(3, { ...twenty[3], prev: "a".repeat(64) }));
}
function firstBroken(): Files {
  return bundleOf(twenty.with(0, { ...twenty[0], prev: "a".repeat(64) }), [1, 3]);
}

export const bundles: BundleCase[] = [...fine, ...keyed, ...unsigned, ...damaged];
