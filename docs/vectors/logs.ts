/** Whole logs, good and damaged, with what was noted elsewhere. */
import { canonicalFaults } from "./canonical-faults.ts";
import { bad, holds, unverifiable } from "./cases.ts";
import { chained, rewritten, seven } from "./entries.ts";
import { bodyOf, leafOf } from "./format.ts";
import {
  forged,
  lines,
  linesOf,
  type LogCase,
  notedAt,
  one,
  root,
  rootHex,
  withheld,
  wrongAt,
} from "./log-case.ts";
import { signedLogs } from "./signed-logs.ts";

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
export const logs: LogCase[] = [...whole, ...ranges, ...hidden, ...damaged, ...later, ...signedLogs];
