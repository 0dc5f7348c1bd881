/**
 * Checks a deployment and says what to mend, a line for each check, also while the program is in use:
 *   npm run doctor -- [--backups FOLDER]
 * It only looks: it writes nothing, opens no connection but that to the database, and prints nothing of what is kept.
 * Exit 0: nothing to mend. 1: something is.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openReader, type Reader } from "#db/store.ts";
import { keyFits } from "#lib/audit/key-fits.ts";
import { systemClock } from "#lib/core/clock.ts";
import { badSettings, type Env, readEnv } from "#lib/platform/env.ts";
import { openKeyFile } from "#lib/platform/keys.ts";
import { backupFindings } from "./doctor/backup-checks.ts";
import { databaseFindings } from "./doctor/database-checks.ts";
import { type Finding, fix, look, ok } from "./doctor/finding.ts";
import { folderFindings } from "./doctor/folder-checks.ts";
import { logFindings } from "./doctor/log-checks.ts";
import { nodeFinding, settingsFindings, userFinding } from "./doctor/settings-checks.ts";

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { backups: { type: "string" } } });
  const findings = await everything(values.backups);
  for (const { state, words } of findings) console.log(`${state.padEnd(4)}  ${words}`);
  const [toFix, toLook] = (["fix", "look"] as const).map(
    (state) => findings.filter((one) => one.state === state).length,
  );
  console.log(`${findings.length} checks, ${toFix} to fix, ${toLook} to look at.`);
  return toFix === 0 ? 0 : 1;
}

async function everything(backups: string | undefined): Promise<Finding[]> {
  const machine = [nodeFinding(process.versions.node), userFinding(process.getuid?.() ?? null)];
  const bad = badSettings();
  if (bad.length > 0)
    return [
      ...machine,
      ...bad.map(fix),
      look("Nothing else was checked, since the settings say where to look."),
    ];
  const env = readEnv();
  const { dataFolder, databaseUrl } = env;
  const database = databaseUrl.startsWith("file:") ? resolve(databaseUrl.slice("file:".length)) : null;
  const { findings, logSize } = await insideTheDatabase(env, database);
  return [
    ...machine,
    ok("Every setting is usable."),
    ...settingsFindings(env),
    ...folderFindings(dataFolder, database),
    ...findings,
    ...backupFindings(backups, dataFolder, logSize, systemClock()),
  ];
}

interface Inside {
  findings: Finding[];
  logSize: number | null;
}

async function insideTheDatabase(env: Env, database: string | null): Promise<Inside> {
  const nothing = (words: string): Inside => ({ findings: [fix(words)], logSize: null });
  if (database !== null && !existsSync(database))
    return nothing(
      `There is no database at ${database}. Start Attest once, or set ATTEST_DATA to its data folder.`,
    );
  try {
    const { read, close } = await openReader(env.databaseUrl);
    try {
      return await looked(read, env);
    } finally {
      await close();
    }
  } catch {
    // The message of a driver may hold addresses and passwords.
    return nothing(sentenceFor(database));
  }
}

function sentenceFor(database: string | null): string {
  return database === null
    ? "PostgreSQL does not answer, or not as a database of Attest. Check that it runs, and DATABASE_URL."
    : `The database at ${database} cannot be read, or is not one of Attest. Run the doctor under the account that runs Attest.`;
}

async function looked(read: Reader, env: Env): Promise<Inside> {
  const own = await databaseFindings(read, env.databaseUrl, env.demo);
  const { findings, size } = await logFindings(read, systemClock());
  return { findings: [...own, ...findings, ...(await keyFindings(read, env))], logSize: size };
}

/** The key file must be the one under which the database was written; where it is missing or open, that was said. */
async function keyFindings(read: Reader, { dataFolder }: Env): Promise<Finding[]> {
  const path = join(dataFolder, "keys", "master.key");
  if (!existsSync(path)) return [];
  try {
    const fits = await keyFits(read, openKeyFile(path));
    if (fits === null) return [];
    return [
      fits
        ? ok("The key file is the one under which the database was written.")
        : fix(
            "The key file is not the one under which the database was written. Put that back from your backup.",
          ),
    ];
  } catch {
    return [fix("The key file cannot be used: it is open to others, or damaged.")];
  }
}
