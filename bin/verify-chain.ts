/**
 * Verifies the audit log and all records against it, without writing anything:
 *   npm run verify-chain -- [--noted SIZE:ROOT]
 * Exit 0: everything holds. 1: the first bad entry, or the bad rows, are named. 2: it cannot be verified.
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { WrongFileKey } from "#db/cipher.ts";
import { openReader, type Reader } from "#db/store.ts";
import { notedOutside } from "#lib/audit/elsewhere.ts";
import { keyFits } from "#lib/audit/key-fits.ts";
import { type LogResult, verifyLog } from "#lib/audit/verify-log.ts";
import type { RowsResult } from "#lib/audit/verify-rows.ts";
import { faultWords, type Noted, notedFrom, rowFaultWords } from "#lib/audit/vocabulary.ts";
import { type Installation, isUnderPassphrase, openInstallation } from "#lib/core/installation.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { type Env, readEnv } from "#lib/platform/env.ts";
import { readRingFile, ringPathIn } from "#lib/platform/key-ring.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { passphraseTyped } from "./passphrase.ts";

/** What stands in the way of verifying at all. */
class Unverifiable extends Error {}

const t = translatorFor("en", "audit");
const when = (at: number | null) => (at === null ? "never" : new Date(at).toISOString());

process.exitCode = await main().catch((error: unknown) => {
  console.error(`Cannot be verified: ${error instanceof Error ? error.message : String(error)}`);
  return 2;
});

async function main(): Promise<number> {
  const noted = notedGiven();
  const env = readEnv();
  const { keys, fileKey } = await keysOf(env);
  const { read, close } = await openReader(databaseOf(env), fileKey).catch((error: unknown) => {
    if (error instanceof WrongFileKey) throw new Unverifiable(error.message);
    throw new Unverifiable("the database cannot be opened, or is none.");
  });
  try {
    await mustBeReadable(read, keys);
    const elsewhere = await notedOutside(read, env.dataFolder);
    return report(
      await verifyLog(read, keys, [...elsewhere, ...(noted ? [noted] : [])]),
      noted,
      elsewhere.length,
    );
  } finally {
    await close();
  }
}

function notedGiven(): Noted | undefined {
  const { values } = parseArgs({ options: { noted: { type: "string" } } });
  if (values.noted === undefined) return undefined;
  const noted = notedFrom(values.noted);
  if (!noted)
    throw new Unverifiable("--noted takes a size and a root as printed by this command, SIZE:ROOT.");
  return noted;
}

async function keysOf(env: Env): Promise<Installation> {
  if (readRingFile(env.dataFolder) === null)
    throw new Unverifiable(
      `there are no keys at ${ringPathIn(env.dataFolder)}; without them no row can be checked.`,
    );
  return openInstallation(env, isUnderPassphrase(env) ? await passphraseTyped() : undefined);
}

function databaseOf({ databaseUrl }: Env): string {
  const path = databaseUrl.startsWith("file:") ? databaseUrl.slice("file:".length) : null;
  if (path !== null && !existsSync(path)) throw new Unverifiable(`there is no database at ${path}.`);
  return databaseUrl;
}

async function mustBeReadable(read: Reader, keys: Keys): Promise<void> {
  const fits = await keyFits(read, keys).catch(() => {
    throw new Unverifiable("the database has no audit log; it is not one of Attest, or was never started.");
  });
  if (fits === null)
    throw new Unverifiable("nobody has acted in this database yet; there is no entry to verify.");
  if (!fits) throw new Unverifiable("the key file is not the one under which this database was written.");
}

/** @param before what is said on the same line */
function sayRows(rows: RowsResult, before = ""): void {
  const say = (text: string) => console.log(`${before} ${text}`.trim());
  if (rows.ok) return say(`${rows.rows} rows in ${rows.tables} tables are as the log says.`);
  say(`${rows.badCount} rows are not as the log says:`);
  for (const { table, id, why } of rows.bad) console.log(`  ${table}:${id} ${rowFaultWords(t, why)}`);
  if (rows.badCount > rows.bad.length) console.log(`  and ${rows.badCount - rows.bad.length} more.`);
}

function report({ chain, rows }: LogResult, noted: Noted | undefined, checkpoints: number): number {
  if (!chain.ok) {
    const bad =
      chain.lastBad === undefined || chain.lastBad === chain.firstBad
        ? `First bad entry: ${chain.firstBad}.`
        : `First bad entry: between ${chain.firstBad} and ${chain.lastBad}.`;
    console.log(`The log does not hold. ${bad} ${faultWords(t, chain.why)}`);
    const good = `Entries up to ${chain.lastGood} hold.`;
    if (rows) sayRows(rows, good);
    else console.log(`${good} Records were not compared, since the log proves nothing after that.`);
    return 1;
  }
  console.log(
    `${chain.count} entries, the first of ${when(chain.firstAt)}, the last of ${when(chain.lastAt)}.`,
  );
  console.log(`Every entry holds. Size and root: ${chain.count}:${chain.root}`);
  if (!rows) throw new Error("the records were not compared");
  sayRows(rows);
  if (checkpoints > 0) console.log(`It fits ${checkpoints} checkpoints that lie outside the database.`);
  if (noted) console.log(`The log is the one noted at size ${noted.size}.`);
  console.log(t("blind"));
  return rows.ok ? 0 : 1;
}
