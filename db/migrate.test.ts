import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  globSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate as migrateAsTheToolDoes } from "drizzle-orm/better-sqlite3/migrator";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate as migrateUnder, MigrationRefused } from "./migrate.ts";

/** Without a cipher, so that the tests may look at the file with any tool. */
const migrate = (url: string, migrations?: string) => migrateUnder(url, null, migrations);

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "attest-migrate-"));
  path = join(folder, "attest.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a folder of migrations as the generator does; each is a list of statements. */
function migrations(...steps: string[][]): string {
  const root = join(folder, `migrations-${steps.length}`);
  mkdirSync(join(root, "sqlite", "meta"), { recursive: true });
  const entries = steps.map((statements, idx) => {
    const tag = `000${idx}_step`;
    writeFileSync(join(root, "sqlite", `${tag}.sql`), statements.join("\n--> statement-breakpoint\n"));
    return { idx, version: "6", when: 1_000 + idx, tag, breakpoints: true };
  });
  writeFileSync(
    join(root, "sqlite", "meta", "_journal.json"),
    JSON.stringify({ version: "7", dialect: "sqlite", entries }),
  );
  return root;
}

function rows(file: string, statement: string): unknown[] {
  const connection = new Database(file, { readonly: true });
  try {
    return connection.prepare(statement).pluck().all();
  } finally {
    connection.close();
  }
}

const FOUNDING = [
  "create table parents (id text primary key not null, note text)",
  "create table children (id text primary key not null, parent_id text not null references parents (id) on delete cascade)",
  "insert into parents values ('p1', null), ('p2', null)",
  "insert into children values ('c1', 'p1'), ('c2', 'p2')",
];
/** As the generator writes a change that SQLite cannot make in place. */
const REBUILD = [
  "PRAGMA foreign_keys=OFF",
  "CREATE TABLE `__new_parents` (`id` text PRIMARY KEY NOT NULL, `note` text DEFAULT '' NOT NULL)",
  "INSERT INTO `__new_parents` (id, note) SELECT id, coalesce(note, '') FROM `parents`",
  "DROP TABLE `parents`",
  "ALTER TABLE `__new_parents` RENAME TO `parents`",
  "PRAGMA foreign_keys=ON",
];

describe("a migration that rebuilds a table", () => {
  it("leaves the rows that hang from it alone, even where a key would delete them", async () => {
    await migrate(`file:${path}`, migrations(FOUNDING));
    await migrate(`file:${path}`, migrations(FOUNDING, REBUILD));
    expect(rows(path, "select id from parents order by id")).toEqual(["p1", "p2"]);
    expect(rows(path, "select id from children order by id")).toEqual(["c1", "c2"]);
    expect(rows(path, "pragma foreign_key_check")).toEqual([]);
  });

  it("would empty them if left to the tool: that is the trap", async () => {
    await migrate(`file:${path}`, migrations(FOUNDING));
    const connection = new Database(path);
    migrateAsTheToolDoes(drizzle(connection), {
      migrationsFolder: join(migrations(FOUNDING, REBUILD), "sqlite"),
    });
    connection.close();
    expect(rows(path, "select id from children")).toEqual([]);
  });
});

describe("migrating a database that holds something", () => {
  it("makes a copy of it first, each time under a new name, and none when there is nothing to do", async () => {
    expect(await migrate(`file:${path}`, migrations(FOUNDING))).toEqual({ backup: null });
    expect(await migrate(`file:${path}`, migrations(FOUNDING))).toEqual({ backup: null });
    const first = await migrate(`file:${path}`, migrations(FOUNDING, ["delete from children"]));
    const second = await migrate(
      `file:${path}`,
      migrations(FOUNDING, ["delete from children"], ["delete from parents"]),
    );
    expect([first.backup, second.backup]).toEqual([
      join(folder, "before-migration-1.sqlite"),
      join(folder, "before-migration-2.sqlite"),
    ]);
    expect(rows(first.backup!, "select id from children order by id")).toEqual(["c1", "c2"]);
    expect(rows(second.backup!, "select id from children")).toEqual([]);
    expect(rows(second.backup!, "select id from parents order by id")).toEqual(["p1", "p2"]);
    expect(rows(path, "select id from parents")).toEqual([]);
  });

  it("refuses to start when a row points to nothing afterwards, names the table and the copy, and goes on refusing", async () => {
    await migrate(`file:${path}`, migrations(FOUNDING));
    const harm = migrations(FOUNDING, ["insert into children values ('c3', 'nobody')"]);
    const refusal: unknown = await migrate(`file:${path}`, harm).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(MigrationRefused);
    const copy = join(folder, "before-migration-1.sqlite");
    expect((refusal as Error).message).toContain("1 rows point to nothing (in children)");
    expect((refusal as Error).message).toContain(copy);
    expect(rows(copy, "select id from children order by id")).toEqual(["c1", "c2"]);
    await expect(migrate(`file:${path}`, harm)).rejects.toThrow(MigrationRefused);

    copyFileSync(copy, path);
    for (const end of ["-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
    expect(await migrate(`file:${path}`, migrations(FOUNDING))).toEqual({ backup: null });
  });

  it("refuses a database that a newer version has used, and leaves it as it was", async () => {
    await migrate(`file:${path}`, migrations(FOUNDING, ["delete from children where id = 'c1'"]));
    const refusal: unknown = await migrate(`file:${path}`, migrations(FOUNDING)).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(MigrationRefused);
    expect((refusal as Error).message).toContain("by a newer version of Attest; nothing was changed");
    expect(rows(path, "select id from children")).toEqual(["c2"]);
  });

  it("looks through all references once after migrating, not at every start", async () => {
    await migrate(`file:${path}`, migrations(FOUNDING));
    const connection = new Database(path);
    connection.pragma("foreign_keys = OFF");
    connection.exec("insert into children values ('c3', 'nobody')");
    connection.close();
    expect(await migrate(`file:${path}`, migrations(FOUNDING))).toEqual({ backup: null });
    const next = migrate(`file:${path}`, migrations(FOUNDING, ["update parents set note = 'seen'"]));
    await expect(next).rejects.toThrow("1 rows point to nothing (in children)");
  });

  it("changes nothing when a statement fails half-way", async () => {
    await migrate(`file:${path}`, migrations(FOUNDING));
    const half = migrations(FOUNDING, ["delete from children", "insert into nowhere values (1)"]);
    await expect(migrate(`file:${path}`, half)).rejects.toThrow("nowhere");
    expect(rows(path, "select id from children order by id")).toEqual(["c1", "c2"]);
  });
});

describe("the migrations of this program", () => {
  it("bring a new database to the schema, and find nothing to do the second time", async () => {
    expect(await migrate(`file:${path}`)).toEqual({ backup: null });
    expect(await migrate(`file:${path}`)).toEqual({ backup: null });
    expect(existsSync(join(folder, "before-migration-1.sqlite"))).toBe(false);
    // The log's own tables, and every table that came after the founding ones.
    const later = globSync("db/migrations/sqlite/*.sql")
      .filter((file) => !file.endsWith("0000_founding-record.sql"))
      .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^CREATE TABLE `(\w+)`/gm)])
      // A table that is made anew takes the name of the old one.
      .map(([, name = ""]) => name.replace(/^__new_/, ""));
    const strict = "select name from pragma_table_list where strict = 1";
    expect(later.length).toBeGreaterThan(10);
    expect(new Set(rows(path, strict))).toEqual(
      new Set(["audit_details", "audit_events", "audit_head", ...later]),
    );
    expect(rows(path, "pragma journal_mode")).toEqual(["wal"]);
  });

  it("say the same of each other on both dialects: as many steps, under the same names", () => {
    const steps = (dialect: string) => {
      const journal = JSON.parse(readFileSync(`db/migrations/${dialect}/meta/_journal.json`, "utf8")) as {
        entries: { tag: string }[];
      };
      return journal.entries.map(({ tag }) => tag);
    };
    expect(steps("sqlite")).toEqual(steps("postgres"));
    expect(steps("sqlite").length).toBeGreaterThan(0);
  });
});
