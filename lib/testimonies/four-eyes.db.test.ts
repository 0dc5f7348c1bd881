/** Whoever wrote on a testimony, interviewed or interpreted decides on none of its versions: humans, not roles or accounts. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ruleOfTrigger } from "#db/errors.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { Invalid, Refused } from "#lib/core/refusals.ts";
import { reviewQueue } from "#lib/corroboration/queries/review-queue.ts";
import { aSubmittedTestimony, aTestimony, testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { acceptTestimony } from "./commands/accept-testimony.ts";
import { amendTestimony } from "./commands/amend-testimony.ts";
import { returnTestimony } from "./commands/return-testimony.ts";
import { saveTestimony } from "./commands/save-testimony.ts";
import { submitTestimony } from "./commands/submit-testimony.ts";
import { readTestimony } from "./queries/read-testimony.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
  await world.do("administrator", admitMember, {
    caseId: world.caseId,
    accountId: world.person("investigator2").accountId,
    role: "reviewer",
    expiresAt: null,
  });
});
afterEach(() => world.close());

const refusal = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => null,
    (error: unknown) => error,
  );
const named = (person: PersonKey, role: "interviewer" | "interpreter" = "interviewer") => ({
  role,
  accountId: world.person(person).accountId,
  description: null,
});

/** What stands against the person's decision on the newest version, on every way to it; and whether it is offered to them. */
async function against(person: PersonKey, one: { id: string; version: number }) {
  const input = { testimonyId: one.id, version: one.version };
  const refused = [
    await refusal(world.do(person, acceptTestimony, input)),
    await refusal(world.do(person, returnTestimony, { ...input, comment: "not yet" })),
  ].map((error) => (error instanceof Refused ? error.rule : error));
  const { humanId } = world.person(person);
  const direct = (stage: string) =>
    `update testimony_versions set stage = '${stage}', decided_by_human_id = '${humanId}' where testimony_id = '${one.id}' and stage = 'submitted'`;
  const triggered = [
    ruleOfTrigger(await refusal(world.fresh.directSql(direct("accepted")))),
    ruleOfTrigger(await refusal(world.fresh.directSql(direct("returned")))),
  ];
  const { may } = await world.ask(person, readTestimony, { testimonyId: one.id });
  const { rows } = await world.ask(person, reviewQueue, { page: {} });
  return {
    rules: new Set([...refused, ...triggered, may.whyNotDecide]),
    offered: rows.some((row) => row.act === "testimony" && row.testimonyId === one.id),
  };
}
const only = (rule: string) => ({ rules: new Set([rule]), offered: false });

async function submittedAgain(one: { id: string; version: number }, comment = "who else was there?") {
  const { version } = await world.do("reviewer", returnTestimony, {
    testimonyId: one.id,
    version: one.version,
    comment,
  });
  return world.do("investigator", amendTestimony, { testimonyId: one.id, version, reason: "asked again" });
}

describe("nobody decides on what they wrote", () => {
  it("not who rewrote another's draft and left it to its author to submit", async () => {
    const { id, version } = await aTestimony(world);
    const fields = await testimonyFields(world);
    const saved = await world.do("investigator2", saveTestimony, { ...fields, testimonyId: id, version });
    const sent = await world.do("investigator", submitTestimony, { testimonyId: id, version: saved.version });
    expect(await against("investigator2", sent)).toEqual(only("testimony.decider_is_author"));
  });

  it("not who only submitted it", async () => {
    const { id, version } = await aTestimony(world);
    const sent = await world.do("investigator2", submitTestimony, { testimonyId: id, version });
    expect(await against("investigator2", sent)).toEqual(only("testimony.decider_is_author"));
  });

  it("not who wrote an earlier version", async () => {
    const first = await aTestimony(world, { people: [] }, "investigator2");
    const sent = await world.do("investigator", submitTestimony, {
      testimonyId: first.id,
      version: first.version,
    });
    const { version } = await submittedAgain(sent);
    const again = await world.do("investigator", submitTestimony, { testimonyId: first.id, version });
    expect(await against("investigator2", again)).toEqual(only("testimony.decider_is_author"));
  });

  it("but another reviewer finds it in the queue and decides", async () => {
    const sent = await aSubmittedTestimony(world);
    const { rows } = await world.ask("investigator2", reviewQueue, { page: {} });
    expect(rows).toMatchObject([{ testimonyId: sent.id }]);
    await world.do("investigator2", acceptTestimony, { testimonyId: sent.id, version: sent.version });
  });
});

