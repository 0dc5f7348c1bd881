/** The people and cases of the bench, made by the commands themselves: eight investigators and a reviewer. */
import { setUpAdministrator } from "#lib/accounts/commands/set-up-administrator.ts";
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { openCase } from "#lib/cases/commands/open-case.ts";
import { callerCode } from "#lib/core/caller-code.ts";
import type { Caller } from "#lib/core/caller.ts";
import { execute } from "#lib/core/execute.ts";
import { system } from "#lib/core/system.ts";

export type Person = Extract<Caller, { kind: "person" }>;

/** Of every account of the bench; the database lies in a folder for throwing away and holds nothing real. */
export const BENCH_PASSWORD = "an invented password for the bench";
const INVESTIGATORS = 8;

export interface Cast {
  admin: Person;
  investigators: Person[];
  reviewer: Person;
  /** Nine tenths of all testimonies; the investigators work here. */
  mainCase: string;
  /** Also theirs, small. */
  sideCase: string;
  /** Not theirs: what is in it must cost them nothing and be seen by nobody of them. */
  hiddenCase: string;
  /** The code of the first investigator in the log of each case. */
  codes: Record<string, string>;
}

/** Fills a migrated, empty system with the cast. */
export async function makeCast(): Promise<Cast> {
  const named = (name: string) => ({ name, displayName: `Invented ${name}`, password: BENCH_PASSWORD });
  const admin = asPerson(await execute(setUpAdministrator, { kind: "setup" }, named("admin")));
  const open = async (title: string) =>
    (
      await execute(openCase, admin, {
        title,
        titleAr: null,
        summary: `${title}: invented.`,
        kind: "training",
      })
    ).id;
  const mainCase = await open("Bench: main case");
  const sideCase = await open("Bench: side case");
  const hiddenCase = await open("Bench: hidden case");
  const make = async (name: string, role: "investigator" | "reviewer", cases: string[]) => {
    const made = await execute(createAccount, admin, named(name));
    for (const caseId of cases)
      await execute(admitMember, admin, { caseId, accountId: made.id, role, expiresAt: null });
    return asPerson(made);
  };
  const investigators: Person[] = [];
  for (let n = 1; n <= INVESTIGATORS; n++)
    investigators.push(await make(`investigator${n}`, "investigator", [mainCase, sideCase]));
  const reviewer = await make("reviewer", "reviewer", [mainCase, sideCase]);
  const codes = await codesOf(investigators[0], [mainCase, sideCase, hiddenCase]);
  return { admin, investigators, reviewer, mainCase, sideCase, hiddenCase, codes };
}

async function codesOf(person: Person | undefined, cases: string[]): Promise<Record<string, string>> {
  const { store, keys } = await system();
  if (!person) throw new Error("there is nobody in the cast");
  const { accountId } = person;
  return store.transact(async (tx) => {
    const codes: Record<string, string> = {};
    for (const caseId of cases) codes[caseId] = await callerCode(tx, keys, accountId, caseId);
    return codes;
  });
}

const asPerson = (made: { id: string; humanId: string }): Person => ({
  kind: "person",
  accountId: made.id,
  humanId: made.humanId,
  session: null,
  auth: "terminal",
});
