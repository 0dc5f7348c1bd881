import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ruleOfTrigger } from "#db/errors.ts";
import { auditEvents, testimonies, testimonyVersions } from "#db/schema/index.ts";
import { Conflict, Invalid, Refused } from "#lib/core/refusals.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import {
  anAcceptedTestimony,
  aSubmittedTestimony,
  aTestimony,
  testimonyFields,
} from "#lib/testing/specimens/testimonies.ts";
import { aWorld, MARKER, type World } from "#lib/testing/world.ts";
import { acceptTestimony } from "./commands/accept-testimony.ts";
import { amendTestimony } from "./commands/amend-testimony.ts";
import { recordTestimony } from "./commands/record-testimony.ts";
import { returnTestimony } from "./commands/return-testimony.ts";
import { saveTestimony } from "./commands/save-testimony.ts";
import { setConsent } from "./commands/set-consent.ts";
import { submitTestimony } from "./commands/submit-testimony.ts";
import { readTestimony } from "./queries/read-testimony.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const refusal = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => null,
    (error: unknown) => error,
  );

/** Gives a person of the world a further role in the case. */
const alsoAs = (key: "investigator" | "investigator2", role: "reviewer") =>
  world.do("administrator", admitMember, {
    caseId: world.caseId,
    accountId: world.person(key).accountId,
    role,
    expiresAt: null,
  });

