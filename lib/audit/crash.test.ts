/**
 * Kills the program with SIGKILL (kill -9) while it writes, and looks at what is left. This is the death of a process,
 * not of the power: what the operating system has taken, it still writes to the disk.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { auditEvents, places } from "#db/schema/index.ts";
import { openSqlite, type Store } from "#db/store.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { verifyLog } from "./verify-log.ts";

const KILLS = process.env["ATTEST_LONG"] === "1" ? 200 : 8;
/** One run in four has two programs on one database: the server, and an import at the terminal. */
const programsIn = (run: number) => (run % 4 === 0 ? 2 : 1);
const FIRST_ANSWER_MS_MAX = 60_000;

let world: World;
let folder: string;

beforeAll(async () => {
  world = await aWorld();
  folder = mkdtempSync(join(tmpdir(), "attest-crash-"));
  await world.fresh.directSql(`vacuum into '${join(folder, "base.sqlite")}'`);
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Writer {
  child: ChildProcess;
  /** Everything that it was promised, as `<id> <version>`. */
  promised: string[];
  firstAnswer: Promise<void>;
  ended: Promise<void>;
}

function startWriter(database: string): Writer {
  const args = [
    "lib/audit/testing/crash-writer.ts",
    database,
    JSON.stringify(world.person("investigator")),
    world.caseId,
  ];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const promised: string[] = [];
  let rest = "";
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  const firstAnswer = new Promise<void>((done, fail) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      promised.push(...lines);
      done();
    });
    child.on("exit", () => fail(new Error(`it ended by itself: ${complaint}`)));
    setTimeout(() => fail(new Error("it never answered")), FIRST_ANSWER_MS_MAX).unref();
  });
  const ended = new Promise<void>((done) => child.on("close", () => done()));
  return { child, promised, firstAnswer, ended };
}

/** Works on a copy of the database and dies after some milliseconds; says what was promised. */
async function workAndDie(run: number, database: string): Promise<string[]> {
  copyFileSync(join(folder, "base.sqlite"), database);
  const writers = Array.from({ length: programsIn(run) }, () => startWriter(database));
  try {
    await Promise.all(writers.map((writer) => writer.firstAnswer));
    await pause((run * 7_919) % 301);
  } finally {
    for (const { child } of writers) child.kill("SIGKILL");
    await Promise.all(writers.map((writer) => writer.ended));
  }
  return writers.flatMap((writer) => writer.promised);
}

/** Rows and entries by `<id> <version>`. */
async function whatIsLeft({ read }: Store) {
  const rows = await read.select({ id: places.id, version: places.version }).from(places);
  const events = await read
    .select({ object: auditEvents.objectId, body: auditEvents.body })
    .from(auditEvents);
  const entries = events.map(
    ({ object, body }) => `${object} ${(JSON.parse(body) as { obj_v?: number }).obj_v}`,
  );
  return { versions: new Map(rows.map((row) => [row.id, row.version])), entries: new Set(entries) };
}

describe("a program that is killed with kill -9 while it writes", () => {
  it(
    `loses nothing that it promised and leaves no row without its entry, ${KILLS} times`,
    { timeout: 60 * 60_000 },
    async () => {
      let promisedInAll = 0;
      let unfinished = 0;
      for (let run = 1; run <= KILLS; run++) {
        const database = join(folder, `run-${run}.sqlite`);
        const promised = await workAndDie(run, database);
        if (existsSync(`${database}-wal`)) unfinished += 1;
        const store = openSqlite(database, TEST_FILE_KEY);
        try {
          expect(await store.read.raw(sql`pragma integrity_check`)).toEqual([{ integrity_check: "ok" }]);
          const { versions, entries } = await whatIsLeft(store);
          for (const line of promised) {
            const [id = "", version] = line.split(" ");
            expect(versions.get(id) ?? 0, `run ${run}: ${line}`).toBeGreaterThanOrEqual(Number(version));
            expect(entries.has(line), `run ${run}: entry of ${line}`).toBe(true);
          }
          const { verdict, chain } = await verifyLog(store.read, keysFrom(Buffer.alloc(32, 7)));
          expect(verdict, `run ${run}`).toBe("holds");
          expect(chain.ok && chain.count, `run ${run}`).toBeGreaterThanOrEqual(promised.length);
        } finally {
          await store.close();
          for (const end of ["", "-wal", "-shm"]) rmSync(`${database}${end}`, { force: true });
        }
        promisedInAll += promised.length;
      }
      expect(promisedInAll).toBeGreaterThan(KILLS * 5);
      expect(unfinished).toBe(KILLS); // a program that ended well would have put its journal away
    },
  );
});
