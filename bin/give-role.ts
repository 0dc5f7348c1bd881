/**
 * Makes somebody administrator or auditor where there is no second administrator yet who could approve it:
 *   npm run give-role -- --as ADMINISTRATOR --to NAME --role administrator|auditor --reason "WHY"
 * Where somebody else can approve, it refuses: then the role is proposed on the page of the accounts.
 */
import { parseArgs } from "node:util";
import type { Reader } from "#db/store.ts";
import { globalRoles } from "#lib/access/permissions.ts";
import { grantRole } from "#lib/accounts/commands/grant-role.ts";
import { someoneCanApprove } from "#lib/accounts/find/role-proposals.ts";
import { maybePersonAtTerminal } from "#lib/auth/terminal.ts";
import { accountOf, humanOf } from "#lib/core/caller.ts";
import { execute } from "#lib/core/execute.ts";
import { Conflict, NotFound, Refused } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { readEnv } from "#lib/platform/env.ts";
import { mustBeThere } from "./data-there.ts";

const USAGE = `Usage: npm run give-role -- --as ADMINISTRATOR --to NAME --role ${globalRoles.join("|")} --reason "WHY"\nThe names are those of accounts, as they are typed to sign in.`;

process.exitCode = await main().catch((error: unknown) => {
  console.error(sentence(error));
  return 1;
});

async function main(): Promise<number> {
  const { as, to, role, reason } = wanted();
  await mustBeThere(readEnv());
  const { store } = await system();
  try {
    const [by, receiver] = [await personNamed(store.read, as), await personNamed(store.read, to)];
    if (await someoneCanApprove({ read: store.read }, [humanOf(by), humanOf(receiver)]))
      throw new Error(
        "There is another administrator who can approve it: propose the role on the page of the accounts. Nothing was changed.",
      );
    await execute(grantRole, by, { accountId: accountOf(receiver), role, reason });
    console.log(
      `Done: ${to} is ${role} from now on. The log has it as given at the terminal in the name of ${as}.`,
    );
    return 0;
  } finally {
    await store.close();
  }
}

function wanted() {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { as: text, to: text, role: text, reason: text } });
  const { as, to, reason } = values;
  const role = globalRoles.find((known) => known === values.role);
  if (as === undefined || to === undefined || role === undefined || !reason?.trim()) throw new Error(USAGE);
  return { as, to, role, reason };
}

async function personNamed(read: Reader, name: string) {
  const person = await maybePersonAtTerminal(read, name);
  if (!person) throw new Error(`There is no account named ${name}. Nothing was changed.`);
  return person;
}

function sentence(error: unknown): string {
  const t = translatorFor("en", "problems");
  if (error instanceof NotFound || (error instanceof Refused && error.rule === "session.ended"))
    return "The account named after --as is no administrator who can sign in. Nothing was changed.";
  if (error instanceof Refused || error instanceof Conflict)
    return `${t(`rule.${error.rule}`)} Nothing was changed.`;
  return error instanceof Error ? error.message : String(error);
}
