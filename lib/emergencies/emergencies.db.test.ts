import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accounts, emergencyAccesses, notices } from "#db/schema/index.ts";
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listCases } from "#lib/cases/queries/list-cases.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { explainSight } from "#lib/compartments/queries/explain-sight.ts";
import { ask } from "#lib/core/ask.ts";
import type { Caller } from "#lib/core/caller.ts";
import { execute } from "#lib/core/execute.ts";
import { query } from "#lib/core/query.ts";
import { listExports } from "#lib/exports/queries/list-exports.ts";
import { setNotices } from "#lib/notices/commands/set-notices.ts";
import { listNotices } from "#lib/notices/queries/list-notices.ts";
import { findAnything } from "#lib/search/queries/find-anything.ts";
import { eventsSince, lastSeq } from "#lib/testing/everything.ts";
import { aClearance } from "#lib/testing/specimens/compartments.ts";
import { anEmergency, anEndedEmergency, aReviewedEmergency } from "#lib/testing/specimens/emergencies.ts";
import { aVictim } from "#lib/testing/specimens/victims.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { amendTestimony } from "#lib/testimonies/commands/amend-testimony.ts";
import { listTestimonies } from "#lib/testimonies/queries/list-testimonies.ts";
import { printTestimony } from "#lib/testimonies/queries/print-testimony.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { readVictim } from "#lib/victims/queries/read-victim.ts";
import { z } from "zod";
import { endEmergency } from "./commands/end-emergency.ts";
import { openEmergency } from "./commands/open-emergency.ts";
import { reviewEmergency } from "./commands/review-emergency.ts";
import { emergencyFrame } from "./queries/emergency-frame.ts";
import { listEmergencies } from "./queries/list-emergencies.ts";
import { ownEmergencies } from "./queries/own-emergencies.ts";
import { readEmergency } from "./queries/read-emergency.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const CHILDREN = 2;

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const open = (as: PersonKey = "on_call") =>
  world.do(as, openEmergency, { caseId: world.caseId, minutes: 30, reason: "a threat was reported" });
const hears = (as: PersonKey, testimonyId: string) => soundOf(world.ask(as, readTestimony, { testimonyId }));
const listed = async (as: PersonKey) =>
  (await world.ask(as, listTestimonies, { caseId: world.caseId, page: {} })).rows.length;
const review = (as: PersonKey, emergency: { emergencyId: string; version: number }) =>
  world.do(as, reviewEmergency, { ...emergency, verdict: "unjustified", note: "nobody had called" });

