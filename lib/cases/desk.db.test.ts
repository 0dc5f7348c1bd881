import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { approveConsent } from "#lib/consent/commands/approve-consent.ts";
import { readConsent } from "#lib/consent/queries/read-consent.ts";
import { contestFinding } from "#lib/corroboration/commands/contest-finding.ts";
import { returnFinding } from "#lib/corroboration/commands/return-finding.ts";
import { listFindings } from "#lib/corroboration/queries/list-findings.ts";
import { reviewQueue } from "#lib/corroboration/queries/review-queue.ts";
import { approveLegal } from "#lib/exports/commands/approve-legal.ts";
import { listExports } from "#lib/exports/queries/list-exports.ts";
import { readExport } from "#lib/exports/queries/read-export.ts";
import { listNotices } from "#lib/notices/queries/list-notices.ts";
import { amendTestimony } from "#lib/testimonies/commands/amend-testimony.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { returnTestimony } from "#lib/testimonies/commands/return-testimony.ts";
import { listTestimonies } from "#lib/testimonies/queries/list-testimonies.ts";
import { answered } from "#lib/testing/specimens/consent.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { listWitnesses } from "#lib/witnesses/queries/list-witnesses.ts";
import { aSupportedAllegation } from "#lib/testing/specimens/corroboration.ts";
import { aReadyExport } from "#lib/testing/specimens/exports.ts";
import { approved, drafted, decidedOn, taken } from "#lib/testing/specimens/findings.ts";
import { aSubmittedTestimony, aTestimony, anAcceptedTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { listAccounts } from "#lib/accounts/queries/list-accounts.ts";
import { admitMember } from "./commands/admit-member.ts";
import { endMembership } from "./commands/end-membership.ts";
import { openCase } from "./commands/open-case.ts";
import { listMembers } from "./queries/list-members.ts";
import { listRegister } from "./queries/list-register.ts";
import { readDesk } from "./queries/read-desk.ts";
import { readOffice } from "./queries/read-office.ts";

const DAY_MS = 86_400_000;

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const alsoReviews = (person: PersonKey) =>
  world.do("administrator", admitMember, {
    caseId: world.caseId,
    accountId: world.person(person).accountId,
    role: "reviewer",
    expiresAt: null,
  });

async function losesItsRole(person: PersonKey): Promise<void> {
  const { rows } = await world.ask("administrator", listMembers, { caseId: world.caseId });
  const member = rows.find((row) => row.accountId === world.person(person).accountId);
  if (!member) throw new Error(`${person} has no role`);
  const { id: memberId, version } = member;
  await world.do("administrator", endMembership, { memberId, version, reason: "term is over" });
}

/** What waits for somebody in the world's case: each task with its number. */
async function deskOf(person: PersonKey): Promise<Record<string, number>> {
  const { cases } = await world.ask(person, readDesk, {});
  expect(cases.filter(({ id }) => id !== world.caseId)).toEqual([]);
  return Object.fromEntries(cases.flatMap(({ tasks }) => tasks.map(({ task, count }) => [task, count])));
}

/** How many testimonies the list shows of which they wrote the newest version. */
async function mineOf(person: PersonKey, stage: "draft" | "returned"): Promise<number> {
  const { caseId } = world;
  return (await world.ask(person, listTestimonies, { caseId, stage, mine: "mine", page: {} })).total;
}

const returned = ({ id, version }: { id: string; version: number }) =>
  world.do("reviewer", returnTestimony, { testimonyId: id, version, comment: "Who else was there?" });

async function aContested() {
  const { allegation } = await aSupportedAllegation(world);
  const { id, version } = await approved(world, allegation.id);
  return world.do("legal_officer", contestFinding, { findingId: id, version, reason: "two fires or one?" });
}

describe("the desk of an author", () => {
  it("counts their drafts and what came back to them, as the lists do, and nothing of a colleague's", async () => {
    await aTestimony(world);
    await aTestimony(world);
    await aTestimony(world, { people: [] }, "investigator2");
    await returned(await aSubmittedTestimony(world));
    await anAcceptedTestimony(world);
    const { id, version } = await aTestimony(world);
    await world.do("investigator", retractTestimony, { testimonyId: id, version, reason: "recorded twice" });
    expect(await deskOf("investigator")).toEqual({ testimony_returned: 1, testimony_draft: 2 });
    expect(await deskOf("investigator2")).toEqual({ testimony_draft: 1 });
    expect(await mineOf("investigator", "returned")).toBe(1);
    expect(await mineOf("investigator", "draft")).toBe(2);
  });

  it("counts a version for who opened it, whoever recorded the testimony", async () => {
    const { id, version } = await anAcceptedTestimony(world);
    await world.do("investigator2", amendTestimony, { testimonyId: id, version, reason: "a word was wrong" });
    expect(await deskOf("investigator")).toEqual({});
    expect(await deskOf("investigator2")).toEqual({ testimony_draft: 1 });
    expect(await mineOf("investigator", "draft")).toBe(0);
    expect(await mineOf("investigator2", "draft")).toBe(1);
  });

  it("counts findings that are drafts, came back or are contested, and those that one reviewed apart", async () => {
    await drafted(world, (await aSupportedAllegation(world)).allegation.id);
    const { id, version } = await taken(world, (await aSupportedAllegation(world)).allegation.id);
    await world.do("reviewer", returnFinding, { findingId: id, version, comment: "Who else was there?" });
    await aContested();
    expect(await deskOf("investigator")).toEqual({
      finding_returned: 1,
      finding_contested: 1,
      finding_draft: 1,
    });
    const list = async (person: PersonKey, mine: "author" | "any") =>
      (
        await world.ask(person, listFindings, {
          caseId: world.caseId,
          status: "returned",
          mine,
          page: {},
        })
      ).total;
    expect([await list("investigator", "author"), await list("reviewer", "author")]).toEqual([1, 0]);
    expect(await list("reviewer", "any")).toBe(1);
  });

  it("counts nothing any more in a case where they lost their role", async () => {
    await aTestimony(world);
    await drafted(world, (await aSupportedAllegation(world)).allegation.id);
    expect(await deskOf("investigator")).toEqual({ testimony_draft: 1, finding_draft: 1 });
    await losesItsRole("investigator");
    expect(await deskOf("investigator")).toEqual({});
  });

  it("names each case of theirs by itself, and no case in which nothing waits", async () => {
    const open = (title: string) =>
      world.do("administrator", openCase, { title, titleAr: null, summary: title, kind: "live" });
    const [one, two] = [await open("A first case"), await open("A second case")];
    const { accountId } = world.person("investigator");
    for (const { id: caseId } of [one, two])
      await world.do("administrator", admitMember, { caseId, accountId, role: "reviewer", expiresAt: null });
    await aTestimony(world);
    const desk = await world.ask("investigator", readDesk, {});
    expect(desk.cases.map(({ id }) => id)).toEqual([world.caseId]);
    expect(desk.more).toBe(0);
  });
});

describe("the desk of a reviewer", () => {
  it("counts what the review queue holds for them, and nothing that they wrote, led or linked", async () => {
    await alsoReviews("investigator");
    await aSubmittedTestimony(world);
    const found = await taken(world, (await aSupportedAllegation(world)).allegation.id);
    expect(await deskOf("investigator")).toEqual({});
    expect(await deskOf("reviewer")).toEqual({ review: 2 });
    // Decided and not on record: nothing counts yet, and it is not forgotten.
    await decidedOn(world, found, { act: "approve" });
    expect(await deskOf("reviewer")).toEqual({ review: 2, decided: 1 });
    const { total } = await world.ask("reviewer", reviewQueue, { caseId: world.caseId, page: {} });
    expect(total).toBe(2);
    expect(await deskOf("reviewer2")).toEqual({ review: 1 });
  });

  it("counts a contested finding for those who may settle it, not for who approved it", async () => {
    await aContested();
    expect(await deskOf("reviewer")).toEqual({});
    expect(await deskOf("reviewer2")).toEqual({ review: 1 });
  });
});

describe("the desk of a legal officer", () => {
  it("counts exports that run out within three days, as the list does, until they have", async () => {
    await aReadyExport(world);
    expect(await deskOf("legal_officer")).toEqual({});
    world.pass(5 * DAY_MS);
    await aReadyExport(world);
    expect(await deskOf("legal_officer")).toEqual({ export_ending: 1 });
    const list = async () =>
      (
        await world.ask("legal_officer", listExports, {
          caseId: world.caseId,
          endingSoon: true,
          page: {},
        })
      ).total;
    expect(await list()).toBe(1);
    world.pass(2 * DAY_MS);
    expect(await deskOf("legal_officer")).toEqual({});
    expect(await list()).toBe(0);
  });

  it("is shown to nobody who may not fetch them", async () => {
    await aReadyExport(world);
    world.pass(5 * DAY_MS);
    for (const person of ["senior_reviewer", "protection_officer", "investigator"] as const)
      expect(await deskOf(person), person).not.toHaveProperty("export_ending");
  });
});

describe("the desk of who gives a second yes", () => {
  const waiting = async (person: PersonKey) =>
    (await world.ask(person, listExports, { caseId: world.caseId, waitsForMe: true, page: {} })).total;

  it("counts exports that wait for them, as the list does, until it is given, and none that they asked for", async () => {
    const { id: exportId, sha256 } = await waitingExport();
    expect(await deskOf("legal_officer")).toEqual({});
    for (const person of ["legal_officer2", "protection_officer"] as const) {
      expect(await deskOf(person), person).toEqual({ export_approval: 1 });
      expect(await waiting(person), person).toBe(1);
      const told = await world.ask(person, listNotices, { unread: true, kind: "review_waiting", page: {} });
      expect(told.rows.map(({ kind, recordId }) => [kind, recordId])).toEqual([["review_waiting", exportId]]);
    }
    expect([await waiting("legal_officer"), await waiting("senior_reviewer")]).toEqual([0, 0]);
    await world.do("legal_officer2", approveLegal, { exportId, sha256 });
    expect(await deskOf("legal_officer2")).toEqual({});
    expect(await deskOf("protection_officer")).toEqual({ export_approval: 1 });
    world.pass(8 * DAY_MS);
    expect(await deskOf("protection_officer")).toEqual({});
  });

  it("counts people with a wider answer that somebody else recorded, as the list does, until it is approved or replaced", async () => {
    const wider = { ourselves_analysis: null, icc_proceedings: "identified" };
    const people = [await aWitness(world), await aWitness(world)];
    for (const { id } of people) {
      await answered(world, id);
      await answered(world, id, wider, "protection_officer");
    }
    const list = async (person: PersonKey) =>
      (await world.ask(person, listWitnesses, { caseId: world.caseId, waiting: "me", page: {} })).total;
    expect(await deskOf("protection_officer")).toEqual({});
    expect(await deskOf("senior_reviewer")).toEqual({ consent_approval: 2 });
    expect([await list("senior_reviewer"), await list("protection_officer"), await list("reviewer")]).toEqual(
      [2, 0, 0],
    );
    const [one, other] = people.map(({ id }) => id);
    await answered(world, one ?? "", { ourselves_analysis: null, icc_proceedings: "no" });
    expect(await deskOf("senior_reviewer")).toEqual({ consent_approval: 1 });
    const { cells } = await world.ask("senior_reviewer", readConsent, { witnessId: other ?? "" });
    const [answer] = cells.flatMap((cell) => cell.waiting);
    await world.do("senior_reviewer", approveConsent, {
      answerId: answer?.id ?? "",
      version: answer?.version ?? 0,
    });
    expect(await deskOf("senior_reviewer")).toEqual({});
  });
});

async function waitingExport() {
  const { id } = await aReadyExport(world);
  const { sha256 } = await world.ask("legal_officer", readExport, { exportId: id });
  return { id, sha256: sha256 ?? "" };
}

describe("the desk of an administrator", () => {
  it("counts accounts that can do nothing and cases in which nobody works, as the lists do", async () => {
    const office = async () => world.ask("administrator", readOffice, {});
    const page = {};
    expect(await office()).toMatchObject({ accountsWithoutRole: 1, casesWithoutMembers: 0 });
    const idle = await world.ask("administrator", listAccounts, { page, withoutRole: true });
    expect([idle.total, idle.rows.map(({ name }) => name)]).toEqual([1, ["newcomer"]]);
    const { id } = await world.do("administrator", openCase, {
      title: "A third case",
      titleAr: null,
      summary: "nobody yet",
      kind: "live",
    });
    expect(await office()).toMatchObject({ accountsWithoutRole: 1, casesWithoutMembers: 1 });
    const empty = await world.ask("administrator", listRegister, { page, withoutMembers: true });
    expect([empty.total, empty.rows.map((row) => row.id)]).toEqual([1, [id]]);
    await world.do("administrator", admitMember, {
      caseId: id,
      accountId: world.person("newcomer").accountId,
      role: "reviewer",
      expiresAt: null,
    });
    expect(await office()).toMatchObject({ accountsWithoutRole: 0, casesWithoutMembers: 0 });
    await losesItsRole("reviewer2");
    expect((await office()).accountsWithoutRole).toBe(1);
  });
});

it("is empty for everyone outside the case, and for those who run and audit the house", async () => {
  await aTestimony(world);
  await returned(await aSubmittedTestimony(world));
  await aSubmittedTestimony(world);
  await aContested();
  await aReadyExport(world);
  world.pass(5 * DAY_MS);
  for (const person of ["stranger", "newcomer", "administrator", "auditor"] as const)
    expect(await world.ask(person, readDesk, {}), person).toEqual({ cases: [], more: 0 });
});
