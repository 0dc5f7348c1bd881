/** The custodians of the keys at the terminal: their sheets, and the way back by what they hold. */
import { existsSync } from "node:fs";
import { migrate } from "#db/migrate.ts";
import { mustBeAlone } from "#db/swap-file.ts";
import { databasePath, type Installation } from "#lib/core/installation.ts";
import { prepare } from "#lib/core/prepare.ts";
import { recoverKeys } from "#lib/core/recovery.ts";
import { changeCustodians, changeSecret } from "#lib/core/rotation.ts";
import { closeSystem, layKeys, system } from "#lib/core/system.ts";
import { noteRecovered } from "#lib/core/unlocked.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import type { Env } from "#lib/platform/env.ts";
import { readRingFile } from "#lib/platform/key-ring.ts";
import { makeKeyFile } from "#lib/platform/master-secret.ts";
import { newCustodians, SharesDoNotOpen } from "#lib/platform/recovery-slot.ts";
import {
  type Share,
  SHARE_LINES,
  shareFrom,
  SHARES_MAX,
  SHARES_MIN,
  textOfShare,
  WrongShare,
} from "#lib/platform/share-text.ts";
import { mustExist } from "./data-there.ts";
import { lineTyped } from "./passphrase.ts";

const UNCHANGED = "Nothing was changed.";

/** How many sheets there are, and how many of them recover. */
export interface SheetCount {
  shares: number;
  needed: number;
}

/** @throws Error with a sentence where a number is none, or they make no sense together */
export function sheetCount(shares: string | undefined, needed: string | undefined): SheetCount {
  const [all, some] = [Number(shares ?? 3), Number(needed ?? 2)];
  const isCount = (count: number) => Number.isInteger(count) && count >= SHARES_MIN && count <= SHARES_MAX;
  if (!isCount(all) || !isCount(some) || some > all)
    throw new Error(
      `--shares is a number from ${SHARES_MIN} to ${SHARES_MAX}, and --needed one from ${SHARES_MIN} to that. ${UNCHANGED}`,
    );
  return { shares: all, needed: some };
}

/** Makes a new set of shares, in place of the one before. @returns the sheets, which are kept nowhere */
export async function setCustodians(
  env: Env,
  before: Installation,
  noted: () => Promise<void>,
  count: SheetCount,
): Promise<string> {
  const { custodians, shares } = await newCustodians(count, Date.now());
  const texts = shares.map(textOfShare);
  await noted();
  changeCustodians(env, before, custodians);
  // What is about to be handed out was never tried by anybody: the sheets themselves have to open what is on the disk now.
  await recoverKeys(env, texts.slice(-count.needed).map(shareFrom));
  const sheets = texts.map((text, at) => sheetOf(text, at + 1, count));
  return [
    ...sheets,
    `Hand each sheet to one person, then clear this terminal: nothing keeps them. Any ${count.needed} together with a copy of the data folder open everything. Sheets from before recover nothing that is written from now on, but they still open older backups: change the keys too (npm run keys -- rotate --as NAME) when a custodian has left. Then hold a drill: Administration, Keys.`,
  ].join("\n");
}

function sheetOf(text: string, number: number, { shares, needed }: SheetCount): string {
  const words = LOCALES.map((locale) => {
    const t = translatorFor(locale, "keys");
    return `${t("sheet.title", { number, shares })}\n${t("sheet.text", { needed })}`;
  });
  return [`${"-".repeat(60)}`, ...words, "", text, "-".repeat(60), ""].join("\n");
}

/** Opens the keys by shares that are typed here, and puts them under a new key file. Nobody can sign in, so no account does it. */
export async function recover(env: Env, say: (line: string) => void): Promise<string> {
  mustExist(env);
  if (env.key !== null) throw new Error(`ATTEST_KEY is set. Remove it first. ${UNCHANGED}`);
  if (existsSync(env.keyFile))
    throw new Error(
      `There is a file at ${env.keyFile} already. Move it away, or set ATTEST_KEY_FILE to another place. ${UNCHANGED}`,
    );
  const slot = readRingFile(env.dataFolder)?.recovery;
  if (!slot) throw new Error(`No custodians were set for these keys, so no shares open them. ${UNCHANGED}`);
  const shares = await sharesTyped(slot.needed);
  const { keys, fileKey, ring } = await recoverKeys(env, shares).catch(inWords);
  const path = databasePath(env);
  if (path !== null) mustBeAlone(path, fileKey);
  await migrate(env.databaseUrl, fileKey);
  layKeys({ keys, fileKey });
  try {
    await noteRecovered(await system(), slot.publicKey, shares);
  } finally {
    await closeSystem();
  }
  const secret = makeKeyFile(env.keyFile);
  changeSecret(env, { keys, fileKey, ring, master: { source: "key" }, secret }, { source: "key" }, secret);
  await prepare(env, say);
  return `The keys were recovered and are under a new key file, ${env.keyFile}; it is in the log. Keep a copy of it apart from the machine. The shares were typed here: make a new set of them (npm run keys -- custodians --as NAME).`;
}

/** Reads as many shares as are needed, or as many as the input holds. @throws Error naming the share and its line */
async function sharesTyped(needed: number): Promise<Share[]> {
  const shares: Share[] = [];
  while (shares.length < needed) {
    const lines = await shareLines(shares.length + 1, needed);
    if (lines.length === 0) break;
    try {
      shares.push(shareFrom(lines.join("\n")));
    } catch (error) {
      if (!(error instanceof WrongShare)) throw error;
      const words = `Share ${shares.length + 1}: ${error.message}`;
      if (!process.stdin.isTTY) throw new Error(`${words} ${UNCHANGED}`, { cause: error });
      console.error(`${words} Type this share again.`);
    }
  }
  return shares;
}

async function shareLines(number: number, needed: number): Promise<string[]> {
  const lines: string[] = [];
  while (lines.length < SHARE_LINES) {
    const line = await lineTyped(
      `Share ${number} of ${needed}, line ${lines.length + 1} of ${SHARE_LINES}: `,
    );
    if (line === null) break;
    if (line.trim() !== "") lines.push(line);
  }
  return lines;
}

function inWords(error: unknown): never {
  if (!(error instanceof SharesDoNotOpen)) throw error;
  throw new Error(`${translatorFor("en", "problems")(`rule.share.${error.fault}`)} ${UNCHANGED}`, {
    cause: error,
  });
}
