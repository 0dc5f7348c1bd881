import { globSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialect } from "./columns.ts";
import { projections } from "./projections.ts";
import { type FreshStore, freshStore } from "./testing/fresh-store.ts";

let fresh: FreshStore;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.close());

const isPostgres = dialect === "postgres";
const names = async (statement: string) =>
  (await fresh.store.read.raw<{ name: string }>(sql.raw(statement)))
    .map((row) => row.name)
    .toSorted((a, b) => String(a).localeCompare(String(b)));

const AUDIT = [
  "audit_anchors",
  "audit_checkpoints",
  "audit_details",
  "audit_events",
  "audit_subtrees",
  "log_keys",
];
const RECORDS = Object.keys(projections);
/** Decisions are guarded as they are made; what they are read from, as it changes. */
const DECIDED = [
  "anonymities",
  "appeals",
  "blind_grades",
  "case_exports",
  "contradictions",
  "deletions",
  "emergency_accesses",
  "evidence_links",
  "export_approvals",
  "findings",
  "identities",
  "identity_marks",
  "identity_shreds",
  "key_permits",
  "legal_holds",
  "reveals",
  "source_ties",
  "testimony_versions",
  "victim_merges",
];
/** What is written about an account: nothing more once that was deleted. */
const STAYS_DELETED = [
  "assignments",
  "attachments",
  "comment_texts",
  "comments",
  "contradictions",
  "dependencies",
  "evidence_links",
  "links",
  "statements",
];
const READ_FROM = [
  "allegations",
  "clearances",
  "consent_answers",
  "person_indexes",
  "contact_permits",
  "contact_plans",
  "contact_rules",
  "contact_talks",
  "identity_demands",
  "placements",
  "referrals",
  "release_decisions",
  "risk_assessments",
  "risk_events",
  "role_proposals",
  "statements",
  "testimony_people",
  "testimony_writers",
  "victim_list_entries",
  "victim_name_openings",
];

describe("after all migrations, on this dialect", () => {
  it("every trigger is there: a rebuilt table would have lost its own without a word", async () => {
    const found = await names(
      isPostgres
        ? "select tgname as name from pg_trigger where not tgisinternal"
        : "select name from sqlite_master where type = 'trigger'",
    );
    const expected = [
      ...[...RECORDS, ...AUDIT].map((table) => `${table}_never_deleted`),
      ...AUDIT.map((table) => `${table}_append_only_update`),
      ...(isPostgres
        ? [
            ...AUDIT.map((table) => `${table}_append_only_truncate`),
            ...RECORDS.map((table) => `${table}_never_truncated`),
          ]
        : [
            ...[...AUDIT, ...RECORDS].map((table) => `${table}_never_replaced`),
            ...RECORDS.map((table) => `${table}_never_replaced_update`),
          ]),
      ...STAYS_DELETED.flatMap((table) =>
        isPostgres
          ? [`${table}_stays_deleted`]
          : [`${table}_stays_deleted_insert`, `${table}_stays_deleted_update`],
      ),
      "findings_review_guard_insert",
      "findings_review_guard_update",
      "identities_guard_held",
      ...DECIDED.map((table) => `${table}_guard_insert`),
      ...[...DECIDED, ...READ_FROM].map((table) => `${table}_guard_update`),
    ];
    expect(found).toEqual(expected.toSorted((a, b) => String(a).localeCompare(String(b))));
  });

  it("every closed list is held by the database itself, the same on both", async () => {
    const migrations = globSync("db/migrations/sqlite/*.sql").toSorted();
    const made = migrations.flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(
        /CONSTRAINT "(\w+_one_of)" CHECK\("\w+"\."\w+" in \(([^)]+)\)\)/g,
      ),
    ]);
    // A later migration that makes a table anew has the last word on its lists.
    const written = [...new Map(made.map((one) => [one[1], one])).values()];
    expect(written.length).toBeGreaterThan(20);
    const checks = isPostgres
      ? await fresh.store.read.raw<{ name: string; text: string }>(
          sql`select conname as name, pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and conname like '%one_of'`,
        )
      : (
          await fresh.store.read.raw<{ sql: string }>(sql`select sql from sqlite_master where type = 'table'`)
        ).flatMap((table) =>
          [...table.sql.matchAll(/CONSTRAINT "(\w+_one_of)" (CHECK\([^)]*\)\))/g)].map(
            ([, name = "", text = ""]) => ({ name, text }),
          ),
        );
    const valuesIn = (text: string) =>
      [...text.matchAll(/'([^']*)'/g)]
        .map(([, value]) => value)
        .toSorted((a, b) => String(a).localeCompare(String(b)));
    const found = new Map(checks.map(({ name, text }) => [name, valuesIn(text)]));
    expect([...found.keys()].toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(
      written.map(([, name]) => name).toSorted((a, b) => String(a).localeCompare(String(b))),
    );
    for (const [, name = "", values = ""] of written) expect(found.get(name), name).toEqual(valuesIn(values));
  });

  it("nothing is ever deleted along with something else: no foreign key cascades", async () => {
    const rules = isPostgres
      ? await names(
          "select distinct delete_rule || ' ' || update_rule as name from information_schema.referential_constraints",
        )
      : await names(
          `select distinct f.on_delete || ' ' || f.on_update as name
           from pragma_table_list t, pragma_foreign_key_list(t.name) f where t.schema = 'main'`,
        );
    expect(rules).toEqual(["NO ACTION NO ACTION"]);
  });

  it("the tables of the log take no value of another type than their columns'", async () => {
    const wrong = "insert into audit_events (seq, leaf, body, act, actor, decision, request_id, at) values ";
    await expect(fresh.directSql(`${wrong} ('one', 'l', '{}', 'a.b', 'p', 'allow', 'r', 0)`)).rejects.toThrow(
      /cannot store TEXT value in INTEGER column|datatype mismatch|invalid input syntax for type bigint/,
    );
    await expect(fresh.directSql(`${wrong} (1, 'l', '{}', 'a.b', 'p', 'allow', 'r', 'now')`)).rejects.toThrow(
      /cannot store TEXT value in INTEGER column|invalid input syntax for type bigint/,
    );
  });

  it("nothing in the log can be replaced either", async () => {
    const entry = (body: string) =>
      `audit_events (seq, leaf, body, act, actor, decision, request_id, at) values (1, 'l', '${body}', 'a.b', 'p', 'allow', 'r', 0)`;
    await fresh.directSql(`insert into ${entry("first")}`);
    const replacing = isPostgres
      ? `insert into ${entry("second")} on conflict (seq) do update set body = excluded.body`
      : `insert or replace into ${entry("second")}`;
    await expect(fresh.directSql(replacing)).rejects.toThrow("attest:audit.append_only");
    expect(await names("select body as name from audit_events")).toEqual(["first"]);
  });
});