describe("whoever is on call", () => {
  it("sees nothing of the case, then reads in it, and then nothing again", async () => {
    const { id } = await aTestimony(world);
    expect(await hears("on_call", id)).toBe("NotFound");
    expect((await world.ask("on_call", listCases, { page: {} })).rows).toEqual([]);
    await open();
    expect(await hears("on_call", id)).toBe("answered");
    expect(await listed("on_call")).toBe(1);
    const { caseId } = world;
    const found = await world.ask("on_call", findAnything, { caseId, text: world.marked("").trim() });
    expect(JSON.stringify(found)).toContain(id);
    expect((await world.ask("on_call", readCase, { caseId })).role).toBe("emergency_reader");
    world.pass(30 * MINUTE);
    expect(await hears("on_call", id)).toBe("NotFound");
    expect((await world.ask("on_call", listCases, { page: {} })).rows).toEqual([]);
  });

  it("closes it before its time, from the next question on", async () => {
    const { id } = await aTestimony(world);
    const { id: emergencyId, version } = await open();
    await world.do("on_call", endEmergency, { emergencyId, version });
    expect(await hears("on_call", id)).toBe("NotFound");
    const again = world.do("on_call", endEmergency, { emergencyId, version: 2 });
    expect(await soundOf(again)).toBe("Conflict emergency.over");
  });

  it("has one case open at a time, and for half an hour at most", async () => {
    await open();
    expect(await soundOf(open())).toBe("Conflict emergency.is_open");
    const longer = world.do("on_call", openEmergency, {
      caseId: world.caseId,
      minutes: 31 as never,
      reason: "it takes long",
    });
    await expect(longer).rejects.toMatchObject({ fields: [{ path: "minutes" }] });
    const direct = (expires: number) =>
      world.fresh.directSql(
        `insert into emergency_accesses (id, version, case_id, account_id, reason, opened_at, expires_at) values ('ea_x', 1, '${world.caseId}', '${world.person("on_call").accountId}', 'x', 1000, ${expires})`,
      );
    await expect(direct(1000 + 30 * MINUTE + 1)).rejects.toThrow("emergency.too_long");
    await direct(1000 + 30 * MINUTE);
  });

  it("opens no other case, and nobody else opens this one", async () => {
    const elsewhere = { caseId: world.otherCaseId, minutes: 5 as const, reason: "a threat" };
    expect(await soundOf(world.do("on_call", openEmergency, elsewhere))).toBe("NotFound");
    expect(await soundOf(open("investigator"))).toBe("NotFound");
    expect(await soundOf(open("administrator"))).toBe("NotFound");
  });

  it("is shown what is in a compartment only where two people cleared them beforehand", async () => {
    const { id } = await aTestimony(world);
    await world.do("investigator", placeRecord, { recordId: id, add: CHILDREN, reason: "a child tells" });
    await open();
    expect(await hears("on_call", id)).toBe("NotFound");
    expect(await listed("on_call")).toBe(0);
    await aClearance(world, "on_call", CHILDREN);
    expect(await hears("on_call", id)).toBe("answered");
    expect(await listed("on_call")).toBe(1);
    world.pass(30 * MINUTE);
    // A clearance alone opens nothing.
    expect(await hears("on_call", id)).toBe("NotFound");
  });

  it("writes nothing, takes nothing along, and is shown no export", async () => {
    const { id, version } = await aTestimony(world);
    await open();
    const amended = world.do("on_call", amendTestimony, { testimonyId: id, version } as never);
    await expect(amended).rejects.toThrow();
    const printed = world.ask("on_call", printTestimony, { testimonyId: id, withProtected: false });
    expect(await soundOf(printed)).toBe("NotFound");
    const exports = world.ask("on_call", listExports, { caseId: world.caseId, page: {} });
    expect(await soundOf(exports)).toBe("Refused role.missing");
    const { may } = await world.ask("on_call", readTestimony, { testimonyId: id });
    expect(Object.values(may).filter((one) => one === true)).toEqual([]);
  });

  it("loses the case with the role, in the middle of it", async () => {
    const { id } = await aTestimony(world);
    await open();
    const { accountId } = world.person("on_call");
    const { rows } = await world.ask("administrator", listMembers, { caseId: world.caseId });
    const member = rows.find((one) => one.accountId === accountId);
    await world.do("administrator", endMembership, {
      memberId: member?.id ?? "",
      version: member?.version ?? 0,
      reason: "no longer on call",
    });
    expect(await hears("on_call", id)).toBe("NotFound");
  });

  it("opens a third time only once somebody looked at one", async () => {
    const ended = async () => {
      const { id: emergencyId, version } = await open();
      return { emergencyId, ...(await world.do("on_call", endEmergency, { emergencyId, version })) };
    };
    const { emergencyId, version } = await ended();
    await ended();
    expect(await soundOf(open())).toBe("Conflict emergency.too_many");
    await review("protection_officer", { emergencyId, version });
    expect(await soundOf(open())).toBe("answered");
  });

  it("is held to it by each of their accounts", async () => {
    const { id } = await aTestimony(world);
    const { accountId } = world.person("investigator2");
    const { humanId } = world.person("on_call");
    await world.fresh.directSql(`update accounts set human_id = '${humanId}' where id = '${accountId}'`);
    const twin: Caller = { ...world.person("investigator2"), humanId };
    await open();
    expect(await soundOf(ask(readTestimony, twin, { testimonyId: id }))).toBe("answered");
    world.pass(DAY);
    expect(await soundOf(ask(readTestimony, twin, { testimonyId: id }))).toBe("Refused emergency.unreviewed");
  });

  it("opens nothing over which nobody else watches", async () => {
    await world.fresh.directSql("update account_roles set ended_at = 1");
    await world.fresh.directSql(
      "update case_members set ended_at = 1 where role in ('protection_officer', 'senior_reviewer')",
    );
    expect(await soundOf(open())).toBe("Conflict emergency.nobody_watches");
  });

  it("is shut out at once by whoever watches, and by nobody else", async () => {
    const { id } = await aTestimony(world);
    const opened = await open();
    const emergency = { emergencyId: opened.id, version: opened.version };
    expect(await soundOf(world.do("investigator", endEmergency, emergency))).toBe("NotFound");
    await world.do("senior_reviewer", endEmergency, emergency);
    expect(await hears("on_call", id)).toBe("NotFound");
  });

  it("gets no answer to what was asked before it ended", async () => {
    const { id: emergencyId, version } = await open();
    const slow = query({
      name: "case.read",
      input: z.strictObject({ caseId: z.string() }),
      permission: "case.read",
      caseOf: ({ caseId }) => caseId,
      async run() {
        await world.do("on_call", endEmergency, { emergencyId, version });
        return "what was asked for before";
      },
    });
    expect(await soundOf(world.ask("on_call", slow, { caseId: world.caseId }))).toBe("NotFound");
  });

  it("gets no answer that was not there in time", async () => {
    await open();
    const slow = query({
      name: "case.read",
      input: z.strictObject({ caseId: z.string() }),
      permission: "case.read",
      caseOf: ({ caseId }) => caseId,
      async run() {
        world.pass(30 * MINUTE);
        return "what took long";
      },
    });
    expect(await soundOf(world.ask("on_call", slow, { caseId: world.caseId }))).toBe("NotFound");
  });

  it("lends it to no work in the background", async () => {
    await aTestimony(world);
    await open();
    const { accountId, humanId } = world.person("on_call");
    const job: Caller = { kind: "job", accountId, humanId, jobId: "job_0000000000000000000000" };
    const asked = ask(listTestimonies, job, { caseId: world.caseId, page: {} });
    expect(await soundOf(asked)).toBe("NotFound");
  });

  it("who works on the case too only reads meanwhile, and works on afterwards", async () => {
    const { id } = await aTestimony(world);
    const { accountId } = world.person("investigator");
    const also = { caseId: world.caseId, accountId, role: "on_call", expiresAt: null } as const;
    await world.do("administrator", admitMember, also);
    const opened = await open("investigator");
    const mayNow = async () => (await world.ask("investigator", readTestimony, { testimonyId: id })).may.save;
    expect(await mayNow()).toBe(false);
    await world.do("investigator", endEmergency, { emergencyId: opened.id, version: opened.version });
    expect(await mayNow()).toBe(true);
  });
});

