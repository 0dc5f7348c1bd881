/**
 * Checks a deployment and says what to mend, a line for each check, also while the program is in use:
 *   npm run doctor -- [--backups FOLDER]
 * It only looks: it writes nothing, opens no connection but that to the database, and prints nothing of what is kept.
 * Exit 0: nothing to mend. 1: something is.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { openReader, type Reader } from "#db/store.ts";
import { keyFits } from "#lib/audit/key-fits.ts";
import { systemClock } from "#lib/core/clock.ts";
import { type Installation, isUnderPassphrase, openInstallation } from "#lib/core/installation.ts";
import { badSettings, type Env, readEnv } from "#lib/platform/env.ts";
import { readRingFile, ringPathIn } from "#lib/platform/key-ring.ts";
import { backupFindings } from "./doctor/backup-checks.ts";
import { databaseFindings } from "./doctor/database-checks.ts";
import { destructionFindings } from "./doctor/destruction-checks.ts";
import { type Finding, fix, look, ok } from "./doctor/finding.ts";
import { folderFindings } from "./doctor/folder-checks.ts";
import { logFindings } from "./doctor/log-checks.ts";
import { passphraseTyped } from "./passphrase.ts";
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
    ...folderFindings(env, database),
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
  const opened = await keysOf(env);
  if ("words" in opened) return { findings: [opened], logSize: null };
  try {
    const { read, close } = await openReader(env.databaseUrl, opened.fileKey);
    try {
      return await looked(read, env, opened);
    } finally {
      await close();
    }
  } catch {
    // The message of a driver may hold addresses and passwords.
    return nothing(sentenceFor(database));
  }
}

/** @returns a finding where nothing can be opened */
async function keysOf(env: Env): Promise<Installation | Finding> {
  try {
    if (readRingFile(env.dataFolder) === null)
      return fix(
        `There are no keys at ${ringPathIn(env.dataFolder)}. Put them back from your backup: without them nothing opens. For a database from before there was a cipher, start Attest once.`,
      );
    if (!isUnderPassphrase(env)) return await openInstallation(env);
    if (!process.stdin.isTTY)
      return look(
        "The keys are under a passphrase and nobody is here to type it: the database was not looked into.",
      );
    return await openInstallation(env, await passphraseTyped());
  } catch (error) {
    return fix(error instanceof Error ? error.message : String(error));
  }
}

function sentenceFor(database: string | null): string {
  return database === null
    ? "PostgreSQL does not answer, or not as a database of Attest. Check that it runs, and DATABASE_URL."
    : `The database at ${database} cannot be read, or is not one of Attest. Run the doctor under the account that runs Attest.`;
}

async function looked(read: Reader, env: Env, { keys }: Installation): Promise<Inside> {
  const own = await databaseFindings(read, env.databaseUrl, env.demo);
  const { findings, size } = await logFindings(read, systemClock());
  const fits = keyFindings(await keyFits(read, keys));
  const destroyed = await destructionFindings(read, env.dataFolder, keys);
  return { findings: [...own, ...findings, ...fits, ...destroyed], logSize: size };
}

/** The keys must be those under which the database was written. @param fits null while nobody has acted in it */
function keyFindings(fits: boolean | null): Finding[] {
  if (fits === null) return [];
  return [
    fits
      ? ok("The keys are those under which the database was written.")
      : fix("The keys are not those under which the database was written. Put these back from your backup."),
  ];
}
