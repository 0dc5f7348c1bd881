/**
 * Fills an empty data folder with the demo: its people, two cases, the coastal-2025 record and the training case. What
 * is there already is left alone, also what a visitor changed since; an interrupted load is finished by the next.
 */
import { and, asc, eq } from "drizzle-orm";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { accountRoles, accounts, caseMembers, cases, emergencyAccesses, humans } from "#db/schema/index.ts";
import type { GlobalRole } from "#lib/access/permissions.ts";
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { grantRole } from "#lib/accounts/commands/grant-role.ts";
import { setUpAdministrator } from "#lib/accounts/commands/set-up-administrator.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { openCase } from "#lib/cases/commands/open-case.ts";
import type { Caller } from "#lib/core/caller.ts";
import { ask } from "#lib/core/ask.ts";
import { execute } from "#lib/core/execute.ts";
import { system } from "#lib/core/system.ts";
import { endEmergency } from "#lib/emergencies/commands/end-emergency.ts";
import { openEmergency } from "#lib/emergencies/commands/open-emergency.ts";
import { reviewEmergency } from "#lib/emergencies/commands/review-emergency.ts";
import { listTestimonies } from "#lib/testimonies/queries/list-testimonies.ts";
import { COASTAL_FILES } from "../coastal/records.ts";
import { importCoastal } from "../commands/import-coastal.ts";
import { importedInto } from "../find.ts";
import { isTrainingLoaded, loadTraining } from "../training/load.ts";
import { TRAINING_PEOPLE, type TrainingPerson } from "../training/schema.ts";
import { offerSecret } from "#lib/factors/rules/offer.ts";
import { addTotp } from "#lib/factors/commands/add-totp.ts";
import { everHeld, liveFactors } from "#lib/factors/find.ts";
import { codeAt } from "#lib/factors/rules.ts";
import { recordDemoRecipients } from "./recipients.ts";
import { DEMO_ACCOUNTS, DEMO_CASES, DEMO_PASSWORD, DEMO_SECRET, type DemoAccount } from "./accounts.ts";

/** The folder holds the work of real people. */
export class NoDemoHere extends Error {}

type Person = Extract<Caller, { kind: "person" }>;

export interface DemoCases {
  coastal: string;
  training: string;
}

/**
 * Loads the demo into the running system.
 * @param seedFolder folder with `coastal-2025/` and `training-wadi-narin.json`
 * @param print receives a line for each part as it begins
 * @returns the ids of the two cases
 * @throws NoDemoHere when there are accounts that are not the demo's
 */
export async function loadDemoInto(seedFolder: string, print: (line: string) => void): Promise<DemoCases> {
  const people = await makePeople(print);
  const opened = await makeCases(people);
  await admitAll(people, opened);
  const { store } = await system();
  // One transaction brought all of it or nothing.
  if ((await importedInto(store.read, opened.coastal)).size === 0) {
    print("Demo: the public record of coastal Syria, 2025 …");
    const input = { caseId: opened.coastal, files: readFiles(seedFolder) };
    await execute(importCoastal, personIn(people, "investigator1"), input);
  }
  const script = readJson(join(seedFolder, "training-wadi-narin.json"));
  if (!(await isTrainingLoaded(script, opened.training))) {
    print("Demo: the training case …");
    await loadTraining(script, opened.training, castOf(people));
  }
  await recordDemoRecipients(personIn(people, "legal_officer1"), opened.training);
  await breakTheGlassOnce(people, opened.training);
  return opened;
}

