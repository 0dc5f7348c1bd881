import { expect, test } from "vitest";
import { EMPTY_ROOT } from "#lib/core/audit-tree.ts";
import { signCheckpoint } from "./checkpoint.ts";
import { merkleTree } from "./merkle.ts";
import { signNote, verifierKeyOf, writeKey } from "./note.ts";
import { judgeAlone, judgeGrowth, keysOf, readSubmission, type Submission } from "./witness-rules.ts";

const ORIGIN = "attest/lg_other";
const SEED = Buffer.alloc(32, 2);
const OTHER = Buffer.alloc(32, 3);
const keys = [verifierKeyOf(ORIGIN, SEED)];
const leaf = (n: number) => n.toString(16).padStart(64, "0");
const base64 = (hex: string) => Buffer.from(hex, "hex").toString("base64");

function rootOf(...leaves: string[]): string {
  const tree = merkleTree();
  for (const one of leaves) tree.add(one);
  return tree.root();
}
/** Two leaves, and the same with a third: the proof is the third (RFC 6962, 2.1.2, where the first is a whole subtree). */
const two = { size: 2, root: rootOf(leaf(1), leaf(2)) };
const three = { size: 3, root: rootOf(leaf(1), leaf(2), leaf(3)) };

const noteOf = (at: { size: number; root: string }, seed = SEED) =>
  signCheckpoint({ origin: ORIGIN, ...at }, seed);
const bodyOf = (old: number | string, proof: string[], note: string) =>
  `old ${old}\n${proof.map((one) => `${base64(one)}\n`).join("")}\n${note}`;

function read(body: string): Submission {
  const found = readSubmission(body);
  if (!found) throw new Error("not read");
  return found;
}
const grown = read(bodyOf(2, [leaf(3)], noteOf(three)));

test("a request is read as it was written", () => {
  expect(grown).toMatchObject({ oldSize: 2, proof: [leaf(3)], checkpoint: { origin: ORIGIN, ...three } });
  expect(read(bodyOf(0, [], noteOf(two)))).toMatchObject({ oldSize: 0, proof: [] });
});

test.each([
  ["nothing", ""],
  ["no old size", `\n${noteOf(two)}`],
  ["a zero in front", bodyOf("02", [leaf(3)], noteOf(three))],
  ["a sign", bodyOf("-1", [], noteOf(two))],
  ["a hash that is too short", `old 2\nAAAA\n\n${noteOf(three)}`],
  ["a carriage return", bodyOf(0, [], noteOf(two)).replaceAll("\n", "\r\n")],
  ["no empty line", `old 0\n${noteOf(two)}`],
  [
    "too many hashes",
    bodyOf(
      2,
      Array.from({ length: 64 }, () => leaf(3)),
      noteOf(three),
    ),
  ],
  ["no checkpoint", "old 0\n\nhello\n"],
  ["a checkpoint without a signature", `old 0\n\n${ORIGIN}\n2\n${base64(two.root)}\n`],
])("is malformed: %s", (_, body) => {
  expect(judgeAlone(readSubmission(body), keys)).toBe("malformed");
});

test("an old size above that of the checkpoint is malformed", () => {
  expect(judgeAlone(read(bodyOf(4, [], noteOf(three))), keys)).toBe("malformed");
});

test("a log that nobody named is not known, and its origin alone makes it known", () => {
  const logs = [{ origin: ORIGIN, vkey: writeKey(verifierKeyOf(ORIGIN, SEED)) }];
  expect(judgeAlone(grown, keysOf(ORIGIN, logs))).toBeNull();
  expect(judgeAlone(grown, keysOf("attest/lg_third", logs))).toBe("unknown");
});

test("only the key of the log speaks for it", () => {
  expect(judgeAlone(grown, keys)).toBeNull();
  expect(judgeAlone(read(bodyOf(0, [], noteOf(two, OTHER))), keys)).toBe("unsigned");
  // In the name and id of the key, by another: the note is broken, also where a good line stands beside it.
  const [good = ""] = noteOf(two).split("\n").slice(-2);
  const forged = noteOf(two, OTHER).replace(/\u2014.*\n$/u, "");
  const id = Buffer.from(verifierKeyOf(ORIGIN, SEED).keyId, "hex");
  const line = `\u2014 ${ORIGIN} ${Buffer.concat([id, Buffer.alloc(64)]).toString("base64")}\n`;
  expect(judgeAlone(read(bodyOf(0, [], `${forged}${line}`)), keys)).toBe("unsigned");
  expect(judgeAlone(read(bodyOf(0, [], `${forged}${good}\n${line}`)), keys)).toBe("unsigned");
  const more = signNote(`${ORIGIN}\n2\n${base64(two.root)}\n`, [
    { name: ORIGIN, seed: SEED },
    { name: "somebody.example", seed: OTHER },
  ]);
  expect(judgeAlone(read(bodyOf(0, [], more)), keys)).toBeNull();
});

test("a log is countersigned where it goes on from what was seen, and again where it stands", () => {
  expect(judgeGrowth(read(bodyOf(0, [], noteOf(two))), null)).toBe("cosign");
  expect(judgeGrowth(grown, two)).toBe("cosign");
  expect(judgeGrowth(read(bodyOf(3, [], noteOf(three))), three)).toBe("cosign");
  expect(judgeGrowth(read(bodyOf(0, [], noteOf({ size: 0, root: EMPTY_ROOT }))), null)).toBe("cosign");
});

test("whoever believes that another size was seen hears of it", () => {
  expect(judgeGrowth(grown, three)).toBe("elsewhere");
  expect(judgeGrowth(grown, null)).toBe("elsewhere");
  expect(judgeGrowth(read(bodyOf(0, [], noteOf(three))), two)).toBe("elsewhere");
});

test.each<[string, Submission, { size: number; root: string } | null]>([
  ["another root at the same size", read(bodyOf(2, [], noteOf({ size: 2, root: leaf(9) }))), two],
  ["another past", grown, { size: 2, root: leaf(9) }],
  ["a wrong proof", read(bodyOf(2, [leaf(4)], noteOf(three))), two],
  ["no proof", read(bodyOf(2, [], noteOf(three))), two],
  ["too long a proof", read(bodyOf(2, [leaf(3), leaf(3)], noteOf(three))), two],
  ["a proof where nothing was seen", read(bodyOf(0, [leaf(3)], noteOf(three))), null],
  ["an empty log with a root", read(bodyOf(0, [], noteOf({ size: 0, root: leaf(1) }))), null],
])("what does not go on from what was seen is not countersigned: %s", (_, asked, seen) => {
  expect(judgeGrowth(asked, seen)).toBe("inconsistent");
});
