/** Two checkpoints with a proof that the later continues the earlier. */
import {
  afterLoss,
  type Answer,
  bad,
  type Given,
  holds,
  key1,
  key2,
  ORIGIN,
  otherLog,
  thief,
  unverifiable,
  witness1,
  witness2,
} from "./cases.ts";
import { rewritten, twenty } from "./entries.ts";
import {
  bodyOf,
  changeText,
  checkpointText,
  consistencyOf,
  type Entry,
  leafOf,
  linesOf,
  noteOf,
  rootOf,
} from "./format.ts";

export interface PairCase extends Given, Answer {
  name: string;
  from: string;
  to: string;
  proof: string;
}

const leavesOf = (entries: readonly Entry[]) => entries.map((entry) => leafOf(bodyOf(entry)));
const leaves = leavesOf(twenty);
const forged = leavesOf(rewritten(twenty, 4, { reason: "forged" }));
const textOf = (size: number, of = leaves, origin = ORIGIN) => checkpointText(origin, of.slice(0, size));
const noteAt = (size: number, of = leaves, key = key1) => noteOf(textOf(size, of, key.name), key);
const proofOf = (size1: number, size2: number, of = leaves) =>
  linesOf(consistencyOf(size1, of.slice(0, size2)));
const root = rootOf(leaves).toString("hex");

const one = (
  name: string,
  [from, to, proof]: [from: string, to: string, proof: string],
  answer: Answer,
  given: Given = { keys: [key1.vkey] },
): PairCase => ({ name, from, to, proof, ...given, ...answer });

const [at0, at7, at8, at20] = [noteAt(0), noteAt(7), noteAt(8), noteAt(20)];
const change = noteOf(changeText(key1, key2, 8), key1, key2);

export const pairs: PairCase[] = [
  one("one continues the other", [at7, at20, proofOf(7, 20)], { ...holds, root }),
  one("one continues a whole tree", [at8, at20, proofOf(8, 20)], { ...holds, root }),
  one("one is the other", [at20, at20, ""], { ...holds, root }),
  one("one continues nothing", [at0, at20, ""], { ...holds, root }),
  one("no key given", [at7, at20, proofOf(7, 20)], { ...holds, root }, {}),
  one("no line feed at the end of the proof", [at7, at20, proofOf(7, 20).trimEnd()], holds),
  one("over a change of keys", [at7, noteAt(20, leaves, key2), proofOf(7, 20)], holds, {
    keys: [key1.vkey],
    keyChanges: [change],
  }),
  one(
    "over a change of keys that is not given",
    [at7, noteAt(20, leaves, key2), proofOf(7, 20)],
    unverifiable,
  ),
  one("with a witness of the earlier", [noteOf(textOf(7), key1, witness1), at20, proofOf(7, 20)], holds, {
    keys: [key1.vkey],
    witnesses: [witness1.vkey],
  }),
  one(
    "with a witness that signed neither",
    [noteOf(textOf(7), key1, witness1), at20, proofOf(7, 20)],
    unverifiable,
    {
      keys: [key1.vkey],
      witnesses: [witness2.vkey],
    },
  ),
  one("with a witness and no key", [noteOf(textOf(7), key1, witness1), at20, proofOf(7, 20)], unverifiable, {
    witnesses: [witness1.vkey],
  }),
  one(
    "two histories, shown to two people",
    [at7, noteAt(20, forged), proofOf(7, 20)],
    bad(1, "noted_root", 7),
  ),
  one(
    "two histories, the proof of the second",
    [at7, noteAt(20, forged), proofOf(7, 20, forged)],
    bad(1, "noted_root", 7),
  ),
  one("two histories of one size", [at7, noteAt(7, forged), ""], bad(1, "noted_root", 7)),
  one("two histories of one entry", [noteAt(1), noteAt(1, [leafOf("another")]), ""], bad(1, "noted_root")),
  one("an end cut off", [at20, at7, proofOf(7, 20)], bad(8, "missing")),
  one("all cut off", [at20, at0, ""], bad(1, "missing")),
  one("no proof", [at7, at20, ""], bad(1, "noted_root", 7)),
  one("a proof with a hash more", [at7, at20, `${proofOf(7, 20)}${proofOf(7, 8)}`], bad(1, "noted_root", 7)),
  one("a proof for another size", [at7, at20, proofOf(8, 20)], bad(1, "noted_root", 7)),
  one("a proof that an empty log was continued, which needs none", [at0, at20, proofOf(7, 20)], unverifiable),
  one("a proof with a line that is none", [at7, at20, `x\n${proofOf(7, 20)}`], unverifiable),
  one("a proof with an empty line", [at7, at20, `${proofOf(7, 20)}\n`], unverifiable),
  one("a proof in hexadecimal", [at7, at20, `${root}\n`], unverifiable),
  one(
    "an empty log with another root",
    [noteOf(`${ORIGIN}\n0\n${rootOf(leaves).toString("base64")}\n`, key1), at20, ""],
    unverifiable,
  ),
  one("logs of two origins", [at7, noteAt(20, leaves, otherLog), proofOf(7, 20)], unverifiable, {
    keys: [key1.vkey, otherLog.vkey],
  }),
  one(
    "before and after a loss, which are two origins",
    [at7, noteAt(20, leaves, afterLoss), proofOf(7, 20)],
    unverifiable,
    {
      keys: [key1.vkey, afterLoss.vkey],
    },
  ),
  one("the later one signed by a thief", [at7, noteAt(20, leaves, thief), proofOf(7, 20)], unverifiable),
  one(
    "the earlier one changed after it was signed",
    [at7.replace("\n7\n", "\n6\n"), at20, proofOf(7, 20)],
    unverifiable,
  ),
  one("no note", ["x\n", at20, proofOf(7, 20)], unverifiable),
];
