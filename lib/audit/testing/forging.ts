/** The log written anew by somebody who owns the database, every hash right. As statements, and as what they make of it. */
import { there } from "./there.ts";
import { type AuditEvent, encodeEvent, FIRST_PREV, leafOf } from "#lib/core/audit-event.ts";
import { levelsEndingAt, nodeHash, subtreeId } from "#lib/core/audit-tree.ts";
import { signCheckpoint } from "../checkpoint.ts";
import { type Entry, eventOf, type Ground, rootOf, text } from "./ground.ts";

/** An event like another, without what only that one has. */
export function plainly(entry: Entry): AuditEvent {
  const { detail_h: _, rows: __, ...event } = eventOf(entry);
  return event;
}

export const forgedAfter = (seq: number, prev: string, like: Entry): string =>
  encodeEvent({ ...plainly(like), seq, prev, act: "testimony.accept" });

export const insertion = (seq: number, body: string, like: Entry): string =>
  `insert into audit_events (seq, leaf, body, case_id, act, actor, object_id, decision, request_id, at)
   select ${seq}, '${leafOf(body)}', ${text(body)}, case_id, 'testimony.accept', actor, object_id, decision, request_id, at
   from audit_events where seq = ${like.seq}`;

/** An entry as it stands after the attack. */
interface Written {
  seq: number;
  leaf: string;
  body: string;
  at: number;
}

/** The log as an attacker would have it. */
export interface Forged {
  entries: Written[];
  statements: string[];
}

/** Every whole subtree of a log. */
function treeFrom(entries: readonly { leaf: string }[]): { id: number; hash: string }[] {
  const open: string[] = [];
  return entries.flatMap(({ leaf }, index) => {
    const made: { id: number; hash: string }[] = [];
    let hash = leaf;
    for (let level = 1; level <= levelsEndingAt(index + 1); level++) {
      hash = nodeHash(there(open.pop()), hash);
      made.push({ id: subtreeId(index + 1, level), hash });
    }
    open.push(hash);
    return made;
  });
}

/** Mends the note of the end and the stored tree, from an entry on. */
function mended(entries: readonly Written[], from: number): string[] {
  const last = there(entries.at(-1));
  const low = subtreeId(from, 0);
  const nodes = treeFrom(entries).filter(({ id }) => id >= low);
  const rows = nodes.map(({ id, hash }) => `(${id}, '${hash}')`).join(", ");
  return [
    `update audit_head set seq = ${last.seq}, leaf = '${last.leaf}', at = ${last.at}`,
    `delete from audit_subtrees where id >= ${low}`,
    ...(rows === "" ? [] : [`insert into audit_subtrees (id, hash) values ${rows}`]),
  ];
}

/** Writes the log anew from an entry on, with a change to it and to those after it that `change` names. */
export function writtenAnew(
  { entries }: Ground,
  from: number,
  change: (event: AuditEvent, seq: number) => AuditEvent,
): Forged {
  let prev = entries[from - 2]?.leaf ?? FIRST_PREV;
  const anew = entries.slice(from - 1).map(({ seq, body: before }): Written => {
    const body = encodeEvent(change({ ...eventOf({ body: before }), prev }, seq));
    prev = leafOf(body);
    return { seq, leaf: prev, body, at: Date.parse(eventOf({ body }).ts) };
  });
  const rows = anew.map(({ seq, leaf, body, at }) => `(${seq}, '${leaf}', ${text(body)}, ${at})`).join(", ");
  const whole = [...entries.slice(0, from - 1), ...anew];
  const statements = [
    `update audit_events set leaf = v.column2, body = v.column3, at = v.column4
     from (values ${rows}) as v where seq = v.column1`,
    ...mended(whole, from),
  ];
  return { entries: whole, statements };
}

/** The change of one entry, in what nothing else repeats. */
export const forgedReason = (at: number) => (event: AuditEvent, seq: number) =>
  seq === at ? { ...event, reason: "forged" } : event;

/**
 * Gives entries another time; those after them keep theirs where they can, as a time before that of the entry before is found out
 * by itself. @param atMs in ms since 1970
 */
export const timesSet = (ground: Ground, from: number, to: number, atMs: number): Forged =>
  writtenAnew(ground, from, (event, seq) => {
    const time = seq <= to ? atMs : Math.max(Date.parse(event.ts), atMs);
    return { ...event, ts: new Date(time).toISOString() };
  });

/** Cuts the tail off, and mends all there is; the checkpoints past the end are taken away with it. */
export function cutTo({ entries }: Ground, size: number): Forged {
  const rest = entries.slice(0, size);
  const statements = [
    `delete from audit_details where seq > ${size}`,
    `delete from audit_events where seq > ${size}`,
    `delete from audit_checkpoints where size > ${size}`,
    ...mended(rest, size + 1),
  ];
  return { entries: rest, statements };
}

/** An old backup that was put back, and then worked on: the log of a size, and other entries after it. */
export function otherwiseAfter(ground: Ground, size: number, more: number): Forged {
  const like = there(ground.entries[size - 1]);
  const { entries, statements } = cutTo(ground, size);
  const added: string[] = [];
  const whole = [...entries];
  for (let seq = size + 1; seq <= size + more; seq++) {
    const body = forgedAfter(seq, there(whole.at(-1)).leaf, like);
    added.push(insertion(seq, body, like));
    whole.push({ seq, leaf: leafOf(body), body, at: like.at });
  }
  return { entries: whole, statements: [...statements, ...added, ...mended(whole, size + 1)] };
}

/** Puts checkpoints that the true key signed in place of those on record which do not fit any more. */
export function resigned({ checkpoints, origin, seed }: Ground, forged: Forged, from: number): Forged {
  const anew = checkpoints
    .filter(({ size }) => size >= from)
    .map(({ size }) => {
      const root = rootOf(forged.entries.slice(0, size));
      const note = signCheckpoint({ origin, size, root }, seed);
      return `update audit_checkpoints set root = '${root}', note = ${text(note)} where size = ${size}`;
    });
  return { ...forged, statements: [...forged.statements, ...anew] };
}