describe("what was looked at", () => {
  it("is in the log, each answer once, in the role of an emergency", async () => {
    const { id } = await aTestimony(world);
    await open();
    const seq = await lastSeq(world);
    await world.ask("on_call", listTestimonies, { caseId: world.caseId, page: {} });
    await world.ask("on_call", readTestimony, { testimonyId: id });
    const events = await eventsSince(world, seq);
    expect(events.map(({ act, actor_role, case: where, obj }) => [act, actor_role, where, obj])).toEqual([
      ["testimony.list", "emergency_reader", world.caseId, undefined],
      ["testimony.read", "emergency_reader", world.caseId, id],
    ]);
  });

  it("is named also where nobody else's look would be", async () => {
    const { id: victimId } = await aVictim(world);
    await open();
    const seq = await lastSeq(world);
    await world.ask("on_call", readVictim, { victimId });
    expect((await eventsSince(world, seq)).map(({ act, obj }) => [act, obj])).toEqual([
      ["victim.read", victimId],
    ]);
  });

  it("is found although the clock was set back meanwhile, when it opens nothing", async () => {
    const { id } = await aTestimony(world);
    const opened = await open();
    await world.ask("on_call", readTestimony, { testimonyId: id });
    world.pass(-2 * 60 * MINUTE);
    expect(await hears("on_call", id)).toBe("NotFound");
    world.pass(4 * 60 * MINUTE);
    const { looks } = await world.ask("protection_officer", readEmergency, { emergencyId: opened.id });
    expect(looks.map(({ act }) => act)).toContain("testimony.read");
  });

  it("each time counts, in one line", async () => {
    const { id } = await aTestimony(world);
    const opened = await open();
    for (let n = 0; n < 3; n++) await world.ask("on_call", readTestimony, { testimonyId: id });
    world.pass(30 * MINUTE);
    const { looks } = await world.ask("protection_officer", readEmergency, { emergencyId: opened.id });
    expect(looks.map(({ act, times }) => [act, times])).toEqual([["testimony.read", 3]]);
  });

  it("is shown to who reviews it: by its code to those alone who see the record themselves", async () => {
    const [plain, apart] = [await aTestimony(world), await aTestimony(world)];
    const before = await anEmergency(world);
    await aClearance(world, "on_call", CHILDREN);
    await world.do("investigator", placeRecord, { recordId: apart.id, add: CHILDREN, reason: "a child" });
    for (const { id } of [plain, apart]) await world.ask("on_call", readTestimony, { testimonyId: id });
    await world.do("on_call", endEmergency, before);
    world.pass(MINUTE);
    const looks = async (as: PersonKey) =>
      (await world.ask(as, readEmergency, { emergencyId: before.emergencyId })).looks
        .filter(({ act }) => act === "testimony.read")
        .map(({ isOfRecord, code }) => [isOfRecord, code]);
    expect(await looks("senior_reviewer")).toEqual([[true, plain.code]]);
    await aClearance(world, "senior_reviewer", CHILDREN);
    expect(await looks("senior_reviewer")).toEqual([
      [true, plain.code],
      [true, apart.code],
    ]);
    // To the house, what kind of record it was and no more.
    expect(await looks("auditor")).toEqual([
      [true, null],
      [true, null],
    ]);
  });

  it("and who looks is named among those who can see a record, until when", async () => {
    const { id } = await aTestimony(world);
    const people = async () =>
      (await world.ask("reviewer", explainSight, { recordId: id })).people.map(({ role, until }) => [
        role,
        until,
      ]);
    expect((await people()).map(([role]) => role)).not.toContain("on_call");
    const { expiresAt } = await open();
    expect(await people()).toContainEqual(["on_call", expiresAt]);
  });
});

