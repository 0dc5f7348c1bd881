import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialect } from "#db/columns.ts";
import { auditDetails, auditEvents } from "#db/schema/index.ts";
import { type AuditEvent, encodeEvent, leafOf } from "#lib/core/audit-event.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { amendPlace } from "#lib/places/commands/amend-place.ts";
import { recordPlace } from "#lib/places/commands/record-place.ts";
import { listPlaces } from "#lib/places/queries/list-places.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { type LogResult, verifyLog } from "./verify-log.ts";
import type { Noted } from "./vocabulary.ts";

/** Positions tried for each attack. */
const SEEDS = process.env["ATTEST_LONG"] === "1" ? 1_000 : dialect === "postgres" ? 3 : 10;

const keys = keysFrom(Buffer.alloc(32, 7));
let world: World;
let entries: (typeof auditEvents.$inferSelect)[];
let withDetail: number[];
let testimony: string;
let places: { id: string; version: number }[];

beforeAll(async () => {
  world = await aWorld();
  places = [];
  const fields = {
    nameAr: null,
    variants: null,
    kind: "village",
    precision: "P3",
    parentId: null,
    parentBasis: null,
  } as const;
  const rest = {
    latE5: null,
    lonE5: null,
    coordinateBasis: null,
    possibleDuplicateOfId: null,
    note: null,
  } as const;
  for (let n = 0; n < 12; n++) {
    world.pass(61_000);
    const name = world.marked(`village ${n}`);
    const made = await world.do("investigator", recordPlace, {
      ...fields,
      ...rest,
      name,
      caseId: world.caseId,
    });
    const again = { ...fields, ...rest, name: `${name} again`, placeId: made.id, version: made.version };
    places.push(n % 2 === 0 ? made : await world.do("investigator", amendPlace, again));
    await world.ask("stranger", listPlaces, { caseId: world.caseId, page: {} }).catch(() => null);
  }
  testimony = (await aTestimony(world)).id;
  entries = (await world.fresh.store.read.select().from(auditEvents)).toSorted((a, b) => a.seq - b.seq);
  withDetail = (await world.fresh.store.read.select({ seq: auditDetails.seq }).from(auditDetails)).map(
    (row) => row.seq,
  );
});
afterAll(() => world.close());

/** A small generator of numbers (mulberry32): the same seed, the same attack. */
function dice(seed: number) {
  let state = seed * 2_654_435_761;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const from = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  return { from, entry: (lowest = 1, cut = 0) => from(entries.slice(lowest - 1, entries.length - cut)) };
}
type Dice = ReturnType<typeof dice>;

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

/**
 * What a check finds after somebody who owns the database has changed it; first of all they take the triggers away. On
 * SQLite they come with a connection of their own to a copy of the file; copying a PostgreSQL takes too long, so there
 * it happens in a transaction that is given up.
 */
async function afterwards(statements: string[], noted?: Noted): Promise<LogResult> {
  if (dialect === "postgres")
    return inATransactionGivenUp(["set local session_replication_role = replica", ...statements], noted);
  const victim = await world.fresh.clone();
  try {
    const triggers = await victim.store.read.raw<{ name: string }>(
      sql`select name from sqlite_master where type = 'trigger'`,
    );
    const drops = triggers.map(({ name }) => `drop trigger ${name}`);
    await victim.directSql(
      ["pragma foreign_keys = off", "begin", ...drops, ...statements, "commit"].join(";\n"),
    );
    return await verifyLog(victim.store.read, keys, noted ? [noted] : []);
  } finally {
    await victim.close();
  }
}

async function inATransactionGivenUp(statements: string[], noted: Noted | undefined): Promise<LogResult> {
  const found: LogResult[] = [];
  const work = world.fresh.store.transact(async (tx) => {
    for (const statement of statements) await tx.raw(sql.raw(statement));
    found.push(await verifyLog(tx, keys, noted ? [noted] : []));
    throw new Error("given up");
  });
  await expect(work).rejects.toThrow("given up");
  return found[0]!;
}

