/**
 * The keys of this installation, while Attest is stopped:
 *   npm run keys -- rotate --as NAME        new keys for the database and for all that is sealed
 *   npm run keys -- passphrase --as NAME    puts the keys under a passphrase, which is asked for at every start
 *   npm run keys -- key-file --as NAME      puts them under a new key file (ATTEST_KEY_FILE)
 *   npm run keys -- custodians --as NAME --shares 3 --needed 2
 *                                           prints a sheet for each of three people, any two of whom can recover the keys
 *   npm run keys -- recover                 asks for their shares and puts the keys under a new key file
 * NAME is the account of an administrator, in whose name the log has it. Where there is another administrator, they agree to the
 * change first: it is asked for on the page Administration, Keys.
 */
import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { mustBeAlone } from "#db/swap-file.ts";
import { maybePersonAtTerminal } from "#lib/auth/terminal.ts";
import {
  databasePath,
  type Installation,
  isUnderPassphrase,
  openInstallation,
} from "#lib/core/installation.ts";
import { execute } from "#lib/core/execute.ts";
import { prepare } from "#lib/core/prepare.ts";
import { Conflict, NotFound, Refused } from "#lib/core/refusals.ts";
import { changeSecret, rotateKeys } from "#lib/core/rotation.ts";
import { closeSystem, system } from "#lib/core/system.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { noteKeyChange } from "#lib/keys/commands/note-key-change.ts";
import type { KEY_CHANGES } from "#lib/keys/vocabulary.ts";
import { type Env, readEnv } from "#lib/platform/env.ts";
import { readRingFile } from "#lib/platform/key-ring.ts";
import {
  makeKeyFile,
  newPassphraseCost,
  PASSPHRASE_LENGTH_MAX,
  PASSPHRASE_LENGTH_MIN,
  passphraseAsMeant,
  secretOfPassphrase,
} from "#lib/platform/master-secret.ts";
import { recover, setCustodians, type SheetCount, sheetCount } from "./custodians.ts";
import { mustExist } from "./data-there.ts";
import { passphraseTyped } from "./passphrase.ts";

const USAGE =
  "Usage: npm run keys -- rotate|passphrase|key-file --as NAME, or custodians --as NAME --shares 3 --needed 2, or recover";

type Act = (env: Env, before: Installation, note: () => Promise<void>, count: SheetCount) => Promise<string>;
const ACTS: Record<string, { what: (typeof KEY_CHANGES)[number]; act: Act }> = {
  rotate: { what: "rotated", act: rotate },
  passphrase: { what: "under_passphrase", act: putUnderPassphrase },
  "key-file": { what: "under_key", act: putUnderKeyFile },
  custodians: { what: "custodians_set", act: setCustodians },
};

process.exitCode = await main().catch((error: unknown) => {
  console.error(sentence(error));
  return 1;
});

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: "string" }, shares: { type: "string" }, needed: { type: "string" } },
  });
  if (positionals.join(" ") === "recover" && Object.keys(values).length === 0) {
    console.log(await recover(readEnv(), (line) => console.log(line)));
    return 0;
  }
  const wanted = ACTS[positionals[0] ?? ""];
  if (!wanted || positionals.length !== 1 || values.as === undefined) throw new Error(USAGE);
  const { shares, needed, as: name } = values;
  if (wanted.act !== setCustodians && `${shares ?? ""}${needed ?? ""}` !== "") throw new Error(USAGE);
  const count = sheetCount(shares, needed);
  const env = readEnv();
  mustExist(env);
  const passphrase = isUnderPassphrase(env) ? await passphraseTyped() : undefined;
  // Before anything is mended or migrated, which is nothing for a database in use.
  const database = databasePath(env);
  if (database !== null && readRingFile(env.dataFolder) !== null)
    mustBeAlone(database, (await openInstallation(env, passphrase)).fileKey);
  const before = await prepare(env, (line) => console.log(line), passphrase);
  console.log(await wanted.act(env, before, () => note(name, wanted.what), count));
  return 0;
}

/** In the log before it is done. */
async function note(name: string, what: (typeof KEY_CHANGES)[number]): Promise<void> {
  const { store } = await system();
  try {
    const caller = await maybePersonAtTerminal(store.read, name);
    if (!caller) throw new Error(`There is no account named ${name}. Nothing was changed.`);
    await execute(noteKeyChange, caller, { what });
  } finally {
    await closeSystem();
  }
}

async function rotate(env: Env, before: Installation, noted: () => Promise<void>): Promise<string> {
  await noted();
  const { keys } = await rotateKeys(env, before);
  return `The keys were changed: ${before.keys.keyId} is no longer used to seal, ${keys.keyId} is. Backups from before open with the file of keys that is in them and the secret of their time; their identities and files with any newer folder of keys of records. Copies from before a migration no longer open; delete them.`;
}

async function putUnderPassphrase(
  env: Env,
  before: Installation,
  noted: () => Promise<void>,
): Promise<string> {
  if (env.key !== null)
    throw new Error(
      "ATTEST_KEY is set. Remove it first: with it nobody would be asked. Nothing was changed.",
    );
  const typed = await passphraseTyped(`New passphrase, at least ${PASSPHRASE_LENGTH_MIN} characters: `);
  const length = [...passphraseAsMeant(typed)].length;
  if (length < PASSPHRASE_LENGTH_MIN || length > PASSPHRASE_LENGTH_MAX)
    throw new Error(
      `A passphrase has ${PASSPHRASE_LENGTH_MIN} to ${PASSPHRASE_LENGTH_MAX} characters; six words drawn by chance are a good one. Nothing was changed.`,
    );
  const again = await passphraseTyped("The same once more: ");
  if (passphraseAsMeant(again) !== passphraseAsMeant(typed))
    throw new Error("The two are not the same. Nothing was changed.");
  const cost = newPassphraseCost();
  const secret = await secretOfPassphrase(typed, cost);
  await noted();
  changeSecret(env, before, cost, secret);
  // It opens nothing any more; whoever finds it later shall not try.
  if (existsSync(env.keyFile)) wipe(env.keyFile);
  return "The keys are under the passphrase. Whoever forgets it has lost everything: write it down and lock it away. Attest starts locked from now on. Whoever copied the key file still opens older copies of the file of keys, and with them this database: change the keys too (npm run keys -- rotate --as NAME).";
}

async function putUnderKeyFile(env: Env, before: Installation, noted: () => Promise<void>): Promise<string> {
  if (existsSync(env.keyFile))
    throw new Error(
      `There is a file at ${env.keyFile} already. Move it away, or set ATTEST_KEY_FILE to another place. Nothing was changed.`,
    );
  await noted();
  changeSecret(env, before, { source: "key" }, env.key ?? makeKeyFile(env.keyFile));
  return env.key === null
    ? `The keys are under a new key file, ${env.keyFile}. Keep a copy of it apart from the machine.`
    : "The keys are under the secret in ATTEST_KEY.";
}

function wipe(path: string): void {
  const file = openSync(path, "r+");
  writeSync(file, "0".repeat(64), 0);
  fsyncSync(file);
  closeSync(file);
  rmSync(path);
}

function sentence(error: unknown): string {
  const t = translatorFor("en", "problems");
  if (error instanceof NotFound)
    return "The account named after --as is no administrator who can sign in. Nothing was changed.";
  if (error instanceof Refused || error instanceof Conflict)
    return `${t(`rule.${error.rule}`)} Nothing was changed.`;
  return error instanceof Error ? error.message : String(error);
}