/** One emergency access of the past, so that there is one to look at: opened, closed and reviewed. */
async function breakTheGlassOnce(people: ReadonlyMap<string, Person>, caseId: string): Promise<void> {
  const { store } = await system();
  const onCall = personIn(people, "on_call");
  const ever = eq(emergencyAccesses.accountId, onCall.accountId);
  if ((await store.read.$count(emergencyAccesses, ever)) > 0) return;
  const reason =
    "Exercise: a call at night said that a witness of this invented case was being followed. Who may be told?";
  const opened = await execute(openEmergency, onCall, { caseId, minutes: 15, reason });
  await ask(listTestimonies, onCall, { caseId, page: {} });
  const ended = await execute(endEmergency, onCall, { emergencyId: opened.id, version: opened.version });
  await execute(reviewEmergency, personIn(people, "protection_officer"), {
    emergencyId: opened.id,
    version: ended.version,
    verdict: "justified",
    note: "Exercise: only the list was looked at, and the call was on record.",
  });
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

function readFiles(seedFolder: string): z.input<(typeof importCoastal)["input"]>["files"] {
  const read = COASTAL_FILES.map(
    (file) => [file, readJson(join(seedFolder, "coastal-2025", `${file}.json`))] as const,
  );
  return importCoastal.input.shape.files.parse(Object.fromEntries(read));
}

/** The people by their key; the administrator first, who makes the others. */
async function makePeople(print: (line: string) => void): Promise<Map<string, Person>> {
  const { store } = await system();
  const there = await store.read
    .select({
      name: accounts.name,
      accountId: accounts.id,
      humanId: accounts.humanId,
      displayName: humans.displayName,
    })
    .from(accounts)
    .innerJoin(humans, eq(humans.id, accounts.humanId));
  const [first, ...others] = DEMO_ACCOUNTS;
  if (!first) throw new Error("the demo has no accounts");
  const known = (demo: DemoAccount) =>
    there.find(({ name, displayName }) => name === demo.name && displayName === demo.displayName);
  if (there.length > 0 && !known(first)) {
    throw new NoDemoHere(
      "This data folder already holds accounts that are not the demo's; the demo never mixes with real work. Set ATTEST_DATA to another folder.",
    );
  }
  if (there.length < DEMO_ACCOUNTS.length) print("Demo: accounts and cases …");
  const credentials = ({ name, displayName }: DemoAccount) => ({
    name,
    displayName,
    password: DEMO_PASSWORD,
  });
  const found = known(first);
  const admin = found
    ? asPerson(found)
    : await execute(setUpAdministrator, { kind: "setup" }, credentials(first)).then(made);
  // Together, as hashing a password takes long on purpose.
  const making = others.map(async (demo) => {
    const present = known(demo);
    const person = present
      ? asPerson(present)
      : await execute(createAccount, admin, credentials(demo)).then(made);
    return [demo.key, person] as const;
  });
  const people = new Map([[first.key, admin] as const, ...(await Promise.all(making))]);
  for (const person of people.values()) await giveApp(person);
  for (const { key, global } of others)
    if (global) await grantOnce(admin, personIn(people, key).accountId, global);
  return people;
}

/** An authenticator app with the demo's public secret, once. */
async function giveApp(person: Person): Promise<void> {
  const { store, keys, clock } = await system();
  if ((await liveFactors(store.read, person.accountId)).length > 0) return;
  const now = clock();
  const leave = { accountId: person.accountId, ever: await everHeld(store.read, person.accountId), at: now };
  const { offer } = offerSecret(keys, leave, DEMO_SECRET);
  await execute(addTotp, person, { offer, code: codeAt(DEMO_SECRET, now) });
}

async function grantOnce(admin: Person, accountId: string, role: GlobalRole): Promise<void> {
  const { store } = await system();
  const given = await store.read.$count(accountRoles, eq(accountRoles.accountId, accountId));
  if (given === 0) await execute(grantRole, admin, { accountId, role });
}

const asPerson = ({ accountId, humanId }: { accountId: string; humanId: string }): Person => ({
  kind: "person",
  accountId,
  humanId,
  session: null,
  auth: "terminal",
});
const made = ({ id, humanId }: { id: string; humanId: string }): Person =>
  asPerson({ accountId: id, humanId });

function personIn(people: ReadonlyMap<string, Person>, key: string): Person {
  const person = people.get(key);
  if (!person) throw new Error(`the demo has no ${key}`);
  return person;
}

/** The first live and the first training case that the administrator opened. */
async function makeCases(people: ReadonlyMap<string, Person>): Promise<DemoCases> {
  const admin = personIn(people, "administrator");
  const { store } = await system();
  const there = await store.read
    .select({ id: cases.id, kind: cases.kind })
    .from(cases)
    .where(eq(cases.createdBy, admin.accountId))
    .orderBy(asc(cases.createdAt), asc(cases.id));
  const open = async (which: keyof DemoCases) => {
    const wanted = DEMO_CASES[which];
    return there.find(({ kind }) => kind === wanted.kind)?.id ?? (await execute(openCase, admin, wanted)).id;
  };
  return { coastal: await open("coastal"), training: await open("training") };
}

/** Admits everyone who never was a member: whose membership was ended stays out. */
async function admitAll(people: ReadonlyMap<string, Person>, opened: DemoCases): Promise<void> {
  const admin = personIn(people, "administrator");
  const { store } = await system();
  for (const { key, ...roles } of DEMO_ACCOUNTS) {
    const { accountId } = personIn(people, key);
    for (const which of ["coastal", "training"] as const) {
      const role = roles[which];
      if (!role) continue;
      const caseId = opened[which];
      const everHeld = and(
        eq(caseMembers.caseId, caseId),
        eq(caseMembers.accountId, accountId),
        eq(caseMembers.role, role),
      );
      if ((await store.read.$count(caseMembers, everHeld)) > 0) continue;
      await execute(admitMember, admin, { caseId, accountId, role, expiresAt: null });
    }
  }
}

/** Guarantee: every person of the script has an account of the demo (`accounts.ts`), or `personIn` throws. */
function castOf(people: ReadonlyMap<string, Person>): Record<TrainingPerson, Person> {
  const cast = TRAINING_PEOPLE.map((key) => [key, personIn(people, key)] as const);
  return Object.fromEntries(cast) as Record<TrainingPerson, Person>;
}
