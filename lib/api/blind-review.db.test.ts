/** While a case reviews blind, no door tells a reviewer what an author concluded before they graded the evidence themselves. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ruleOfTrigger } from "#db/errors.ts";
import { setBlindReview } from "#lib/corroboration/commands/set-blind-review.ts";
import { returnFinding } from "#lib/corroboration/commands/return-finding.ts";
import { amendFinding } from "#lib/corroboration/commands/amend-finding.ts";
import { submitFinding } from "#lib/corroboration/commands/submit-finding.ts";
import { takeFinding } from "#lib/corroboration/commands/take-finding.ts";
import { readFinding } from "#lib/corroboration/queries/read-finding.ts";
import { sent } from "#lib/testing/door-specimens.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { aSupportedAllegation } from "#lib/testing/specimens/corroboration.ts";
import { asked, findingFields, taken } from "#lib/testing/specimens/findings.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { commandDoor, queryDoor } from "./door.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid || null }));

const REASONING = "zqconcluded";
let world: World;
let found: { id: string; code: string; version: number };
let allegationId: string;
let testimonyId: string;
beforeAll(async () => {
  world = await aWorld();
  await world.do("legal_officer", setBlindReview, { caseId: world.caseId, isOn: true });
  const { allegation, statement } = await aSupportedAllegation(world);
  allegationId = allegation.id;
  testimonyId = statement.testimonyId;
  found = await taken(world, allegation.id, {
    determination: 1,
    standard: "reasonable_suspicion",
    reasoning: `${REASONING} one person was near`,
  });
});
afterAll(() => world.close());

const as = async (person: PersonKey) => {
  cookie.sid = await signedIn(world, person);
};
async function answered(name: string, input: object) {
  const response = await queryDoor(name, sent("POST", { input }));
  return { status: response.status, text: await response.text() };
}
async function commanded(name: string, input: object) {
  const response = await commandDoor(name, sent("POST", { input, requestId: crypto.randomUUID() }));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
/** Everything that speaks of the finding, of its allegation or of the account behind it. */
const questions = (): [string, object][] => {
  const { caseId } = world;
  return [
    ["finding.read", { findingId: found.id }],
    ["finding.list", { caseId, page: {} }],
    ["rules.compare", { caseId, page: {} }],
    ["review.queue", { page: {} }],
    ["review.decided", { caseId }],
    ["presence.read", { recordId: found.id }],
    ["allegation.read", { allegationId }],
    ["evidence.origins", { allegationId, facet: "occurrence" }],
    ["allegation.list", { caseId, page: {} }],
    ["corroboration.ofTestimony", { testimonyId }],
    ["testimony.read", { testimonyId }],
    ["history.read", { recordId: found.id, page: {} }],
    ["history.read", { recordId: allegationId, page: {} }],
    ["search.find", { text: REASONING }],
    ["search.find", { text: found.code }],
    ["notice.list", { page: {} }],
    ["case.overview", { caseId }],
    ["evidence.citing", { recordId: testimonyId, page: {} }],
  ];
};
const CONCLUDED = /zqconcluded|reasonable_suspicion|"determination":\s*1/;

it.each(["reviewer", "reviewer2", "senior_reviewer"] as const)("tells %s nothing of it", async (person) => {
  await as(person);
  for (const [name, input] of questions()) {
    const { status, text } = await answered(name, input);
    expect(status, `${name}: ${text}`).toBe(200);
    expect(text, name).not.toMatch(CONCLUDED);
  }
  const { names, texts } = JSON.parse((await answered("search.find", { text: REASONING })).text) as {
    names: { total: number };
    texts: { total: number };
  };
  expect([names.total, texts.total]).toEqual([0, 0]);
});

it("tells its author, and whoever reviews nothing", async () => {
  for (const person of ["investigator", "investigator2", "legal_officer"] as const) {
    await as(person);
    expect((await answered("finding.read", { findingId: found.id })).text, person).toMatch(CONCLUDED);
    expect((await answered("search.find", { text: REASONING })).text, person).toContain(found.code);
  }
});

