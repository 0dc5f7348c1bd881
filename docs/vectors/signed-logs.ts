/** Logs with signed checkpoints, changes of keys and witnesses. */
import {
  afterLoss,
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
import { changeText, checkpointText, noteOf, rootOf } from "./format.ts";
import { forged, leavesOf, lines, type LogCase, notedAt, one, root, signedAt, textAt } from "./log-case.ts";

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
export const signedLogs: LogCase[] = [...signed, ...changed, ...witnessed];
