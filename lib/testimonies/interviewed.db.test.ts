import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testimonies, testimonyVersions } from "#db/schema/index.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { ledgerOf } from "#lib/consent/find/ledger.ts";
import { type Invalid, Refused } from "#lib/core/refusals.ts";
import { heardAs, interviewOn } from "#lib/imports/training/interviewed.ts";
import { recordReferral } from "#lib/referrals/commands/record-referral.ts";
import { referral } from "#lib/testing/specimens/referrals.ts";
import { aSource } from "#lib/testing/specimens/sources.ts";
import { aTestimony, testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { recordTestimony } from "./commands/record-testimony.ts";
import { saveTestimony } from "./commands/save-testimony.ts";
import { submitTestimony } from "./commands/submit-testimony.ts";
import { readTestimony } from "./queries/read-testimony.ts";
import { heardAgain } from "#lib/testing/specimens/contact.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** The fields that a submission names as blank; empty when it went through. */
const blanksOf = (testimonyId: string, version: number): Promise<string[]> =>
  world.do("investigator", submitTestimony, { testimonyId, version }).then(
    () => [],
    (error: unknown) => (error as Invalid).fields.map(({ path }) => path),
  );
const contaminationOf = async (id: string) => {
  const [row] = await world.fresh.store.read.select().from(testimonies).where(eq(testimonies.id, id));
  return row?.contamination;
};

describe("an interview", () => {
  it("is handed in with no question of what was heard before left blank, and says which are", async () => {
    const heardBefore = { ...heardAs("yes"), talked: null, inGroup: null };
    const interview = {
      ...interviewOn("2031-02-18"),
      startedAt: null,
      informed: null,
      freeRecall: null,
      support: null,
    };
    const { id, version } = await aTestimony(world, { heardBefore, interview });
    const open = ["heardBefore.talked", "heardBefore.inGroup"];
    const ofInterview = [
      "interview.startedAt",
      "interview.informed",
      "interview.freeRecall",
      "interview.support",
    ];
    expect(await blanksOf(id, version)).toEqual([...open, ...ofInterview]);
    const { unanswered } = await world.ask("investigator", readTestimony, { testimonyId: id });
    expect(unanswered).toEqual([...open, ...ofInterview]);
    expect(await contaminationOf(id)).toBe("not_asked");

    const answered = { ...heardBefore, talked: "prefer_not_to_say" as const, inGroup: "no" as const };
    const held = {
      ...interview,
      startUnknown: true,
      informed: "all" as const,
      freeRecall: "not_recorded" as const,
      support: "prefer_not_to_say" as const,
    };
    const fields = await testimonyFields(world, { heardBefore: answered, interview: held });
    const saved = await world.do("investigator", saveTestimony, { ...fields, testimonyId: id, version });
    expect(await contaminationOf(id)).toBe("yes");
    expect(await blanksOf(id, saved.version)).toEqual([]);
  });

  it("of which not everything was asked is handed in, and never weighs as asked", async () => {
    for (const asked of ["no", "not_asked"] as const) {
      const { id, version } = await aTestimony(world, { heardBefore: heardAs(asked) });
      expect(await contaminationOf(id)).toBe(asked);
      expect(await blanksOf(id, version)).toEqual([]);
    }
  });

  it("in which help was taken up is handed in once an offer is on record, whatever became of it", async () => {
    const interview = { ...interviewOn("2031-02-18"), support: "accepted" as const };
    const { witnessId, ...fields } = await testimonyFields(world, { interview });
    const { id, version } = await aTestimony(world, { ...fields, witnessId });
    const submitted = () => world.do("investigator", submitTestimony, { testimonyId: id, version });
    const lacks = async () =>
      (await world.ask("investigator", readTestimony, { testimonyId: id })).lacksReferral;
    await expect(submitted()).rejects.toMatchObject({ rule: "referral.missing" });
    expect(await lacks()).toBe(true);
    const offer = referral(world, { outcome: "not_available" });
    await world.do("protection_officer", recordReferral, { ...offer, witnessId: witnessId ?? "" });
    expect(await lacks()).toBe(false);
    await submitted();
  });

  it("that was a draft before there were questions opens, saves, keeps its answer, and says what is open", async () => {
    const { id, version } = await aTestimony(world);
    const [stored] = await world.fresh.store.read
      .select()
      .from(testimonyVersions)
      .where(eq(testimonyVersions.testimonyId, id));
    const { heardBefore: _heard, interview: _interview, ...before } = stored?.facts ?? {};
    const facts = JSON.stringify(before).replaceAll("'", "''");
    await world.fresh.directSql(
      `update testimony_versions set facts = '${facts}' where testimony_id = '${id}'`,
    );
    const { entered, unanswered } = await world.ask("investigator", readTestimony, { testimonyId: id });
    expect([entered.heardBefore, entered.interview, unanswered.length]).toEqual([null, null, 8]);
    const fields = await testimonyFields(world, { heardBefore: null, interview: null });
    const saved = await world.do("investigator", saveTestimony, { ...fields, testimonyId: id, version });
    expect(await contaminationOf(id)).toBe("yes");
    expect(await blanksOf(id, saved.version)).toEqual(unanswered);
  });

  it("keeps what a program does not know of when it saves the rest", async () => {
    const { id, version } = await aTestimony(world);
    const { heardBefore: _heard, interview: _interview, ...rest } = await testimonyFields(world);
    await world.do("investigator", saveTestimony, { ...rest, testimonyId: id, version });
    const { stated } = await world.ask("investigator", readTestimony, { testimonyId: id });
    expect([stated.heardBefore?.talked, stated.interview?.leading.length]).toEqual(["yes", 1]);
  });
});

describe("a full statement", () => {
  it("is recorded and written on by somebody authorised for it in the case, and by nobody else", async () => {
    const full = { form: "full_statement" as const };
    const untrained = aTestimony(world, full);
    await expect(untrained).rejects.toMatchObject({ rule: "testimony.full_not_authorised" });
    await expect(untrained).rejects.toBeInstanceOf(Refused);
    const first = await aTestimony(world);
    const fields = await testimonyFields(world, full);
    const widened = { ...fields, testimonyId: first.id, version: first.version };
    await expect(world.do("investigator", saveTestimony, widened)).rejects.toBeInstanceOf(Refused);

    await world.do("administrator", admitMember, {
      caseId: world.caseId,
      accountId: world.person("investigator").accountId,
      role: "interviewer",
      expiresAt: null,
    });
    const { id, version } = await aTestimony(world, full);
    const { stated, may } = await world.ask("investigator", readTestimony, { testimonyId: id });
    expect([stated.form, may.save]).toEqual(["full_statement", true]);
    // Neither by keeping silent about it nor by making it a first account.
    const { form: _form, ...rest } = fields;
    for (const form of [{}, { form: "first_account" as const }]) {
      const said = { ...rest, ...form, testimonyId: id, version };
      await expect(world.do("investigator2", saveTestimony, said)).rejects.toBeInstanceOf(Refused);
    }
    const other = await world.ask("investigator2", readTestimony, { testimonyId: id });
    expect(other.may.save).toBe(false);
  });
});

describe("what the witness allows, answered with their first account", () => {
  const answers = {
    ourselves_analysis: "identified",
    icc_proceedings: "pseudonymous",
    risksExplained: "yes",
  };

  it("is in their ledger and on the account in one act, or neither is on record", async () => {
    const fields = { ...(await testimonyFields(world)), caseId: world.caseId, kind: "interview" as const };
    const witnessId = fields.witnessId ?? "";
    const before = await world.fresh.store.read.$count(testimonies);
    const later = { ...answers, answeredOn: "2099-01-01" };
    await expect(
      world.do("investigator", recordTestimony, { ...fields, consent: later }),
    ).rejects.toMatchObject({ fields: [{ path: "consent.answeredOn", code: "in_the_future" }] });
    expect(await world.fresh.store.read.$count(testimonies)).toBe(before);

    const { id, version } = await world.do("investigator", recordTestimony, { ...fields, consent: answers });
    const ledger = await ledgerOf(world.fresh.store.read, witnessId);
    expect(ledger.map(({ recipientClass, answer }) => [recipientClass, answer])).toEqual([
      ["ourselves", "yes"],
      ["icc", "yes"],
    ]);
    const { testimony } = await world.ask("investigator", readTestimony, { testimonyId: id });
    expect(testimony.version).toBe(version);
    // An answer follows on those before it: where there are some, it is recorded beside them.
    await heardAgain(world, witnessId);
    const again = world.do("investigator", recordTestimony, { ...fields, consent: answers });
    await expect(again).rejects.toMatchObject({ rule: "consent.in_ledger" });
    // Also of an account that whoever records it does not see from then on.
    const other = { ...(await testimonyFields(world)), caseId: world.caseId, kind: "interview" as const };
    const tellsOf = ["sexual_violence" as const];
    const apart = await world.do("investigator", recordTestimony, { ...other, consent: answers, tellsOf });
    expect(apart.isClosed).toBe(true);
    expect(await ledgerOf(world.fresh.store.read, other.witnessId ?? "")).toHaveLength(2);
    const silent = { ...fields, consent: { risksExplained: "yes" as const } };
    await world.do("investigator", recordTestimony, silent);
    expect(await ledgerOf(world.fresh.store.read, witnessId)).toHaveLength(2);
  });
});

describe("a written statement and a published account", () => {
  it("state no interview, and the account nothing that was asked", async () => {
    const kinds = ["written_statement", "published_account"] as const;
    const told = await Promise.all(
      kinds.map(async (kind) => {
        const fields = await testimonyFields(world);
        const origin =
          kind === "published_account" ? { witnessId: null, sourceId: (await aSource(world)).id } : {};
        const { id } = await world.do("investigator", recordTestimony, {
          ...fields,
          ...origin,
          caseId: world.caseId,
          kind,
        });
        const { stated } = await world.ask("investigator", readTestimony, { testimonyId: id });
        return [stated.interview, stated.heardBefore === null, stated.contamination];
      }),
    );
    expect(told).toEqual([
      [null, false, "yes"],
      [null, true, "not_asked"],
    ]);
  });
});