/** The statements that write the log anew from one entry on, every hash right, after a change to that entry. */
function rewriteFrom(seq: number, change: (event: AuditEvent) => AuditEvent): string[] {
  let prev = entries[seq - 2]?.leaf ?? "0".repeat(64);
  const statements = entries.slice(seq - 1).map((entry) => {
    const event = { ...(JSON.parse(entry.body) as AuditEvent), prev };
    const body = encodeEvent(entry.seq === seq ? change(event) : event);
    prev = leafOf(body);
    const at = Date.parse((JSON.parse(body) as AuditEvent).ts);
    return `update audit_events set body = ${text(body)}, leaf = '${prev}', at = ${at} where seq = ${entry.seq}`;
  });
  return [...statements, `update audit_head set leaf = '${prev}'`];
}

interface Attack {
  statements: string[];
  /** The number that the check must name, and why. */
  firstBad?: number;
  why?: string;
  /** The row that the check must name. */
  row?: string;
}

const forged = (seq: number, prev: string, like: AuditEvent) =>
  encodeEvent({ ...like, seq, prev, act: "testimony.accept" });
const insertion = (seq: number, body: string, like: (typeof entries)[number]) =>
  `insert into audit_events (seq, leaf, body, case_id, act, actor, object_id, decision, request_id, at)
   select ${seq}, '${leafOf(body)}', ${text(body)}, case_id, 'testimony.accept', actor, object_id, decision, request_id, at
   from audit_events where seq = ${like.seq}`;
const withoutDetail = () => entries.filter((entry) => !withDetail.includes(entry.seq));

