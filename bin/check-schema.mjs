// Checks that the migrations of both dialects are whole: from what they describe, drizzle-kit finds nothing left to
// generate. It works on a copy, so that a drift is reported and not written.
import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

const DIALECTS = { sqlite: "sqlite", postgres: "postgresql" };

/** What is wrong with one dialect's migrations, or nothing. */
function drift([folder, dialect]) {
  const copy = mkdtempSync(join(tmpdir(), "attest-schema-"));
  try {
    const migrations = join(copy, "migrations");
    cpSync(join("db/migrations", folder), migrations, { recursive: true });
    const before = globSync("*.sql", { cwd: migrations });
    const config = join(copy, "drizzle.config.json");
    const out = relative(process.cwd(), migrations);
    writeFileSync(config, JSON.stringify({ dialect, schema: "./db/schema/index.ts", out }));
    const environment = { ...process.env, ATTEST_DIALECT: folder, NO_COLOR: "1" };
    for (const verb of [["check"], ["generate", "--name", "drift"]]) {
      const args = ["node_modules/drizzle-kit/bin.cjs", ...verb, "--config", relative(process.cwd(), config)];
      const run = spawnSync(process.execPath, args, { env: environment, encoding: "utf8" });
      if (run.status !== 0) return [`${folder}: drizzle-kit ${verb[0]} failed\n${run.stdout}${run.stderr}`];
    }
    const made = globSync("*.sql", { cwd: migrations }).filter((file) => !before.includes(file));
    if (before.length === 0) return [`${folder}: has no migration`];
    return made.map(() => `${folder}: the schema has moved on; npm run db:generate -- --name <intent>`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const faults = Object.entries(DIALECTS).flatMap(drift);
for (const fault of faults) console.error(fault);
console.log(`${Object.keys(DIALECTS).length} dialects, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
