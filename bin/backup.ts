/**
 * Makes a backup, also while the program is in use:
 *   npm run backup -- --out FOLDER
 * The folder then holds the database, the keys and all files: whoever has it has everything. Keep it under lock and key.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { copySqliteFile } from "#db/copy-file.ts";
import { openReader } from "#db/store.ts";
import { type LogResult, verifyLog } from "#lib/audit/verify-log.ts";
import { readEnv } from "#lib/platform/env.ts";
import { openKeyFile } from "#lib/platform/keys.ts";
import { INCOMING } from "#lib/platform/storage.ts";
import { copyFile, DATABASE, describeFile, filesIn, MANIFEST, type Manifest } from "./backup-folder.ts";
import { mustBeThere } from "./data-there.ts";

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  if (values.out === undefined) throw new Error("Usage: npm run backup -- --out FOLDER");
  const env = readEnv();
  const { dataFolder, databaseUrl } = env;
  if (!databaseUrl.startsWith("file:")) {
    throw new Error(
      "This database is a PostgreSQL: back it up with pg_dump, and the data folder with it (its keys/ open what the database seals).",
    );
  }
  const database = resolve(databaseUrl.slice("file:".length));
  const out = resolve(values.out);
  if (`${out}${sep}`.startsWith(`${dataFolder}${sep}`)) {
    throw new Error("The backup must lie outside the data folder: a lost disk would take both.");
  }
  await mustBeThere(env);
  mkdirSync(out, { recursive: true, mode: 0o700 });
  if (readdirSync(out).length > 0) throw new Error(`${out} is not empty; choose a new folder.`);
  try {
    const { files, log } = await fill(out, database, dataFolder);
    console.log(`Backed up ${files.length} files to ${out}. The log in it holds: ${log.size} entries.`);
    console.log(`Size and root: ${log.size}:${log.root}`);
    console.log(
      "Note this line down and keep it elsewhere. The folder holds the keys too: whoever has it can read everything.",
    );
    return 0;
  } catch (error) {
    // Half a backup would pass for one, and stand in the way of the next.
    for (const name of readdirSync(out)) rmSync(join(out, name), { recursive: true, force: true });
    throw error;
  }
}

async function fill(out: string, database: string, dataFolder: string): Promise<Manifest> {
  // The database first: every file that it names was stored before it was named.
  copySqliteFile(database, join(out, DATABASE));
  const files = [await describeFile(join(out, DATABASE), DATABASE)];
  const wanted = filesIn(dataFolder).filter(
    (path) => !isUnfinished(path) && !isOfTheDatabase(join(dataFolder, path), database),
  );
  for (const path of wanted)
    files.push(await copyFile(join(dataFolder, path), join(out, "data", path), `data/${path}`));
  const { chain, verdict } = await verifyCopy(out);
  if (!chain.ok || chain.count === 0 || verdict !== "holds") {
    throw new Error("The log of this database does not hold; nothing was kept. Run: npm run verify-chain");
  }
  const log = { size: chain.count, root: chain.root };
  const manifest: Manifest = { format: "attest-backup/1", madeAt: new Date().toISOString(), log, files };
  writeFileSync(join(out, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
    flag: "wx",
    flush: true,
  });
  return manifest;
}

/** Files that are still being written: nothing names them yet, and they may be gone before they are copied. */
function isUnfinished(path: string): boolean {
  return path.startsWith(`${INCOMING}/`) || path.endsWith(".part");
}

/** The database, what SQLite keeps beside it, and copies of it from before a migration. */
function isOfTheDatabase(file: string, database: string): boolean {
  const name = basename(file);
  if (dirname(file) !== dirname(database)) return false;
  return name.startsWith(basename(database)) || /^before-migration-\d+\.sqlite$/.test(name);
}

async function verifyCopy(out: string): Promise<LogResult> {
  const { read, close } = await openReader(`file:${join(out, DATABASE)}`);
  try {
    return await verifyLog(read, openKeyFile(join(out, "data", "keys", "master.key")));
  } finally {
    await close();
  }
}