describe("those who watch over the case", () => {
  const toldOf = async (as: PersonKey) =>
    (await world.ask(as, listNotices, { page: {} })).rows.filter(({ noun }) => noun === "emergency");

  it("are told at once, and nobody else", async () => {
    const { id } = await open();
    for (const as of ["protection_officer", "senior_reviewer", "administrator", "auditor"] as const)
      expect((await toldOf(as)).map(({ kind, recordId }) => [kind, recordId])).toEqual([
        ["emergency_opened", id],
      ]);
    expect(await world.fresh.store.read.$count(notices, eq(notices.noun, "emergency"))).toBe(4);
  });

  it("cannot decline to be told", async () => {
    const declined = { muted: ["emergency_opened"] as never, email: null, mail: false };
    const asked = world.do("protection_officer", setNotices, declined);
    await expect(asked).rejects.toMatchObject({ fields: [{ path: "muted.0" }] });
  });

  it("review it once it is over, and its person is told", async () => {
    const opened = await open();
    const emergency = { emergencyId: opened.id, version: opened.version };
    expect(await soundOf(review("protection_officer", emergency))).toBe("Conflict emergency.still_open");
    world.pass(30 * MINUTE);
    await review("protection_officer", emergency);
    expect(await soundOf(review("senior_reviewer", { ...emergency, version: 2 }))).toBe(
      "Conflict emergency.reviewed",
    );
    expect((await toldOf("on_call")).map(({ kind }) => kind)).toEqual(["emergency_reviewed"]);
    const { rows } = await world.ask("on_call", ownEmergencies, {});
    expect(rows).toMatchObject([
      { state: "reviewed", verdict: "unjustified", reviewNote: "nobody had called" },
    ]);
  });

  it("are never the one who opened it, by whichever account", async () => {
    const emergency = await anEndedEmergency(world);
    // A second account of the same human, as an auditor.
    const made = await world.do("administrator", createAccount, {
      name: "second-account",
      displayName: "Demo second account",
      password: "a long password for a second account",
    });
    const { humanId } = world.person("on_call");
    await world.fresh.directSql(`update accounts set human_id = '${humanId}' where id = '${made.id}'`);
    await world.fresh.directSql(
      `insert into account_roles (id, version, account_id, role, granted_at, granted_by) values ('ar_x', 1, '${made.id}', 'auditor', 0, 'x')`,
    );
    const twin: Caller = { kind: "person", accountId: made.id, humanId, session: null, auth: "terminal" };
    const input = { ...emergency, verdict: "justified", note: "all was well" } as const;
    expect(await soundOf(execute(reviewEmergency, twin, input))).toBe("Refused emergency.second_person");
    const direct = `update emergency_accesses set reviewed_at = ${world.now()}, reviewed_by = '${made.id}', verdict = 'justified', review_note = 'x' where id = '${emergency.emergencyId}'`;
    await expect(world.fresh.directSql(direct)).rejects.toThrow("emergency.second_person");
  });

  it("are never who put its person on call", async () => {
    expect(await soundOf(review("administrator", await anEndedEmergency(world)))).toBe(
      "Refused emergency.second_person",
    );
  });

  it("see it in their list; others see no list of it", async () => {
    const { emergencyId } = await aReviewedEmergency(world);
    const seen = async (as: PersonKey) =>
      (await world.ask(as, listEmergencies, { page: {} })).rows.map(({ id }) => id);
    for (const as of ["protection_officer", "senior_reviewer", "administrator", "auditor"] as const)
      expect(await seen(as)).toEqual([emergencyId]);
    for (const as of ["investigator", "on_call", "stranger", "newcomer"] as const)
      expect(await seen(as)).toEqual([]);
    expect((await world.ask("protection_officer", emergencyFrame, {})).waiting).toBe(0);
    await anEndedEmergency(world);
    expect((await world.ask("protection_officer", emergencyFrame, {})).waiting).toBe(1);
  });

  it("cannot change what was opened, nor what was found, even by direct SQL", async () => {
    const { emergencyId } = await aReviewedEmergency(world);
    const change = (set: string) =>
      world.fresh.directSql(`update emergency_accesses set ${set} where id = '${emergencyId}'`);
    await expect(change("verdict = 'unjustified'")).rejects.toThrow("emergency.reviewed");
    const waiting = await anEndedEmergency(world);
    const other = (set: string) =>
      world.fresh.directSql(`update emergency_accesses set ${set} where id = '${waiting.emergencyId}'`);
    await expect(other("reason = 'another'")).rejects.toThrow("emergency.reviewed");
    await expect(other("ended_at = ended_at + 1")).rejects.toThrow("emergency.reviewed");
    const made = (by: string) =>
      other(`reviewed_at = 9999999999999, reviewed_by = '${by}', verdict = 'justified', review_note = 'x'`);
    await expect(made("nobody")).rejects.toThrow("emergency.second_person");
    await expect(world.fresh.directSql("delete from emergency_accesses")).rejects.toThrow("never_deleted");
    expect(await world.fresh.store.read.$count(emergencyAccesses)).toBe(2);
  });
});

