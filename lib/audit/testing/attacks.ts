/** Attacks on the entries of the log. */
import { there } from "./there.ts";
import type { AuditEvent } from "#lib/core/audit-event.ts";
import { leafOf } from "#lib/core/audit-event.ts";
import { type Attack, anEntry, atNextEntry } from "./attack.ts";
import { forgedAfter, insertion, writtenAnew } from "./forging.ts";
import type { Dice } from "./dice.ts";
import { type Ground, onPostgres, text } from "./ground.ts";

/** Each strikes elsewhere with each seed. */
export const onEntries: Record<string, (dice: Dice, ground: Ground) => Attack> = {
  "a text is put into another form": (dice, ground) => {
    const { seq, body } = anEntry(dice, ground);
    const other = dice.from([
      body.replace(":", ": "),
      `${body} `,
      body.replace('"v":1', '"v":1.0'),
      "{}",
      "",
      "null",
    ]);
    const statements = [`update audit_events set body = ${text(other)} where seq = ${seq}`];
    return { statements, firstBad: seq, why: "not_canonical" };
  },
  "who acted is changed in the text": (dice, ground) => {
    const { seq, body, actor } = anEntry(dice, ground);
    const other = body.replace(actor, `p_${"A".repeat(22)}`);
    return {
      statements: [`update audit_events set body = ${text(other)} where seq = ${seq}`],
      firstBad: seq,
      why: "leaf",
    };
  },
  "a text and its hash are changed": (dice, ground) => {
    const { seq, body, actor } = anEntry(dice, ground, 1, 1);
    const other = body.replace(actor, `p_${"A".repeat(22)}`);
    const set = `body = ${text(other)}, leaf = '${leafOf(other)}', actor = 'p_${"A".repeat(22)}'`;
    return {
      statements: [`update audit_events set ${set} where seq = ${seq}`],
      ...atNextEntry(ground, seq, "previous"),
    };
  },
  "a hash is changed": (dice, ground) => {
    const { seq } = anEntry(dice, ground);
    const statements = [`update audit_events set leaf = '${"ab".repeat(32)}' where seq = ${seq}`];
    return { statements, firstBad: seq, why: "leaf" };
  },
  "a column that repeats the text is changed": (dice, ground) => {
    const { seq } = anEntry(dice, ground);
    const set = dice.from([
      "case_id = 'c_other'",
      "act = 'case.read'",
      "actor = 'p_other'",
      "object_id = 'pl_other'",
      "decision = case decision when 'allow' then 'deny' else 'allow' end",
      "request_id = 'r_other'",
      "at = at + 1",
    ]);
    return {
      statements: [`update audit_events set ${set} where seq = ${seq}`],
      firstBad: seq,
      why: "column",
    };
  },
  "an entry is taken out": (dice, ground) => {
    const { seq } = anEntry(dice, ground, 1, 1);
    const statements = [
      `delete from audit_details where seq = ${seq}`,
      `delete from audit_events where seq = ${seq}`,
    ];
    return { statements, firstBad: seq, why: "missing" };
  },
  "an entry is taken out and the others move up": (dice, ground) => {
    const { seq } = anEntry(dice, ground, 1, 1);
    const moveUp = ["audit_events", "audit_details"].flatMap((table) => [
      `delete from ${table} where seq = ${seq}`,
      `update ${table} set seq = -seq where seq > ${seq}`,
      `update ${table} set seq = -seq - 1 where seq < 0`,
    ]);
    return { statements: [...moveUp, "update audit_head set seq = seq - 1"], firstBad: seq, why: "number" };
  },
  "an entry is put in": (dice, ground) => {
    const before = anEntry(dice, ground, 1, 1);
    const seq = before.seq + 1;
    const moveDown = ["audit_events", "audit_details"].flatMap((table) => [
      `update ${table} set seq = -seq where seq >= ${seq}`,
      `update ${table} set seq = -seq + 1 where seq < 0`,
    ]);
    const body = forgedAfter(seq, before.leaf, before);
    const statements = [...moveDown, insertion(seq, body, before), "update audit_head set seq = seq + 1"];
    return { statements, ...atNextEntry(ground, seq, "number") };
  },
  "an entry is put in before the first": (dice, ground) => {
    const like = anEntry(dice, ground);
    const body = forgedAfter(1, "0".repeat(64), like);
    return { statements: [insertion(0, body, like)], firstBad: 0, why: "number" };
  },
  "two entries change places": (dice, ground) => {
    const { seq } = anEntry(dice, ground, 1, 1);
    const move = (from: string, to: string) => `update audit_events set seq = ${to} where seq = ${from}`;
    const statements = [move(`${seq}`, "-1"), move(`${seq + 1}`, `${seq}`), move("-1", `${seq + 1}`)];
    return { statements, firstBad: seq, why: "number" };
  },
  "a number stands twice": (dice, ground) => {
    const { seq } = anEntry(dice, ground);
    const keyless = onPostgres
      ? ["alter table audit_events drop constraint audit_events_pkey cascade"]
      : [
          "create table copied as select * from audit_events",
          "drop table audit_events",
          "alter table copied rename to audit_events",
        ];
    const twice = `insert into audit_events select * from audit_events where seq = ${seq}`;
    return { statements: [...keyless, twice], firstBad: seq, why: "duplicate" };
  },
  "the tail is cut off": (dice, ground) => {
    const { seq } = anEntry(dice, ground, 2);
    const statements = [
      `delete from audit_details where seq >= ${seq}`,
      `delete from audit_events where seq >= ${seq}`,
    ];
    return { statements, firstBad: seq, why: "missing" };
  },
  "the log is written anew with an earlier time": (dice, ground) => {
    const { seq } = anEntry(dice, ground, 3);
    const back = (event: AuditEvent, at: number) =>
      at === seq ? { ...event, ts: "2001-01-01T00:00:00.000Z" } : event;
    return { statements: writtenAnew(ground, seq, back).statements, firstBad: seq, why: "time" };
  },
  "the log is written anew under another name": (dice, ground) => {
    const { seq } = anEntry(dice, ground, 2);
    const { statements } = writtenAnew(ground, seq, (event) => ({ ...event, log: "lg_other" }));
    return { statements, firstBad: seq, why: "log" };
  },
};

/** These know one place only: one try is all there is. */
export const onTheEnd: Record<string, (ground: Ground) => Attack> = {
  "the last text and its hash are changed": (ground) => {
    const { seq, body, actor } = there(ground.entries.at(-1));
    const other = body.replace(actor, `p_${"A".repeat(22)}`);
    const set = `body = ${text(other)}, leaf = '${leafOf(other)}', actor = 'p_${"A".repeat(22)}'`;
    return { statements: [`update audit_events set ${set} where seq = ${seq}`], firstBad: seq, why: "head" };
  },
  "an entry is put in after the end": (ground) => {
    const last = there(ground.entries.at(-1));
    const body = forgedAfter(last.seq + 1, last.leaf, last);
    return { statements: [insertion(last.seq + 1, body, last)], firstBad: last.seq + 1, why: "head" };
  },
  "the whole log is emptied": () => ({
    statements: ["delete from audit_details", "delete from audit_events"],
    firstBad: 1,
    why: "missing",
  }),
  "the note of the end is taken away": (ground) => ({
    statements: ["delete from audit_head"],
    firstBad: ground.entries.length,
    why: "head_missing",
  }),
};
