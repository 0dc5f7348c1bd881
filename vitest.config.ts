import { globSync, readFileSync } from "node:fs";
import { matchesGlob, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { defineConfig } from "vitest/config";

// One suite, two databases: the `postgres` project runs the same files on PGlite (an in-process PostgreSQL).
const EVERY = "{lib,db,bin,components,docs}/**/*.test.ts";
/** For the workers and for the programs that tests start, as `npm run` starts them. */
const QUICK = `--import=${pathToFileURL(resolve("bin/quick-imports.mjs")).href}`;
const shared = {
  exclude: ["**/node_modules/**"],
  // Far above what any takes: a busy machine is no fault of theirs.
  testTimeout: 180_000,
  hookTimeout: 180_000,
};
/** Beside the browser tests PostgreSQL takes what these leave, which at times is nothing. */
const patient = { ...shared, testTimeout: 900_000, hookTimeout: 900_000 };

const inDialect = (dialect: string) => ({ ATTEST_TEST_DIALECT: dialect, NODE_OPTIONS: QUICK });

/**
 * Which files the PostgreSQL project runs. Making a world takes long there, so the short lane of `npm test` runs those where the dialects
 * can differ: the database, the core, the search, and what writes statements of its own. The long lane runs all.
 */
function onPostgres(): string[] {
  const everywhere = "{lib,db}/**/*.db.test.ts";
  if (process.env["ATTEST_LANE"] !== "short") return [everywhere];
  return [
    "{db,lib/core,lib/search}/**/*.db.test.ts",
    "lib/audit/{tree,patterns}.db.test.ts",
    "lib/{analysis/neighbours,testimonies/list-pages}.db.test.ts",
  ];
}

/**
 * Files that put something else in place of a module, the clock or a global: each has its modules to itself. All others share what
 * they import, which takes longer to load than most of them to run, and so keep no state in a module.
 */
const alone = globSync(EVERY).filter((file) => /\bvi\.\w+\(/.test(readFileSync(file, "utf8")));

export default defineConfig({
  test: {
    execArgv: [QUICK],
    maxWorkers: "100%", // vitest leaves one core out, which is half of a small machine
    globalSetup: "./db/testing/made-once.ts",
    projects: [
      {
        test: {
          ...shared,
          name: "sqlite",
          include: [EVERY],
          exclude: [...shared.exclude, ...alone],
          isolate: false,
          env: inDialect("sqlite"),
        },
      },
      {
        test: { ...shared, name: "sqlite-alone", include: alone, env: inDialect("sqlite") },
      },
      {
        test: {
          ...patient,
          name: "postgres",
          include: onPostgres(),
          exclude: [...shared.exclude, ...alone],
          isolate: false,
          env: inDialect("postgres"),
        },
      },
      {
        test: {
          ...patient,
          name: "postgres-alone",
          include: alone.filter((file) => onPostgres().some((form) => matchesGlob(file, form))),
          env: inDialect("postgres"),
        },
      },
    ],
  },
});