describe("a testimony's way", () => {
  it("goes from draft to returned, amended and accepted, each version kept as it was", async () => {
    const { id, version } = await aSubmittedTestimony(world);
    const returned = await world.do("reviewer", returnTestimony, {
      testimonyId: id,
      version,
      comment: "Who else was there?",
    });
    const opened = await world.do("investigator", amendTestimony, {
      testimonyId: id,
      version: returned.version,
      reason: "asked again",
    });
    const fields = await testimonyFields(world);
    const saved = await world.do("investigator", saveTestimony, {
      ...fields,
      paragraphs: [
        { number: 1, original: "I was at the bridge.", translation: null },
        { number: null, original: "My neighbour was there too.", translation: null },
      ],
      testimonyId: id,
      version: opened.version,
    });
    const sent = await world.do("investigator", submitTestimony, { testimonyId: id, version: saved.version });
    await world.do("reviewer2", acceptTestimony, { testimonyId: id, version: sent.version });

    const answer = await world.ask("investigator", readTestimony, { testimonyId: id });
    expect(answer.versions.map(({ number, stage }) => [number, stage])).toEqual([
      [2, "accepted"],
      [1, "returned"],
    ]);
    expect(answer.versions[1]?.comment).toBe("Who else was there?");
    expect(answer.version.paragraphs.map(({ number }) => number)).toEqual([1, 3]);
    const first = await world.ask("investigator", readTestimony, { testimonyId: id, number: 1 });
    expect(first.version.paragraphs.map(({ original }) => original)).toEqual([
      `${MARKER} I was at the bridge.`,
      `${MARKER} They came from the north.`,
    ]);
  });

  it("lets its author decide in no way: not by command, not by direct SQL", async () => {
    const { id, version } = await aSubmittedTestimony(world, { people: [] });
    await alsoAs("investigator", "reviewer");
    const error = await refusal(world.do("investigator", acceptTestimony, { testimonyId: id, version }));
    expect(error).toBeInstanceOf(Refused);
    expect((error as Refused).rule).toBe("testimony.decider_is_author");
    const { humanId } = world.person("investigator");
    const direct = `update testimony_versions set stage = 'accepted', decided_by_human_id = '${humanId}' where testimony_id = '${id}'`;
    expect(ruleOfTrigger(await refusal(world.fresh.directSql(direct)))).toBe("testimony.decider_is_author");
  });

  it("lets whoever interviewed or interpreted decide in no way", async () => {
    const people = [
      { role: "interpreter" as const, accountId: world.person("investigator2").accountId, description: null },
    ];
    const { id, version } = await aSubmittedTestimony(world, { people });
    await alsoAs("investigator2", "reviewer");
    const error = await refusal(
      world.do("investigator2", returnTestimony, { testimonyId: id, version, comment: "x y" }),
    );
    expect((error as Refused).rule).toBe("testimony.decider_took_part");
    const { humanId } = world.person("investigator2");
    const direct = `update testimony_versions set stage = 'accepted', decided_by_human_id = '${humanId}' where testimony_id = '${id}'`;
    expect(ruleOfTrigger(await refusal(world.fresh.directSql(direct)))).toBe("testimony.decider_took_part");
  });

  it("changes no submitted text, by command or by direct SQL", async () => {
    const { id, version } = await aSubmittedTestimony(world);
    const fields = await testimonyFields(world);
    const error = await refusal(
      world.do("investigator", saveTestimony, { ...fields, testimonyId: id, version }),
    );
    expect((error as Conflict).rule).toBe("testimony.not_a_draft");
    const direct = `update testimony_versions set paragraphs = '[]' where testimony_id = '${id}'`;
    expect(ruleOfTrigger(await refusal(world.fresh.directSql(direct)))).toBe(
      "testimony.version_is_immutable",
    );
  });

  it("is decided once when two reviewers decide at the same time", async () => {
    const { id, version } = await aSubmittedTestimony(world);
    const both = await Promise.allSettled([
      world.do("reviewer", acceptTestimony, { testimonyId: id, version }),
      world.do("reviewer2", returnTestimony, { testimonyId: id, version, comment: "not yet" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("shows both versions of facts, people and text to the second of two writers and loses neither", async () => {
    const { id, version } = await aTestimony(world);
    const fields = await testimonyFields(world);
    const theirs = {
      ...fields,
      title: "the first title",
      originalLanguage: "ar" as const,
      takenWording: "the day after",
      people: [{ role: "interpreter" as const, accountId: null, description: "of the association" }],
      paragraphs: [
        { number: 1, original: "I stood on the bridge.", translation: null },
        { number: null, original: "It was cold.", translation: null },
      ],
    };
    await world.do("investigator", saveTestimony, { ...theirs, testimonyId: id, version });
    const attempt = world.do("investigator2", saveTestimony, { ...fields, testimonyId: id, version });
    const error = await refusal(attempt);
    expect(error).toBeInstanceOf(Conflict);
    const { current, version: now } = error as Conflict;
    expect(now).toBe(version + 1);
    expect(Object.keys(current ?? {})).toEqual(expect.arrayContaining(Object.keys(fields)));
    expect(current).toMatchObject({
      title: "the first title",
      originalLanguage: "ar",
      takenWording: "the day after",
      witnessId: { id: fields.witnessId },
      people: [{ role: "interpreter", accountId: null, description: "of the association" }],
      paragraphs: [
        { number: 1, original: "I stood on the bridge." },
        { number: 3, original: "It was cold." },
      ],
      paragraphsUsed: 3,
    });
    const { version: kept } = await world.ask("investigator", readTestimony, { testimonyId: id });
    expect(kept.paragraphs.map(({ original }) => original)).toEqual([
      "I stood on the bridge.",
      "It was cold.",
    ]);
  });

  it("shows the stored text also when nothing but the text was changed", async () => {
    const { id, version } = await aTestimony(world);
    const fields = await testimonyFields(world);
    const writing = (original: string) => ({
      ...fields,
      paragraphs: [{ number: 1, original, translation: null }],
      testimonyId: id,
      version,
    });
    await world.do("investigator", saveTestimony, writing("theirs"));
    const error = await refusal(world.do("investigator2", saveTestimony, writing("mine")));
    expect((error as Conflict).current).toMatchObject({ paragraphs: [{ number: 1, original: "theirs" }] });
  });
});

describe("a testimony's reading", () => {
  it("is on record before it is shown, by id and version and without a word of it", async () => {
    const { id } = await aTestimony(world);
    await world.ask("reviewer", readTestimony, { testimonyId: id });
    const rows = await world.fresh.store.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.act, "testimony.read"));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.objectId).toBe(id);
    expect(rows[0]?.body).not.toContain(MARKER);
  });
});

describe("a testimony's consent", () => {
  it("starts as not asked, is recorded by investigator or protection officer, and is not asked of a page", async () => {
    const { id, version } = await aTestimony(world);
    const answers = { consentInternal: "yes", consentExport: "no", reason: "in person" } as const;
    await world.do("protection_officer", setConsent, { testimonyId: id, version, ...answers });
    const [row] = await world.fresh.store.read.select().from(testimonies).where(eq(testimonies.id, id));
    expect([row?.consentInternal, row?.consentExport]).toEqual(["yes", "no"]);
  });
});

describe("bad input", () => {
  it.each([
    ["an interview without a witness", { witnessId: null }, "witnessId"],
    ["an impossible date", { takenEdtf: "2031-02-30" }, "takenEdtf"],
    ["an over-long title", { title: "x".repeat(201) }, "title"],
    ["a name of 10,000 characters", { translator: "ن".repeat(10_000) }, "translator"],
    ["a text with a hidden override of direction", { title: "a\u202Eb" }, "title"],
    [
      "someone present who is no colleague",
      {
        people: [{ role: "interviewer" as const, accountId: "ac_0000000000000000000000", description: null }],
      },
      "people.0.accountId",
    ],
  ])("refuses %s, naming the field and keeping nothing", async (_, change, path) => {
    const fields = { ...(await testimonyFields(world)), ...change };
    const before = await world.fresh.store.read.$count(testimonyVersions);
    const error = await refusal(
      world.do("investigator", recordTestimony, { ...fields, caseId: world.caseId, kind: "interview" }),
    );
    expect(error).toBeInstanceOf(Invalid);
    expect((error as Invalid).fields.map((field) => field.path)).toContain(path);
    expect(await world.fresh.store.read.$count(testimonyVersions)).toBe(before);
  });

  it("amends nothing that waits for a decision or is still a draft", async () => {
    const draft = await aTestimony(world);
    const waiting = await aSubmittedTestimony(world);
    const accepted = await anAcceptedTestimony(world);
    const amend = (one: { id: string; version: number }) =>
      refusal(
        world.do("investigator", amendTestimony, {
          testimonyId: one.id,
          version: one.version,
          reason: "a reason",
        }),
      );
    expect(((await amend(draft)) as Conflict).rule).toBe("testimony.still_a_draft");
    expect(((await amend(waiting)) as Conflict).rule).toBe("testimony.awaits_decision");
    expect(await amend(accepted)).toBeNull();
  });
});
