/** Whole logs, good and damaged, with what was noted or signed elsewhere. */
import { canonicalFaults } from "./canonical-faults.ts";
import {
  afterLoss,
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
import { chained, rewritten, seven } from "./entries.ts";
import { bodyOf, changeText, checkpointText, type Entry, leafOf, noteOf, rootOf } from "./format.ts";

export interface LogCase extends Given, Answer {
  name: string;
  lines: string[];
}

const linesOf = (entries: readonly Entry[]) => entries.map(bodyOf);
const leavesOf = (lines: readonly string[]) => lines.map((line) => leafOf(line));
const rootHex = (lines: readonly string[]) => rootOf(leavesOf(lines)).toString("hex");
export const lines = linesOf(seven);
const notedAt = (size: number) => `${size}:${rootHex(lines.slice(0, size))}`;
const wrongAt = (size: number) => `${size}:${"5".repeat(64)}`;
const withheld = (line: string, seq: number) => `{"leaf":"${leafOf(line).toString("hex")}","seq":${seq}}`;
const textAt = (size: number, origin = ORIGIN) => checkpointText(origin, leavesOf(lines.slice(0, size)));
const signedAt = (size: number, key = key1) => noteOf(textAt(size, key.name), key);
const root = rootHex(lines);

const one = (name: string, given: string[], answer: Answer, beside: Given = {}): LogCase => ({
  name,
  lines: given,
  ...beside,
  ...answer,
});

const forged = linesOf(rewritten(seven, 3, { reason: "forged" }));
const forgedLate = linesOf(rewritten(seven, 6, { reason: "forged" }));
const someWithheld = lines.map((line, n) => (n === 1 || n === 4 ? withheld(line, n + 1) : line));
const first = lines[0] ?? "";
const falseEnd = lines.map((line, n) => (n < 5 ? line : withheld(first, n + 1)));
const third = lines[2] ?? "";
const putIn = bodyOf({ ...seven[2], seq: 4, prev: leafOf(third).toString("hex"), reason: "put in" });

const whole: LogCase[] = [
  one("a whole log with nothing noted", lines, { ...unverifiable, root }),
  one("a whole log that fits what was noted", lines, { ...holds, root }, { noted: [notedAt(5)] }),
  one("a whole log that fits what was noted at its end", lines, { ...holds, root }, { noted: [notedAt(7)] }),
  one(
    "a whole log that fits all that was noted, in any order",
    lines,
    { ...holds, root },
    { noted: [notedAt(7), notedAt(1), notedAt(4), notedAt(4)] },
  ),
  one("the first entry alone", [first], holds, { noted: [notedAt(1)] }),
  one("no entry", [], unverifiable),
  one("no entry, but one was noted", [], bad(1, "missing"), { noted: [notedAt(1)] }),
  one("an end cut off, which the chain cannot see", lines.slice(0, 4), unverifiable),
  one("an end cut off, shown by what was noted", lines.slice(0, 4), bad(5, "missing"), {
    noted: [notedAt(5)],
  }),
  one("an end cut off after what was noted", lines.slice(0, 4), holds, { noted: [notedAt(3)] }),
  one("a log written anew, which the chain cannot see", forged, unverifiable),
];

const ranges: LogCase[] = [
  one("a log written anew, shown by what was noted", forged, bad(1, "noted_root", 5), {
    noted: [notedAt(5)],
  }),
  one("a log written anew, between two that were noted", forged, bad(3, "noted_root", 5), {
    noted: [notedAt(5), notedAt(2)],
  }),
  one("a log written anew, named to the entry", forged, bad(3, "noted_root"), {
    noted: [notedAt(2), notedAt(3), notedAt(7)],
  }),
  one(
    "a log written anew from its first entry",
    linesOf(rewritten(seven, 1, { auth: "x" })),
    bad(1, "noted_root"),
    {
      noted: [notedAt(1)],
    },
  ),
  one("a log written anew after the last that was noted, which nothing shows", forgedLate, holds, {
    noted: [notedAt(5)],
  }),
  one("a wrong root noted between two that fit", lines, bad(3, "noted_root", 4), {
    noted: [notedAt(2), wrongAt(4), notedAt(6)],
  }),
  one("two roots noted at one size", lines, bad(4, "noted_root", 5), {
    noted: [notedAt(3), notedAt(5), wrongAt(5)],
  }),
  one("a damaged entry before the noted size", lines.with(1, forged[2] ?? ""), bad(2, "missing"), {
    noted: [notedAt(5)],
  }),
  one(
    "a written-anew part and a later damage: the first counts",
    forged.toSpliced(6, 1),
    bad(1, "noted_root", 4),
    {
      noted: [notedAt(4), notedAt(7)],
    },
  ),
];

const hidden: LogCase[] = [
  one("some entries withheld, nothing noted", someWithheld, unverifiable),
  one(
    "some entries withheld, with what was noted",
    someWithheld,
    { ...holds, root },
    { noted: [notedAt(7)] },
  ),
  one(
    "all entries withheld",
    lines.map((line, n) => withheld(line, n + 1)),
    { ...holds, root },
    { noted: [notedAt(7)] },
  ),
  one("a withheld entry with another hash", lines.with(1, withheld(first, 2)), bad(3, "previous"), {
    noted: [notedAt(7)],
  }),
  one("two withheld entries with other hashes, shown by what was noted", falseEnd, bad(1, "noted_root", 7), {
    noted: [notedAt(7)],
  }),
  one("a withheld entry taken out", someWithheld.toSpliced(1, 1), bad(2, "missing"), { noted: [notedAt(7)] }),
  one("a withheld entry twice", someWithheld.toSpliced(2, 0, someWithheld[1] ?? ""), bad(2, "duplicate"), {
    noted: [notedAt(7)],
  }),
  one(
    "an entry of another log behind withheld ones",
    [
      ...lines.slice(0, 2).map((line, n) => withheld(line, n + 1)),
      ...linesOf(rewritten(seven, 4, { log: "lg_x" })).slice(2),
    ],
    bad(4, "log"),
  ),
];

const damaged: LogCase[] = [
  one("an entry changed", lines.with(2, third.replace("reviewer", "revealer")), bad(4, "previous")),
  one(
    "the last entry changed, which the chain cannot see",
    lines.with(6, (lines[6] ?? "").replace("investigator", "administrator")),
    unverifiable,
  ),
  one("an entry taken out", lines.toSpliced(2, 1), bad(3, "missing")),
  one("the first entry taken out", lines.slice(1), bad(1, "missing")),
  one("an entry put in twice", lines.toSpliced(3, 0, third), bad(3, "duplicate")),
  one("two entries in each other's place", lines.with(1, third).with(2, lines[1] ?? ""), bad(2, "missing")),
  one("an entry put in", lines.toSpliced(3, 0, putIn), bad(4, "duplicate")),
  one(
    "a time before the one before",
    linesOf(rewritten(seven, 4, { ts: "2031-02-20T09:00:00.000Z" })),
    bad(4, "time"),
  ),
  one(
    "an entry of another log",
    linesOf(rewritten(seven, 4, { log: "lg_8888888888888888888888" })),
    bad(4, "log"),
  ),
  one(
    "a first entry that has one before",
    lines.with(0, first.replace("0".repeat(64), "1".repeat(64))),
    bad(1, "previous"),
  ),
  one("an entry numbered 0", lines.with(0, first.replace('"seq":1,', '"seq":0,')), bad(1, "not_canonical")),
  ...canonicalFaults.map(([name, from, to]) =>
    one(
      `no canonical event: ${name}`,
      [...lines.slice(0, 2), from === null ? to : third.replace(from, () => to)],
      bad(3, "not_canonical"),
    ),
  ),
];

const more = chained([...seven, { ts: "2033-01-01T00:00:00.000Z", act: "a.b", actor: "p" }]);
const unknown = linesOf([
  ...seven,
  { ...more[7], later_field: true, later_list: [], later_number: -9_007_199_254_740_991, later_text: "" },
]);

const later: LogCase[] = [
  one("a last entry of more fields than are known today", unknown, holds, {
    noted: [`8:${rootHex(unknown)}`],
  }),
];

const change12 = noteOf(changeText(key1, key2, 4), key1, key2);
const change23 = noteOf(changeText(key2, key3, 6), key2, key3);
const signed7 = signedAt(7);

const signed: LogCase[] = [
  one("a log and its checkpoint", lines, { ...holds, root }, { checkpoints: [signed7], keys: [key1.vkey] }),
  one("a log and two checkpoints", lines, holds, {
    checkpoints: [signed7, signedAt(3)],
    keys: [key1.vkey],
  }),
  one("a log and its checkpoint after a loss", lines, holds, {
    checkpoints: [signedAt(7, afterLoss)],
    keys: [afterLoss.vkey],
  }),
  one("checkpoints from before and after a loss", lines, holds, {
    checkpoints: [signedAt(2), signedAt(7, afterLoss)],
    keys: [key1.vkey, afterLoss.vkey],
  }),
  one("a log written anew, shown by checkpoints", forged, bad(3, "noted_root", 7), {
    checkpoints: [signed7, signedAt(2)],
    keys: [key1.vkey],
  }),
  one("a log written anew, between a noted root and a checkpoint", forged, bad(3, "noted_root", 6), {
    checkpoints: [signedAt(6)],
    noted: [notedAt(2)],
    keys: [key1.vkey],
  }),
  one("an end cut off, shown by a checkpoint", lines.slice(0, 6), bad(7, "missing"), {
    checkpoints: [signed7],
    keys: [key1.vkey],
  }),
  one("a chain broken although there is a checkpoint", lines.toSpliced(2, 1), bad(3, "missing"), {
    checkpoints: [signed7],
    keys: [key1.vkey],
  }),
  one("a log written anew and signed by a thief, who is not believed", forged, unverifiable, {
    checkpoints: [noteOf(checkpointText(ORIGIN, leavesOf(forged)), thief)],
    keys: [key1.vkey],
  }),
  one("a checkpoint without a key", lines, unverifiable, { checkpoints: [signed7] }),
  one("a key without a checkpoint", lines, unverifiable, { keys: [key1.vkey] }),
  one("a checkpoint signed by another key than its origin's", lines, unverifiable, {
    checkpoints: [noteOf(textAt(7), afterLoss)],
    keys: [afterLoss.vkey],
  }),
  one("a checkpoint of another log", lines, bad(1, "log"), {
    checkpoints: [signedAt(7, otherLog)],
    keys: [otherLog.vkey],
  }),
  one("checkpoints of two logs", lines, unverifiable, {
    checkpoints: [signed7, signedAt(7, otherLog)],
    keys: [key1.vkey, otherLog.vkey],
  }),
  one("a good checkpoint and a forged one", lines, unverifiable, {
    checkpoints: [signed7, signedAt(5).replace("\n5\n", "\n4\n")],
    keys: [key1.vkey],
  }),
  one("a checkpoint with an extension line", lines, unverifiable, {
    checkpoints: [noteOf(`${textAt(7)}more\n`, key1)],
    keys: [key1.vkey],
  }),
  ...[
    ["of size 0", `${ORIGIN}\n0\n${rootOf([]).toString("base64")}\n`],
    ["with a leading nought", textAt(7).replace("\n7\n", "\n07\n")],
    ["with a root in hexadecimal", `${ORIGIN}\n7\n${root}\n`],
    ["with a root that is too short", `${ORIGIN}\n7\n${Buffer.alloc(31).toString("base64")}\n`],
    ["without an origin", textAt(7).replace(ORIGIN, "")],
  ].map(([name = "", text = ""]) =>
    one(`a checkpoint ${name}`, lines, unverifiable, {
      checkpoints: [noteOf(text, key1)],
      keys: [key1.vkey],
    }),
  ),
];

const changed: LogCase[] = [
  one("a key changed, the old one pinned", lines, holds, {
    checkpoints: [signedAt(7, key2)],
    keys: [key1.vkey],
    keyChanges: [change12],
  }),
  one("a key changed twice, the changes in any order", lines, holds, {
    checkpoints: [signedAt(7, key3), signedAt(5, key2), signedAt(2, key1)],
    keys: [key1.vkey],
    keyChanges: [change23, change12],
  }),
  one("checkpoints of both keys at the size of the change", lines, holds, {
    checkpoints: [signedAt(4, key1), signedAt(4, key2)],
    keys: [key1.vkey],
    keyChanges: [change12],
  }),
  one("the old key after its change", lines, unverifiable, {
    checkpoints: [signedAt(5, key1)],
    keys: [key1.vkey],
    keyChanges: [change12],
  }),
  one("the new key before the change", lines, unverifiable, {
    checkpoints: [signedAt(3, key2)],
    keys: [key1.vkey],
    keyChanges: [change12],
  }),
  one("a new key without its change", lines, unverifiable, {
    checkpoints: [signedAt(7, key2)],
    keys: [key1.vkey],
  }),
  one("the new key pinned, a checkpoint by the old one", lines, unverifiable, {
    checkpoints: [signedAt(2, key1)],
    keys: [key2.vkey],
    keyChanges: [change12],
  }),
  one("two different changes of one key", lines, unverifiable, {
    checkpoints: [signedAt(7, key2)],
    keys: [key1.vkey],
    keyChanges: [change12, noteOf(changeText(key1, thief, 4), key1, thief)],
  }),
  one("one change twice", lines, holds, {
    checkpoints: [signedAt(7, key2)],
    keys: [key1.vkey],
    keyChanges: [change12, change12],
  }),
  one("a change of a key that is not trusted has no effect", lines, holds, {
    checkpoints: [signedAt(7, key2)],
    keys: [key1.vkey],
    keyChanges: [change12, noteOf(changeText(thief, key3, 5), thief, key3)],
  }),
];

const cosigned7 = noteOf(textAt(7), key1, witness1);
const witnessed: LogCase[] = [
  one("a checkpoint and its witness", lines, holds, {
    checkpoints: [cosigned7],
    keys: [key1.vkey],
    witnesses: [witness1.vkey],
  }),
  one("two witnesses, each of another checkpoint", lines, holds, {
    checkpoints: [cosigned7, noteOf(textAt(3), key1, witness2)],
    keys: [key1.vkey],
    witnesses: [witness1.vkey, witness2.vkey],
  }),
  one("a witness that did not sign", lines, unverifiable, {
    checkpoints: [cosigned7],
    keys: [key1.vkey],
    witnesses: [witness1.vkey, witness2.vkey],
  }),
  one("a witness, but no checkpoint", lines, unverifiable, {
    noted: [notedAt(7)],
    witnesses: [witness1.vkey],
  }),
  one("a witness alone, without the log's own signature", lines, unverifiable, {
    checkpoints: [noteOf(textAt(7), witness1)],
    keys: [key1.vkey],
    witnesses: [witness1.vkey],
  }),
];

export const logs: LogCase[] = [
  ...whole,
  ...ranges,
  ...hidden,
  ...damaged,
  ...later,
  ...signed,
  ...changed,
  ...witnessed,
];
