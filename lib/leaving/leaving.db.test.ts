import { afterEach, beforeEach, expect, it } from "vitest";
import { isNull } from "drizzle-orm";
import { accounts, assignments, caseMembers, clearances, notices, sessions } from "#db/schema/index.ts";
import { beginSession } from "#lib/accounts/commands/begin-session.ts";
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { execute } from "#lib/core/execute.ts";
import type { Invalid } from "#lib/core/refusals.ts";
import { readFinding } from "#lib/corroboration/queries/read-finding.ts";
import { takeFinding } from "#lib/corroboration/commands/take-finding.ts";
import { takeOverFinding } from "#lib/corroboration/commands/take-over-finding.ts";
import { anAssignment } from "#lib/testing/specimens/assignments.ts";
import { aClearance, aCompartment } from "#lib/testing/specimens/compartments.ts";
import { aSupportedAllegation } from "#lib/testing/specimens/corroboration.ts";
import { drafted, taken } from "#lib/testing/specimens/findings.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { submitTestimony } from "#lib/testimonies/commands/submit-testimony.ts";
import { leave } from "./commands/leave.ts";
import { readLeaving } from "./queries/read-leaving.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const accountOf = (key: PersonKey) => world.person(key).accountId;
const leaving = (key: PersonKey) => world.ask("administrator", readLeaving, { accountId: accountOf(key) });
const leaves = (key: PersonKey, to: PersonKey | null | undefined) =>
  world.do("administrator", leave, {
    accountId: accountOf(key),
    version: 1,
    reason: "leaves for another house",
    successors:
      to === undefined ? [] : [{ caseId: world.caseId, accountId: to === null ? null : accountOf(to) }],
  });
const problemsOf = (act: Promise<unknown>) =>
  act.then(
    () => [],
    (error: unknown) => (error as Invalid).fields.map(({ code }) => code),
  );
const liveAssignments = () =>
  world.fresh.store.read.select().from(assignments).where(isNull(assignments.endedAt));

it("shows what is open in counts, and hands all of it over in one act", async () => {
  const given = await anAssignment(world, "investigator2");
  const testimony = await aTestimony(world, {}, "investigator2");
  const { allegation } = await aSupportedAllegation(world);
  const finding = await drafted(world, allegation.id, { author: "investigator2" });
  await aClearance(world, "investigator2", await aCompartment(world));
  await execute(beginSession, world.person("investigator2"), { factor: "totp", replaces: null });
  const { humanId } = world.person("investigator2");
  await world.do("administrator", createAccount, {
    name: "second.account",
    humanId,
    password: "a password that is long",
  });

  const before = await leaving("investigator2");
  expect(before.accounts).toHaveLength(2);
  expect(before.ends).toMatchObject({ roles: [], sessions: 1 });
  expect(before.cases).toMatchObject([
    {
      id: world.caseId,
      roles: ["investigator"],
      counts: { assignments: 1, testimonies: 1, findings: 1, reviews: 0 },
      needsSuccessor: true,
    },
  ]);
  expect(before.cases[0]?.successors.map(({ accountId }) => accountId)).toEqual([accountOf("investigator")]);

  await leaves("investigator2", "investigator");
  const live = await liveAssignments();
  expect(live.map(({ recordId }) => recordId).toSorted()).toEqual(
    [given.recordId, testimony.id, finding.id].toSorted(),
  );
  expect(new Set(live.map((one) => one.assigneeHumanId))).toEqual(
    new Set([world.person("investigator").humanId]),
  );
  expect(live.find(({ recordId }) => recordId === given.recordId)).toMatchObject({ dueOn: "2031-03-01" });
  const { read } = world.fresh.store;
  const administrator = world.person("administrator").humanId;
  const told = await read.select().from(notices);
  expect(
    told.filter(({ kind, byHumanId }) => kind === "assigned" && byHumanId === administrator),
  ).toHaveLength(3);
  const gone = (await read.select().from(accounts)).filter((one) => one.humanId === humanId);
  expect(gone.map(({ status }) => status)).toEqual(["disabled", "disabled"]);
  expect((await read.select().from(sessions)).every(({ revokedAt }) => revokedAt !== null)).toBe(true);
  const roles = await read.select().from(caseMembers);
  expect(roles.filter((one) => one.accountId === accountOf("investigator2"))).toMatchObject([
    { endedBy: accountOf("administrator"), endReason: "leaves for another house" },
  ]);
  expect(await read.$count(clearances, isNull(clearances.endedAt))).toBe(0);
  const after = await leaving("investigator2");
  expect([after.account.status, after.cases]).toEqual(["disabled", []]);

  // Nothing is stranded: the testimony is gone on with as it is, the finding under the name of who takes it over.
  await world.do("investigator", submitTestimony, { testimonyId: testimony.id, version: 1 });
  const seen = await world.ask("investigator", readFinding, { findingId: finding.id });
  expect(seen.may.takeOver.allowed).toBe(true);
  const next = await world.do("investigator", takeOverFinding, { findingId: finding.id, version: 1 });
  const mine = await world.ask("investigator", readFinding, { findingId: next.id });
  expect(mine.finding).toMatchObject({
    status: "draft",
    reasoning: seen.finding.reasoning,
    authorHumanId: world.person("investigator").humanId,
  });
  expect(mine.versions.map(({ status }) => status)).toEqual(["draft", "withdrawn"]);
});

it("gives a review back to all reviewers, and keeps a finding from colleagues of an author who is there", async () => {
  const { allegation } = await aSupportedAllegation(world);
  const other = await drafted(world, (await aSupportedAllegation(world)).allegation.id);
  const { id } = await taken(world, allegation.id, { by: "reviewer" });
  await leaves("reviewer", null);
  const { finding } = await world.ask("reviewer2", readFinding, { findingId: id });
  expect(finding).toMatchObject({ status: "submitted", reviewerHumanId: null, reviewerConflict: null });
  await world.do("reviewer2", takeFinding, { findingId: id, version: finding.version, conflict: "no" });

  await expect(
    world.do("investigator2", takeOverFinding, { findingId: other.id, version: other.version }),
  ).rejects.toMatchObject({ rule: "finding.author_is_here" });
});

it("wants a successor who can go on with it, or the word that nobody does, and else changes nothing", async () => {
  await anAssignment(world, "investigator2");
  await aTestimony(world, {}, "investigator2");
  expect(await problemsOf(leaves("investigator2", undefined))).toEqual(["successor_required"]);
  for (const unfit of ["reviewer", "stranger", "investigator2"] as const)
    expect(await problemsOf(leaves("investigator2", unfit))).toEqual(["successor_unfit"]);
  expect((await leaving("investigator2")).account.status).toBe("active");
  await expect(leaves("administrator", undefined)).rejects.toMatchObject({ rule: "account.own" });
  await leaves("investigator2", null);
  expect(await liveAssignments()).toEqual([]);
});
