/**
 * Lets somebody in again who lost the phone and the paper, where there is no second administrator to ask:
 *   npm run let-in -- NAME
 * It forgets every authenticator app, every passkey and all recovery codes of the account. Whoever signs in next with its
 * password connects an app anew.
 */
import { and, eq } from "drizzle-orm";
import { parseArgs } from "node:util";
import { accounts } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { maybePersonAtTerminal } from "#lib/auth/terminal.ts";
import { accountOf, type Caller } from "#lib/core/caller.ts";
import { execute } from "#lib/core/execute.ts";
import { Refused } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { forgetFactors } from "#lib/factors/commands/forget-factors.ts";
import { readEnv } from "#lib/platform/env.ts";
import { NO_PASSWORD } from "#lib/platform/password.ts";
import { mustBeThere } from "./data-there.ts";

process.exitCode = await main().catch((error: unknown) => {
  console.error(sentence(error));
  return 1;
});

async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0)
    throw new Error("Usage: npm run let-in -- NAME\nNAME is the account's, as it is typed to sign in.");
  await mustBeThere(readEnv());
  const { store } = await system();
  try {
    const caller = await maybePersonAtTerminal(store.read, name);
    if (!caller) throw new Error(`There is no account named ${name}. Nothing was changed.`);
    if (await isInvited(store.read, caller))
      throw new Error(
        `${name} was invited and has chosen no password yet: there is nothing to forget. Invite them again instead. Nothing was changed.`,
      );
    console.log(
      `Forgetting the second factors of ${name}: every authenticator app, every passkey and all recovery codes.`,
    );
    await execute(forgetFactors, caller, {});
    console.log(
      `Done, and noted in the log as done at the terminal. The password of ${name} alone now connects an app: sign in at once, and keep the new recovery codes on paper.`,
    );
    console.log("Sessions that are open stay open. If a device was stolen, end them on the account's page.");
    return 0;
  } finally {
    await store.close();
  }
}

/** True while its person has chosen no password: nobody has signed in, and there is no factor. */
async function isInvited(read: Reader, caller: Caller): Promise<boolean> {
  const hasNone = and(eq(accounts.passwordHash, NO_PASSWORD), eq(accounts.status, "active"));
  return (await read.$count(accounts, and(eq(accounts.id, accountOf(caller)), hasNone))) > 0;
}

function sentence(error: unknown): string {
  if (error instanceof Refused)
    return "This account is disabled and stays so. Nothing was changed; the refusal is noted in the log.";
  return error instanceof Error ? error.message : String(error);
}