describe("nobody decides on an interview that they took", () => {
  it.each(["interviewer", "interpreter"] as const)(
    "not an %s whom the next draft no longer names",
    async (role) => {
      const sent = await aSubmittedTestimony(world, { people: [named("investigator2", role)] });
      const { version } = await submittedAgain(sent);
      const fields = await testimonyFields(world, { people: [], paragraphs: [] });
      const saved = await world.do("investigator", saveTestimony, {
        ...fields,
        paragraphs: [{ number: 1, original: "I was there.", translation: null }],
        testimonyId: sent.id,
        version,
      });
      const again = await world.do("investigator", submitTestimony, {
        testimonyId: sent.id,
        version: saved.version,
      });
      expect(await against("investigator2", again)).toEqual(only("testimony.decider_took_part"));
    },
  );

  it("not one whom a draft names for the first time after a version was accepted", async () => {
    const sent = await aSubmittedTestimony(world);
    const accepted = await world.do("reviewer", acceptTestimony, {
      testimonyId: sent.id,
      version: sent.version,
    });
    const opened = await world.do("investigator", amendTestimony, {
      testimonyId: sent.id,
      version: accepted.version,
      reason: "two of us asked",
    });
    const fields = await testimonyFields(world, { people: [named("investigator"), named("investigator2")] });
    const saved = await world.do("investigator", saveTestimony, {
      ...fields,
      paragraphs: [{ number: 1, original: "I was there.", translation: null }],
      testimonyId: sent.id,
      version: opened.version,
    });
    const again = await world.do("investigator", submitTestimony, {
      testimonyId: sent.id,
      version: saved.version,
    });
    expect(await against("investigator2", again)).toEqual(only("testimony.decider_took_part"));
  });

  it("and no trace of them can be taken away by direct SQL", async () => {
    const { id } = await aSubmittedTestimony(world);
    const other = world.person("reviewer2").humanId;
    for (const [statement, rule] of [
      [`update testimony_people set human_id = '${other}'`, "testimony.people_are_fixed"],
      ["update testimony_people set role = 'support_person'", "testimony.people_are_fixed"],
      [`update testimony_writers set human_id = '${other}'`, "testimony.writers_are_fixed"],
      [`delete from testimony_writers where testimony_id = '${id}'`, "record.never_deleted"],
    ] as const)
      expect(ruleOfTrigger(await refusal(world.fresh.directSql(statement))), statement).toBe(rule);
  });
});

describe("a version goes forward only, also by direct SQL", () => {
  const triggerOf = async (id: string, change: string, number = 1) =>
    ruleOfTrigger(
      await refusal(
        world.fresh.directSql(
          `update testimony_versions set ${change} where testimony_id = '${id}' and number = ${number}`,
        ),
      ),
    );
  const decided = () => `decided_by_human_id = '${world.person("reviewer").humanId}'`;

  it("a draft is submitted before anybody decides", async () => {
    const { id } = await aTestimony(world);
    expect(await triggerOf(id, `stage = 'accepted', ${decided()}`)).toBe("testimony.stage_only_forward");
    expect(await triggerOf(id, `stage = 'returned', ${decided()}`)).toBe("testimony.stage_only_forward");
  });

  it("a submitted version never becomes a draft again and keeps every word", async () => {
    const { id } = await aSubmittedTestimony(world);
    const { id: other } = await aTestimony(world);
    expect(await triggerOf(id, "stage = 'draft'")).toBe("testimony.stage_only_forward");
    for (const change of [
      "paragraphs = '[]'",
      "facts = '{}'",
      "text_basis = 'notes'",
      "original_language = 'ar'",
      "translation_language = 'en'",
      "translator = 'a machine'",
      "submitted_at = 0",
      "number = 7",
      "amendment_reason = 'another'",
      `testimony_id = '${other}'`,
    ])
      expect(await triggerOf(id, change), change).toBe("testimony.version_is_immutable");
    expect(await triggerOf(id, "stage = 'accepted'")).toBe("testimony.no_decider");
    expect(await triggerOf(id, "stage = 'returned'")).toBe("testimony.no_decider");
  });

  it("a decision stays as it was made", async () => {
    const sent = await aSubmittedTestimony(world);
    await world.do("reviewer", acceptTestimony, { testimonyId: sent.id, version: sent.version });
    const another = `decided_by_human_id = '${world.person("reviewer2").humanId}'`;
    for (const change of [
      "stage = 'draft'",
      "stage = 'submitted'",
      "stage = 'returned'",
      another,
      "decided_at = 0",
      "comment = 'so it is'",
    ])
      expect(await triggerOf(sent.id, change), change).toBe("testimony.decision_is_final");
  });

  it("none is put in already decided, or in the place of another", async () => {
    const { id } = await aSubmittedTestimony(world);
    const put = (number: string, stage: string, decider: string) =>
      refusal(
        world.fresh.directSql(
          `insert into testimony_versions (id, version, case_id, testimony_id, number, stage, text_basis, original_language, paragraphs, facts, author_human_id, author_account_id, created_at, decided_by_human_id)
           select '${stage}-${number}', 1, case_id, testimony_id, ${number}, '${stage}', text_basis, original_language, '[]', facts, author_human_id, author_account_id, created_at, ${decider}
           from testimony_versions where testimony_id = '${id}'`,
        ),
      );
    expect(ruleOfTrigger(await put("2", "submitted", "null"))).toBe("testimony.stage_only_forward");
    const human = `'${world.person("reviewer").humanId}'`;
    expect(ruleOfTrigger(await put("2", "accepted", human))).toBe("testimony.stage_only_forward");
    expect(await put("1", "draft", "null")).not.toBeNull();
  });
});

it("somebody named as present stays named when the draft is saved again, also after they left the case", async () => {
  const draft = await aTestimony(world, { people: [named("investigator2")] });
  const members = await world.ask("administrator", listMembers, { caseId: world.caseId });
  const { accountId } = world.person("investigator2");
  for (const { id, version } of members.rows.filter((one) => one.accountId === accountId))
    await world.do("administrator", endMembership, { memberId: id, version, reason: "moved on" });
  const save = async (people: ReturnType<typeof named>[]) =>
    world.do("investigator", saveTestimony, {
      ...(await testimonyFields(world, { people })),
      testimonyId: draft.id,
      version: draft.version,
    });
  await expect(save([named("investigator2"), named("stranger")])).rejects.toThrow(Invalid);
  await expect(save([named("investigator2")])).resolves.toMatchObject({ id: draft.id });
});
