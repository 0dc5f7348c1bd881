import { afterEach, beforeEach, expect, it } from "vitest";
import { verifyNow } from "#lib/audit/queries/verify-now.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { openCase } from "#lib/cases/commands/open-case.ts";
import { acceptTestimony } from "#lib/testimonies/commands/accept-testimony.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import { submitTestimony } from "#lib/testimonies/commands/submit-testimony.ts";
import { anActor } from "#lib/testing/specimens/actors.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { anAcceptedTestimony, testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { setGuide } from "./commands/set-guide.ts";
import { readGuide } from "./queries/read-guide.ts";

/** The world as it is, with a training case in place of its own. */
let practice: World;
let live: World;
beforeEach(async () => {
  live = await aWorld();
  const { id } = await live.do("administrator", openCase, {
    title: "Training",
    titleAr: "تدريب",
    summary: "invented",
    kind: "training",
  });
  practice = { ...live, caseId: id };
  for (const [person, role] of [
    ["investigator", "investigator"],
    ["reviewer", "senior_reviewer"],
  ] as const)
    await live.do("administrator", admitMember, {
      caseId: id,
      accountId: live.person(person).accountId,
      role,
      expiresAt: null,
    });
});
afterEach(() => live.close());

/** What a person has done of their guide, step by step. */
async function ticks(person: PersonKey): Promise<Record<string, boolean>> {
  const { parts } = await live.ask(person, readGuide, {});
  return Object.fromEntries(parts.flatMap(({ steps }) => steps.map(({ step, done }) => [step, done])));
}

const nothingDone = { log: false, link_incident: false, link_suspect: false, submit: false };

it("ticks a step off when the person's own act in the training case shows it, and for no other", async () => {
  await anAcceptedTestimony(live);
  expect(await ticks("investigator")).toEqual(nothingDone);

  const { id, version } = await practice.do("investigator", recordTestimony, {
    ...(await testimonyFields(practice, { people: [] })),
    caseId: practice.caseId,
    kind: "interview",
    incidentId: (await anIncident(practice)).id,
    incidentRole: "describes",
  });
  expect(await ticks("investigator")).toEqual({ ...nothingDone, log: true, link_incident: true });
  const sent = await practice.do("investigator", submitTestimony, { testimonyId: id, version });
  await anActor(practice);
  expect(await ticks("investigator")).toMatchObject({ submit: true, link_suspect: false });

  expect(await ticks("reviewer")).toEqual({ decide: false, take: false, judge: false });
  await practice.do("reviewer", acceptTestimony, { testimonyId: id, version: sent.version });
  expect(await ticks("reviewer")).toEqual({ decide: true, take: false, judge: false });
});

it("asks an auditor to verify the log, and knows when it was done", async () => {
  expect(await ticks("auditor")).toEqual({ verify: false });
  await live.ask("administrator", verifyNow, {});
  expect(await ticks("auditor")).toEqual({ verify: false });
  await live.ask("auditor", verifyNow, {});
  expect(await ticks("auditor")).toEqual({ verify: true });
});

it("has nothing for somebody in no training case, and stays away once it is put away", async () => {
  expect(await live.ask("stranger", readGuide, {})).toEqual({ state: "open", trainingCase: null, parts: [] });
  for (const state of ["closed", "closed", "open", "open"] as const) {
    await live.do("investigator", setGuide, { state });
    expect((await live.ask("investigator", readGuide, {})).state).toBe(state);
    expect((await live.ask("reviewer", readGuide, {})).state).toBe("open");
  }
});
