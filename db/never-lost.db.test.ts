/** Ways to delete that no delete trigger sees: REPLACE on SQLite, TRUNCATE on PostgreSQL. Tried on every table of records. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialect } from "./columns.ts";
import { ruleOfTrigger } from "./errors.ts";
import { projections } from "./projections.ts";
import { type FreshStore, freshStore } from "./testing/fresh-store.ts";

let fresh: FreshStore;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.close());

const RECORDS = Object.keys(projections);
const ruleOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error: unknown) => ruleOfTrigger(error) ?? error,
  );
const rows = (statement: string) => fresh.store.read.raw<Record<string, string | number>>(sql.raw(statement));

describe.runIf(dialect === "postgres")("truncating, with whatever points to the table", () => {
  it.each(RECORDS)("%s is refused", async (table) => {
    expect(await ruleOf(fresh.directSql(`truncate ${table} cascade`))).toBe("record.never_deleted");
  });
});

/** Past the checks that stand in the way of made-up rows; the triggers are what is tried. */
const unchecked = (statement: string) =>
  fresh.directSql(`pragma foreign_keys = off; pragma ignore_check_constraints = on; ${statement}`);

/** What a table's other triggers ask of a new row. */
const FITTING: Record<string, Record<string, string>> = {
  appeals: {
    state: "'lodged'",
    ...Object.fromEntries(
      ["first", "second"].flatMap((seat) =>
        ["human_id", "conflict", "outcome", "determination", "standard", "reasons", "voted_at"].map(
          (column) => [`${seat}_${column}`, "null"],
        ),
      ),
    ),
    decided_at: "null",
  },
  anonymities: { person_id: "'nobody'", ended_at: "null", ended_by: "null" },
  case_exports: {
    status: "'queued'",
    downloads: "0",
    sha256: "null",
    contents: "'records'",
    of_export_id: "null",
    recipient_key: "null",
    people: "null",
  },
  contradictions: {
    state: "'proposed'",
    material: "null",
    against: "null",
    evidence_link_id: "null",
    decided_at: "null",
    decided_by_human_id: "null",
    decision_reason: "null",
    resolved_at: "null",
    resolved_by_human_id: "null",
    resolution_reason: "null",
  },
  deletions: {
    status: "'waiting'",
    decided_at: "null",
    decided_by_human_id: "null",
    refusal: "null",
  },
  emergency_accesses: { opened_at: "1000", expires_at: "2000", ended_at: "null", reviewed_at: "null" },
  findings: { status: "'draft'", appeal_id: "null" },
  identities: { shredded_at: "null" },
  identity_shreds: { status: "'waiting'", decided_at: "null", decided_by_human_id: "null" },
  key_permits: {
    status: "'waiting'",
    decided_at: "null",
    decided_by_human_id: "null",
    usable_until: "null",
    used_at: "null",
  },
  legal_holds: { testimony_id: "null", lifted_at: "null", lifted_by: "null", lift_reason: "null" },
  reveals: {
    status: "'waiting'",
    decided_at: "null",
    decided_by_human_id: "null",
    usable_until: "null",
    opened_at: "null",
    shown_until: "null",
    session_mark: "null",
  },
  victim_merges: {
    status: "'waiting'",
    has_made_victim: "0",
    decided_at: "null",
    decided_by_human_id: "null",
    undone_at: "null",
    undone_by_human_id: "null",
  },
  testimony_versions: { stage: "'draft'", decided_by_human_id: "null" },
  source_ties: { family: "'soft'", kind: "'one_party'", weight_tenths: "4" },
};

/** A row that no other row shares a value with. */
async function madeUp(table: string, mark: string, taken: Record<string, string> = {}) {
  const shared = { ...FITTING[table], ...taken };
  const columns = await rows(`select name, type from pragma_table_info('${table}')`);
  const value = (name: string, type: string, at: number) =>
    /int/i.test(type) ? `${mark.length * 1000 + at}` : `'${mark} ${name}'`;
  const values = columns.map(
    ({ name, type }, at) => shared[String(name)] ?? value(String(name), String(type), at),
  );
  const given = Object.entries(taken).filter(([name]) => name === "rowid");
  const names = [...columns.map(({ name }) => name), ...given.map(([name]) => name)];
  return `${table} (${names.join(", ")}) values (${[...values, ...given.map(([, rowid]) => rowid)].join(", ")})`;
}

/** What no two rows of a table may share: each of its unique keys, and the number that SQLite itself gives a row. */
async function keysOf(table: string): Promise<string[][]> {
  const indexes = await rows(`select name from pragma_index_list('${table}') where "unique" = 1`);
  const keys = [];
  for (const { name } of indexes)
    keys.push((await rows(`select name from pragma_index_info('${name}')`)).map((one) => String(one.name)));
  return [...keys, ["rowid"]];
}

describe.runIf(dialect === "sqlite")("replacing", () => {
  it.each(RECORDS)("a row of %s by any of its keys leaves it as it was", async (table) => {
    await unchecked(`insert into ${await madeUp(table, "first")}`);
    await unchecked(`insert into ${await madeUp(table, "second")}`);
    const first = async () => rows(`select rowid, * from ${table} where id = 'first id'`);
    const [before] = await first();
    expect(before).toBeDefined();
    for (const key of await keysOf(table)) {
      const taken = Object.fromEntries(
        key.map((column) => {
          const value = before?.[column];
          return [column, typeof value === "number" ? `${value}` : `'${value}'`];
        }),
      );
      const inserted = await ruleOf(
        unchecked(`insert or replace into ${await madeUp(table, "other", taken)}`),
      );
      // A code that is taken is passed over without a word, as the writer of records asks for.
      expect(inserted, `insert by ${key.join()}`).toBe(key[0] === "code" ? "done" : "record.never_replaced");
      const set = Object.entries(taken).map(([column, value]) => `${column} = ${value}`);
      const updated = unchecked(`update or replace ${table} set ${set.join(", ")} where id = 'second id'`);
      expect(await ruleOf(updated), `update of ${key.join()}`).not.toBe("done");
      expect(await first(), key.join()).toEqual([before]);
      expect(await rows(`select id from ${table}`)).toHaveLength(2);
    }
  });
});