describe("what nobody reviewed within a day", () => {
  it("bars its person from everything but what is their own, until somebody does", async () => {
    const { id } = await aTestimony(world);
    const { accountId } = world.person("investigator");
    const also = { caseId: world.caseId, accountId, role: "on_call", expiresAt: null } as const;
    await world.do("administrator", admitMember, also);
    const opened = await open("investigator");
    world.pass(DAY - 1);
    expect(await hears("investigator", id)).toBe("answered");
    world.pass(1);
    expect(await hears("investigator", id)).toBe("Refused emergency.unreviewed");
    expect(await soundOf(aTestimony(world))).toBe("Refused emergency.unreviewed");
    expect(await soundOf(open("investigator"))).toBe("Refused emergency.unreviewed");
    expect((await world.ask("investigator", listNotices, { page: {} })).rows).toEqual([]);
    const { rows } = await world.ask("investigator", ownEmergencies, {});
    expect(rows).toMatchObject([{ state: "overdue" }]);
    await review("protection_officer", { emergencyId: opened.id, version: opened.version });
    expect(await hears("investigator", id)).toBe("answered");
  });

  it("bars nobody else", async () => {
    const { id } = await aTestimony(world);
    await open();
    world.pass(DAY);
    expect(await hears("investigator", id)).toBe("answered");
    expect(await hears("on_call", id)).toBe("Refused emergency.unreviewed");
    expect(await world.fresh.store.read.$count(accounts)).toBeGreaterThan(1);
  });
});
