/** Bundles of an export, good and damaged: the files of the folder by their paths. */
import {
  bundle,
  type BundleCase,
  changed,
  EVENTS,
  good,
  leavesOf,
  one,
  proofOf,
  root,
  SHOWN,
  text,
  without,
} from "./bundle-case.ts";
import {
  bad,
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
import { damagedBundles } from "./damaged-bundles.ts";
import { seven, twenty } from "./entries.ts";
import { changeText, checkpointText, noteOf, signatureLine } from "./format.ts";

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

export const bundles: BundleCase[] = [...fine, ...keyed, ...unsigned, ...damagedBundles];
