/**
 * A small world for tests: one case full of marked texts with a person in every role, and a second case whose members
 * hold every role there and none here: the stranger. Made once by the commands themselves, then copied for each test.
 */
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { dialect } from "#db/columns.ts";
import { type FreshStore, freshStore, savedStore } from "#db/testing/fresh-store.ts";
import { madeOnce } from "#db/testing/made-once.ts";
import { caseRoles, type GlobalRole, type Role } from "#lib/access/permissions.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { openCase } from "#lib/cases/commands/open-case.ts";
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { grantRole } from "#lib/accounts/commands/grant-role.ts";
import { setUpAdministrator } from "#lib/accounts/commands/set-up-administrator.ts";
import { ask } from "#lib/core/ask.ts";
import type { Caller } from "#lib/core/caller.ts";
import { UNWATCHED } from "#lib/core/clock.ts";
import type { Command, Subject } from "#lib/core/command.ts";
import { execute } from "#lib/core/execute.ts";
import type { Query } from "#lib/core/query.ts";
import { useSystem } from "#lib/core/system.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { recordKeysIn } from "#lib/platform/record-keys.ts";

/** Stands in every text of the hidden case; the sweep looks for it everywhere else. */
export const MARKER = "zqmarker";
const START = Date.UTC(2031, 1, 20, 9, 0, 0);

export type Person = Extract<Caller, { kind: "person" }>;
/** A key of the world's people: a role, a second holder of it, or the stranger. */
export type PersonKey = Role | "investigator2" | "reviewer2" | "legal_officer2" | "stranger" | "newcomer";

export interface World {
  caseId: string;
  /** The stranger's own case. */
  otherCaseId: string;
  person(key: PersonKey): Person;
  do<I extends z.ZodType, S extends Subject, R>(
    as: PersonKey,
    verb: Command<I, S, R>,
    input: z.input<I>,
  ): Promise<R>;
  ask<I extends z.ZodType, R>(as: PersonKey, question: Query<I, R>, input: z.input<I>): Promise<R>;
  /** A text with the marker in it. */
  marked(text: string): string;
  /** Moves the clock on; it stands still otherwise. */
  pass(ms: number): void;
  now(): number;
  fresh: FreshStore;
  /** A copy of this world with its keys as it is now, which becomes the system of this process. */
  again(): Promise<World>;
  /** Becomes the system of this process again, after another world was. */
  enter(): void;
  close(): Promise<void>;
}

interface Template {
  /** Where its database is saved. */
  database: string;
  people: Map<PersonKey, Person>;
  caseId: string;
  otherCaseId: string;
}
interface Made {
  people: [PersonKey, Person][];
  caseId: string;
  otherCaseId: string;
}
let template: Promise<Template> | null = null;

/**
 * Makes a world. Each has its own database and folder, and becomes the system of this process.
 * @param options `empty`: before the first run, without cases and people
 */
export async function aWorld(options: { empty?: boolean } = {}): Promise<World> {
  template ??= makeTemplate();
  const made = await template;
  return worldIn(await (options.empty ? freshStore() : savedStore(made.database)), made, START);
}

/** A world in a database of its own, which becomes the system of this process. */
function worldIn(fresh: FreshStore, made: Omit<Template, "database">, start: number): World {
  const { people, caseId, otherCaseId } = made;
  let now = start;
  const enter = () => run(fresh, () => now);
  enter();
  const person = (key: PersonKey): Person => {
    const found = people.get(key);
    if (!found) throw new Error(`no ${key} in this world`);
    return found;
  };
  return {
    caseId,
    otherCaseId,
    person,
    do: (as, verb, input) => execute(verb, person(as), input),
    ask: (as, question, input) => ask(question, person(as), input),
    marked: (text) => `${MARKER} ${text}`,
    pass: (ms) => {
      now += ms;
    },
    now: () => now,
    fresh,
    async again() {
      const copy = await fresh.clone();
      const keys = recordKeysIn(fresh.folder);
      if (existsSync(keys)) cpSync(keys, recordKeysIn(copy.folder), { recursive: true });
      return worldIn(copy, made, now);
    },
    enter,
    close: fresh.close,
  };
}

/** The same world, in which others stand in for some of its people: the specimens then do their work in their name. */
export function withOthers(world: World, others: ReadonlyMap<PersonKey, Person>): World {
  const person = (key: PersonKey): Person => others.get(key) ?? world.person(key);
  return {
    ...world,
    person,
    do: (as, verb, input) => execute(verb, person(as), input),
    ask: (as, question, input) => ask(question, person(as), input),
  };
}

/** Passwords are slow to hash on purpose, so the first world of a run is made by whoever needs it and kept for all. */
async function makeTemplate(): Promise<Template> {
  const folder = await madeOnce(`world-${dialect}`, async (empty) => {
    const fresh = await freshStore();
    run(fresh, () => START);
    const people = new Map<PersonKey, Person>();
    const made = await populate(people);
    await fresh.saveTo(join(empty, "database"));
    writeFileSync(join(empty, "people.json"), JSON.stringify({ ...made, people: [...people] }));
    await fresh.close();
  });
  const made = JSON.parse(readFileSync(join(folder, "people.json"), "utf8")) as Made;
  return { ...made, database: join(folder, "database"), people: new Map(made.people) };
}

/** Makes a database the system of this process, with fixed keys and the test's clock. */
function run(fresh: FreshStore, clock: () => number): void {
  useSystem({
    store: fresh.store,
    keys: keysFrom(Buffer.alloc(32, 7)),
    clock,
    clockWatch: UNWATCHED,
    dataFolder: fresh.folder,
  });
}

async function populate(people: Map<PersonKey, Person>) {
  const first = await execute(setUpAdministrator, { kind: "setup" }, credentials("administrator"));
  people.set("administrator", asPerson(first));
  const admin = asPerson(first);
  const open = (title: string) =>
    execute(openCase, admin, { title, titleAr: null, summary: title, kind: "live" });
  const { id: caseId } = await open(`${MARKER} case`);
  const { id: otherCaseId } = await open("Another case");
  const admit = async (key: PersonKey, roles: readonly Role[], where: string) => {
    const made = await execute(createAccount, admin, credentials(key));
    people.set(key, asPerson(made));
    for (const role of roles)
      await execute(admitMember, admin, {
        caseId: where,
        accountId: made.id,
        role,
        expiresAt: null,
      } as never);
  };
  for (const role of caseRoles) await admit(role, [role], caseId);
  await admit("investigator2", ["investigator"], caseId);
  await admit("reviewer2", ["reviewer"], caseId);
  await admit("legal_officer2", ["legal_officer"], caseId);
  await admit("stranger", caseRoles, otherCaseId);
  await admit("newcomer", [], caseId);
  const auditor = await execute(createAccount, admin, credentials("auditor"));
  people.set("auditor", asPerson(auditor));
  await execute(grantRole, admin, { accountId: auditor.id, role: "auditor" satisfies GlobalRole });
  return { caseId, otherCaseId };
}

const credentials = (key: PersonKey) => ({
  name: key.replaceAll("_", "-"),
  displayName: `Demo ${key.replaceAll("_", " ")}`,
  password: `a long password for ${key}`,
});

const asPerson = (made: { id: string; humanId: string }): Person => ({
  kind: "person",
  accountId: made.id,
  humanId: made.humanId,
  session: null,
  auth: "terminal",
});