const attacks: Record<string, (dice: Dice) => Attack> = {
  "a text is put into another form": (dice) => {
    const { seq, body } = dice.entry();
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
  "who acted is changed in the text": (dice) => {
    const { seq, body, actor } = dice.entry();
    const other = body.replace(actor, `p_${"A".repeat(22)}`);
    return {
      statements: [`update audit_events set body = ${text(other)} where seq = ${seq}`],
      firstBad: seq,
      why: "leaf",
    };
  },
  "a text and its hash are changed": (dice) => {
    const { seq, body, actor } = dice.entry(1, 1);
    const other = body.replace(actor, `p_${"A".repeat(22)}`);
    const set = `body = ${text(other)}, leaf = '${leafOf(other)}', actor = 'p_${"A".repeat(22)}'`;
    return {
      statements: [`update audit_events set ${set} where seq = ${seq}`],
      firstBad: seq + 1,
      why: "previous",
    };
  },
  "the last text and its hash are changed": () => {
    const { seq, body, actor } = entries.at(-1)!;
    const other = body.replace(actor, `p_${"A".repeat(22)}`);
    const set = `body = ${text(other)}, leaf = '${leafOf(other)}', actor = 'p_${"A".repeat(22)}'`;
    return { statements: [`update audit_events set ${set} where seq = ${seq}`], firstBad: seq, why: "head" };
  },
  "a hash is changed": (dice) => {
    const { seq } = dice.entry();
    const statements = [`update audit_events set leaf = '${"ab".repeat(32)}' where seq = ${seq}`];
    return { statements, firstBad: seq, why: "leaf" };
  },
  "a column that repeats the text is changed": (dice) => {
    const { seq } = dice.entry();
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
  "an entry is taken out": (dice) => {
    const { seq } = dice.entry(1, 1);
    const statements = [
      `delete from audit_details where seq = ${seq}`,
      `delete from audit_events where seq = ${seq}`,
    ];
    return { statements, firstBad: seq, why: "missing" };
  },
  "an entry is taken out and the others move up": (dice) => {
    const { seq } = dice.entry(1, 1);
    const moveUp = ["audit_events", "audit_details"].flatMap((table) => [
      `delete from ${table} where seq = ${seq}`,
      `update ${table} set seq = -seq where seq > ${seq}`,
      `update ${table} set seq = -seq - 1 where seq < 0`,
    ]);
    return { statements: [...moveUp, "update audit_head set seq = seq - 1"], firstBad: seq, why: "number" };
  },
  "an entry is put in": (dice) => {
    const before = dice.entry(1, 1);
    const seq = before.seq + 1;
    const moveDown = ["audit_events", "audit_details"].flatMap((table) => [
      `update ${table} set seq = -seq where seq >= ${seq}`,
      `update ${table} set seq = -seq + 1 where seq < 0`,
    ]);
    const body = forged(seq, before.leaf, withoutDetailOf(before));
    const statements = [...moveDown, insertion(seq, body, before), "update audit_head set seq = seq + 1"];
    return { statements, firstBad: seq + 1, why: "number" };
  },
  "an entry is put in after the end": () => {
    const last = entries.at(-1)!;
    const body = forged(last.seq + 1, last.leaf, withoutDetailOf(last));
    return { statements: [insertion(last.seq + 1, body, last)], firstBad: last.seq + 1, why: "head" };
  },
  "an entry is put in before the first": (dice) => {
    const like = dice.entry();
    const body = forged(1, "0".repeat(64), withoutDetailOf(like));
    return { statements: [insertion(0, body, like)], firstBad: 0, why: "number" };
  },
  "two entries change places": (dice) => {
    const { seq } = dice.entry(1, 1);
    const move = (from: string, to: string) => `update audit_events set seq = ${to} where seq = ${from}`;
    const statements = [move(`${seq}`, "-1"), move(`${seq + 1}`, `${seq}`), move("-1", `${seq + 1}`)];
    return { statements, firstBad: seq, why: "number" };
  },
  "a number stands twice": (dice) => {
    const { seq } = dice.entry();
    const keyless =
      dialect === "postgres"
        ? ["alter table audit_events drop constraint audit_events_pkey cascade"]
        : [
            "create table copied as select * from audit_events",
            "drop table audit_events",
            "alter table copied rename to audit_events",
          ];
    const twice = `insert into audit_events select * from audit_events where seq = ${seq}`;
    return { statements: [...keyless, twice], firstBad: seq, why: "duplicate" };
  },
  "the tail is cut off": (dice) => {
    const { seq } = dice.entry(2);
    const statements = [
      `delete from audit_details where seq >= ${seq}`,
      `delete from audit_events where seq >= ${seq}`,
    ];
    return { statements, firstBad: seq, why: "missing" };
  },
  "the whole log is emptied": () => ({
    statements: ["delete from audit_details", "delete from audit_events"],
    firstBad: 1,
    why: "missing",
  }),
  "the note of the end is taken away": () => ({
    statements: ["delete from audit_head"],
    firstBad: entries.length,
    why: "head_missing",
  }),
  "the note of the end is changed": (dice) => {
    const set = dice.from([`leaf = '${"0".repeat(64)}'`, "at = at + 1", "log = 'lg_other'"]);
    return { statements: [`update audit_head set ${set}`], firstBad: entries.length, why: "head" };
  },
  "the log is written anew with an earlier time": (dice) => {
    const { seq } = dice.entry(3);
    const statements = rewriteFrom(seq, (event) => ({ ...event, ts: "2001-01-01T00:00:00.000Z" }));
    return { statements, firstBad: seq, why: "time" };
  },
  "the log is written anew under another name": (dice) => {
    const { seq } = dice.entry(2);
    const statements = rewriteFrom(seq, (event) => ({ ...event, log: "lg_other" }));
    return { statements, firstBad: seq, why: "log" };
  },
  "an encrypted detail is changed": (dice) => {
    const seq = dice.from(withDetail);
    const statements = [`update audit_details set ciphertext = 'A' || ciphertext where seq = ${seq}`];
    return { statements, firstBad: seq, why: "detail_changed" };
  },
  "an encrypted detail is taken away": (dice) => {
    const seq = dice.from(withDetail);
    return {
      statements: [`delete from audit_details where seq = ${seq}`],
      firstBad: seq,
      why: "detail_missing",
    };
  },
  "an encrypted detail is put in": (dice) => {
    const { seq } = dice.from(withoutDetail());
    const statements = [`insert into audit_details (seq, key_id, ciphertext) values (${seq}, 'k', 'AAAA')`];
    return { statements, firstBad: seq, why: "detail_surplus" };
  },
  "a record is changed": (dice) => {
    const { id } = dice.from(places);
    const set = dice.from([
      "name = 'Elsewhere'",
      "lat_e5 = 1",
      "note = ''",
      "version = version + 1",
      "retracted_at = 5",
    ]);
    return { statements: [`update places set ${set} where id = '${id}'`], row: `places:${id}:changed` };
  },
  "a record goes back to an earlier version": (dice) => {
    const { id } = dice.from(places.filter((place) => place.version === 2));
    const set = "version = 1, name = replace(name, ' again', '')";
    return { statements: [`update places set ${set} where id = '${id}'`], row: `places:${id}:changed` };
  },
  "a value that cannot be read is put into a record": (dice) => {
    const { id } = dice.from(places);
    const set = dialect === "postgres" ? "lat_e5 = 2147483647" : "lat_e5 = 9e999";
    return { statements: [`update places set ${set} where id = '${id}'`], row: `places:${id}:changed` };
  },
  "a list that cannot be read is put into a record": () => {
    const list = dialect === "postgres" ? `'["so_other"]'` : "'[so_other'";
    const statements = [`update testimonies set publisher_ids = ${list} where id = '${testimony}'`];
    return { statements, row: `testimonies:${testimony}:changed` };
  },
  "a record is put in": (dice) => {
    const { id } = dice.from(places);
    const made = dice.from(["", "pl_forged", "zz"]);
    const columns = "version, case_id, code, name, kind, precision, created_at, created_by, updated_at";
    const statements = [
      `insert into places (id, ${columns}) select '${made}', ${columns.replace("code", "code || 'x'")} from places where id = '${id}'`,
    ];
    return { statements, row: `places:${made}:inserted` };
  },
  "a record is taken out": (dice) => {
    const { id } = dice.from(places);
    return { statements: [`delete from places where id = '${id}'`], row: `places:${id}:deleted` };
  },
  "somebody gives themselves a role": () => ({
    statements: [
      `insert into account_roles (id, version, account_id, role, granted_at, granted_by)
       values ('ar_forged', 1, '${world.person("stranger").accountId}', 'auditor', 0, 'setup')`,
    ],
    row: "account_roles:ar_forged:inserted",
  }),
};

function withoutDetailOf(entry: (typeof entries)[number]): AuditEvent {
  const { detail_h: _, rows: __, ...event } = JSON.parse(entry.body) as AuditEvent;
  return event;
}

describe("a log and records that somebody changed past the commands", () => {
  it("hold as long as nobody does", async () => {
    const { verdict, chain, rows } = await verifyLog(world.fresh.store.read, keys);
    expect(verdict).toBe("holds");
    expect(chain).toMatchObject({ ok: true, count: entries.length, headSeq: entries.length });
    expect(rows).toMatchObject({ ok: true });
    expect(entries.length).toBeGreaterThan(40);
    expect(withDetail.length).toBeGreaterThan(10);
    expect(withoutDetail().length).toBeGreaterThan(3);
  });

  it.each(Object.entries(attacks))(
    "are found out, and the first bad entry or row is named: %s",
    { timeout: 30 * 60_000 },
    async (_, attack) => {
      for (let seed = 1; seed <= SEEDS; seed++) {
        const { statements, firstBad, why, row } = attack(dice(seed));
        const { verdict, chain, rows } = await afterwards(statements);
        if (row !== undefined) {
          expect(verdict, `seed ${seed}`).toBe("rows_differ");
          expect(
            rows?.ok === false && rows.bad.map((bad) => `${bad.table}:${bad.id}:${bad.why}`),
            `seed ${seed}`,
          ).toEqual([row]);
          continue;
        }
        expect(verdict, `seed ${seed}`).toBe("chain_broken");
        expect(chain, `seed ${seed}`).toMatchObject({ firstBad, why });
      }
    },
  );
});

describe("what a chain alone cannot see", () => {
  const shorter = (size: number) => {
    const last = entries[size - 1]!;
    return [
      `delete from audit_details where seq > ${size}`,
      `delete from audit_events where seq > ${size}`,
      `update audit_head set seq = ${size}, leaf = '${last.leaf}', at = ${last.at}`,
    ];
  };
  let noted: Noted;
  beforeAll(async () => {
    const size = entries.length - 3;
    const { chain } = await afterwards(shorter(size));
    noted = { size, root: chain.ok ? chain.root : "" };
  });

  it("is a tail cut off together with the note of the end; a size noted earlier shows it", async () => {
    const statements = shorter(noted.size - 2);
    expect((await afterwards(statements)).chain.ok).toBe(true);
    expect((await afterwards(statements, noted)).chain).toMatchObject({
      ok: false,
      firstBad: noted.size - 1,
      why: "missing",
    });
  });

  it("is a log written anew to its end; a root noted earlier shows it", async () => {
    const statements = rewriteFrom(5, (event) => ({ ...event, reason: "forged" }));
    expect((await afterwards(statements)).chain.ok).toBe(true);
    expect((await afterwards(statements, noted)).chain).toMatchObject({ ok: false, why: "noted_root" });
  });

  it("leaves a log that grew since alone", async () => {
    expect((await verifyLog(world.fresh.store.read, keys, noted ? [noted] : [])).verdict).toBe("holds");
  });
});
