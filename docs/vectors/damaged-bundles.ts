/** Bundles in which an entry is bad. */
import { bad, holds, key1, ORIGIN } from "./cases.ts";
import {
  bundle,
  type BundleCase,
  changed,
  EVENTS,
  type Files,
  good,
  leavesOf,
  lines,
  one,
  proofOf,
  SHOWN,
  text,
  withLines,
  without,
} from "./bundle-case.ts";
import { rewritten, twenty } from "./entries.ts";
import { checkpointText, type Entry, noteOf } from "./format.ts";

const forged = rewritten(twenty, 4, { reason: "forged" });

function bundleOf(entries: readonly Entry[], seqs = SHOWN): Files {
  return bundle(seqs, noteOf(checkpointText(ORIGIN, leavesOf(entries)), key1), entries);
}
function chainBroken(): Files {
  return bundleOf(twenty.with(3, { ...twenty[3], prev: "a".repeat(64) }));
}
function firstBroken(): Files {
  return bundleOf(twenty.with(0, { ...twenty[0], prev: "a".repeat(64) }), [1, 3]);
}

export const damagedBundles: BundleCase[] = [
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