describe("a reviewer", () => {
  const approve = (more: object = {}) =>
    commanded("finding.approve", { findingId: found.id, version: found.version, ...more });
  const grade = () => ({
    findingId: found.id,
    determination: 2,
    standard: "none",
    reasoning: "one credible person saw it",
  });

  it("does not approve before they graded, by command or by direct SQL", async () => {
    await as("reviewer");
    expect(await approve()).toMatchObject({ status: 409, body: { rule: "finding.not_graded_blind" } });
    const forced = world.fresh.directSql(`update findings set status = 'approved' where id = '${found.id}'`);
    expect(await forced.catch(ruleOfTrigger)).toBe("finding.not_graded_blind");
  });

  it("learns nothing by having it switched off for a moment", async () => {
    await world.do("legal_officer", setBlindReview, { caseId: world.caseId, isOn: false });
    await as("reviewer");
    expect((await answered("finding.read", { findingId: found.id })).text).not.toMatch(CONCLUDED);
    await world.do("legal_officer", setBlindReview, { caseId: world.caseId, isOn: true });
  });

  it("grades once, who took it up alone, and then sees both; the others still do not", async () => {
    await as("reviewer2");
    expect(await commanded("finding.gradeBlind", grade())).toMatchObject({
      body: { rule: "finding.not_that_reviewer" },
    });
    await as("reviewer");
    expect((await commanded("finding.gradeBlind", grade())).status).toBe(200);
    expect(await commanded("finding.gradeBlind", grade())).toMatchObject({
      body: { rule: "finding.not_blind" },
    });
    const { finding, grades } = await world.ask("reviewer", readFinding, { findingId: found.id });
    expect(finding).toMatchObject({ isHidden: false, determination: 1, standard: "reasonable_suspicion" });
    expect(grades).toMatchObject([{ level: 2, standard: "none", name: "Demo reviewer" }]);
    await as("reviewer2");
    const others = await answered("finding.read", { findingId: found.id });
    expect(others.text).not.toMatch(CONCLUDED);
    expect(others.text).not.toContain("one credible person saw it");
    const forced = world.fresh.directSql("update blind_grades set level = 1");
    expect(await forced.catch(ruleOfTrigger)).toBe("finding.grade_stands");
  });

  it("says why they approve something else than they graded", async () => {
    await as("reviewer");
    expect(await approve()).toMatchObject({
      status: 422,
      body: { fields: [{ path: "reason", code: "difference_to_grade" }] },
    });
    const forced = world.fresh.directSql(`update findings set status = 'approved' where id = '${found.id}'`);
    expect(await forced.catch(ruleOfTrigger)).toBe("finding.difference_not_reasoned");
    expect((await approve({ reason: "the author knows the street" })).status).toBe(200);
    const { finding } = await world.ask("reviewer2", readFinding, { findingId: found.id });
    expect(finding).toMatchObject({
      status: "approved",
      determination: 1,
      differenceReason: "the author knows the street",
    });
  });
});

it("stays hidden from the next reviewer when it comes back from the first, with what they wrote", async () => {
  const { allegation } = await aSupportedAllegation(world);
  const first = await taken(world, allegation.id, { determination: 1 });
  const back = await world.do("reviewer", returnFinding, {
    findingId: first.id,
    version: first.version,
    comment: "zqconcluded level one is too low",
  });
  const more = findingFields(world, { determination: 2 });
  const amended = await world.do("investigator", amendFinding, {
    ...more,
    findingId: back.id,
    version: back.version,
  });
  const again = { findingId: amended.id, version: amended.version };
  const submitted = await world.do("investigator", submitFinding, again);
  await world.do("reviewer2", takeFinding, asked(submitted));
  await as("reviewer2");
  const { text } = await answered("finding.read", { findingId: first.id });
  expect(text).not.toMatch(/zqconcluded|"determination":\s*[12]/);
});
