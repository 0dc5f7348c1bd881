/**
 * Lets somebody in again who lost the phone and the paper, where there is no second administrator to ask:
 *   npm run let-in -- NAME
 * It forgets the account's authenticator apps and recovery codes. Whoever signs in next with its password connects an app anew.
 */
import { parseArgs } from "node:util";
import { maybePersonAtTerminal } from "#lib/auth/terminal.ts";
import { execute } from "#lib/core/execute.ts";
import { Refused } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { forgetFactors } from "#lib/factors/commands/forget-factors.ts";
import { readEnv } from "#lib/platform/env.ts";
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
    console.log(`Forgetting the second factors of ${name}: every authenticator app and all recovery codes.`);
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

function sentence(error: unknown): string {
  if (error instanceof Refused)
    return "This account is disabled and stays so. Nothing was changed; the refusal is noted in the log.";
  return error instanceof Error ? error.message : String(error);
}
