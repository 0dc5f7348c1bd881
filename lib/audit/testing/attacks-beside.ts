/** Attacks on what stands beside the entries: the end, details, the tree, checkpoints; and on the records. */
import { there } from "./there.ts";
import { LEVELS_MAX, levelsEndingAt, subtreeId } from "#lib/core/audit-tree.ts";
import { signCheckpoint } from "../checkpoint.ts";
import type { Attack } from "./attack.ts";
import type { Dice } from "./dice.ts";
import { type Ground, onPostgres, text } from "./ground.ts";

/** Keys of all stored subtrees. */
const subtreesIn = ({ entries }: Ground): number[] =>
  entries.flatMap(({ seq }) =>
    Array.from({ length: levelsEndingAt(seq) }, (_, level) => subtreeId(seq, level + 1)),
  );

export const besideEntries: Record<string, (dice: Dice, ground: Ground) => Attack> = {
  "the note of the end is changed": (dice, ground) => {
    const set = dice.from([`leaf = '${"0".repeat(64)}'`, "at = at + 1", "log = 'lg_other'"]);
    return { statements: [`update audit_head set ${set}`], firstBad: ground.entries.length, why: "head" };
  },
  "an encrypted detail is changed": (dice, ground) => {
    const seq = dice.from(ground.withDetail);
    const statements = [`update audit_details set ciphertext = 'A' || ciphertext where seq = ${seq}`];
    return { statements, firstBad: seq, why: "detail_changed" };
  },
  "an encrypted detail is taken away": (dice, ground) => {
    const seq = dice.from(ground.withDetail);
    return {
      statements: [`delete from audit_details where seq = ${seq}`],
      firstBad: seq,
      why: "detail_missing",
    };
  },
  "an encrypted detail is put in": (dice, ground) => {
    const { seq } = dice.from(ground.withoutDetail);
    const statements = [`insert into audit_details (seq, key_id, ciphertext) values (${seq}, 'k', 'AAAA')`];
    return { statements, firstBad: seq, why: "detail_surplus" };
  },
  "a subtree is changed": (dice, ground) => {
    const id = dice.from(subtreesIn(ground));
    const statements = [`update audit_subtrees set hash = '${"ab".repeat(32)}' where id = ${id}`];
    return { statements, firstBad: Math.floor(id / LEVELS_MAX), why: "tree" };
  },
  "a subtree is taken out": (dice, ground) => {
    const id = dice.from(subtreesIn(ground));
    const statements = [`delete from audit_subtrees where id = ${id}`];
    return { statements, firstBad: Math.floor(id / LEVELS_MAX), why: "tree" };
  },
  "a subtree is put in": (dice, { entries }) => {
    // From before the first entry to past the last: there it would be in the way of an entry to come.
    const seq = dice.between(0, entries.length + 9);
    const id = subtreeId(seq, dice.between(levelsEndingAt(seq) + 1, 20));
    const statements = [`insert into audit_subtrees (id, hash) values (${id}, '${"ab".repeat(32)}')`];
    return { statements, firstBad: seq, why: "tree" };
  },
  "a checkpoint is put in that nobody with the key signed": (dice, ground) => {
    const { entries, checkpoints, origin, seed } = ground;
    const sizes = entries
      .map(({ seq }) => seq)
      .filter((seq) => !checkpoints.some(({ size }) => size === seq));
    const { size, root } = ground.noted(dice.from(sizes));
    const note = dice.from([
      "",
      there(checkpoints[0]).note,
      signCheckpoint({ origin, size, root }, Buffer.alloc(32, 5)),
      signCheckpoint({ origin: "attest/lg_other", size, root }, seed),
      signCheckpoint({ origin, size, root }, seed).replace(/[^\n]+\n$/, ""),
    ]);
    const values = `${size}, '${origin}', '${root}', ${text(note)}, 0`;
    const statements = [`insert into audit_checkpoints (size, origin, root, note, at) values (${values})`];
    return { statements, firstBad: size, why: "checkpoint" };
  },
  "a checkpoint is changed": (dice, { checkpoints, seed, origin }) => {
    const { size, root } = dice.from(checkpoints);
    // Not its time, which nobody signs: that counts for ten minutes at most (anchor-times.ts).
    const [set, now] = dice.from([
      [`root = '${"ab".repeat(32)}'`, size],
      ["size = size + 1", size + 1],
      ["origin = origin || 'x'", size],
      ["note = replace(note, 'attest/', 'attest/x')", size],
      ["note = note || 'x'", size],
      [`note = ${text(signCheckpoint({ origin, size: size + 1, root }, seed))}`, size],
    ] as const);
    const statements = [`update audit_checkpoints set ${set} where size = ${size}`];
    return { statements, firstBad: now, why: "checkpoint" };
  },
};

export const onRecords: Record<string, (dice: Dice, ground: Ground) => Attack> = {
  "a record is changed": (dice, ground) => {
    const { id } = dice.from(ground.places);
    const set = dice.from([
      "name = 'Elsewhere'",
      "lat_e5 = 1",
      "note = ''",
      "version = version + 1",
      "retracted_at = 5",
    ]);
    return { statements: [`update places set ${set} where id = '${id}'`], row: `places:${id}:changed` };
  },
  "a record goes back to an earlier version": (dice, ground) => {
    const { id } = dice.from(ground.places.filter((place) => place.version === 2));
    const set = "version = 1, name = replace(name, ' again', '')";
    return { statements: [`update places set ${set} where id = '${id}'`], row: `places:${id}:changed` };
  },
  "a value that cannot be read is put into a record": (dice, ground) => {
    const { id } = dice.from(ground.places);
    const set = onPostgres ? "lat_e5 = 2147483647" : "lat_e5 = 9e999";
    return { statements: [`update places set ${set} where id = '${id}'`], row: `places:${id}:changed` };
  },
  "a record is put in": (dice, ground) => {
    const { id } = dice.from(ground.places);
    const made = dice.from(["", "pl_forged", "zz"]);
    const columns = "version, case_id, code, name, kind, precision, created_at, created_by, updated_at";
    const statements = [
      `insert into places (id, ${columns}) select '${made}', ${columns.replace("code", "code || 'x'")} from places where id = '${id}'`,
    ];
    return { statements, row: `places:${made}:inserted` };
  },
  "a record is taken out": (dice, ground) => {
    const { id } = dice.from(ground.places);
    return { statements: [`delete from places where id = '${id}'`], row: `places:${id}:deleted` };
  },
};

/** These know one place only: one try is all there is. */
export const onOneRecord: Record<string, (ground: Ground) => Attack> = {
  "a list that cannot be read is put into a record": (ground) => {
    const list = onPostgres ? `'["so_other"]'` : "'[so_other'";
    const statements = [`update testimonies set publisher_ids = ${list} where id = '${ground.testimony}'`];
    return { statements, row: `testimonies:${ground.testimony}:changed` };
  },
  "somebody gives themselves a role": (ground) => ({
    statements: [
      `insert into account_roles (id, version, account_id, role, granted_at, granted_by)
       values ('ar_forged', 1, '${ground.world.person("stranger").accountId}', 'auditor', 0, 'setup')`,
    ],
    row: "account_roles:ar_forged:inserted",
  }),
};
