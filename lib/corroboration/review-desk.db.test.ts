import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPresence } from "#lib/corroboration/queries/read-presence.ts";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { saveDraft } from "#lib/core/drafts.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { aClearance } from "#lib/testing/specimens/compartments.ts";
import { aSupportedAllegation } from "#lib/testing/specimens/corroboration.ts";
import { decidedOn, taken } from "#lib/testing/specimens/findings.ts";
import { aSubmittedTestimony } from "#lib/testing/specimens/testimonies.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { approveFinding } from "./commands/approve-finding.ts";
import { readFinding } from "./queries/read-finding.ts";
import { reviewDecided } from "./queries/review-decided.ts";
import { decisionKey } from "./words.ts";

/** A compartment, as a bit. */
const CHILDREN = 2;

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await aClearance(world, "investigator", CHILDREN);
});
afterAll(() => world.close());

const decidedOf = async (person: PersonKey) =>
  (await world.ask(person, reviewDecided, { caseId: world.caseId })).decided;
const inReview = async () => taken(world, (await aSupportedAllegation(world)).allegation.id);

describe("what was decided and is not on record", () => {
  it("is its reviewer's own, in the order of deciding, and changes nothing by itself", async () => {
    const first = await inReview();
    const testimony = await aSubmittedTestimony(world);
    await decidedOn(world, testimony, { act: "return", text: "Who else stood there?" });
    world.pass(1_000);
    await decidedOn(world, first, { act: "approve" });
    expect(await decidedOf("reviewer")).toMatchObject([
      { recordId: testimony.id, act: "return", text: "Who else stood there?", isStale: false },
      { recordId: first.id, act: "approve", version: first.version, text: null, isStale: false },
    ]);
    expect(await decidedOf("reviewer2")).toEqual([]);
    const { finding } = await world.ask("reviewer", readFinding, { findingId: first.id });
    expect([finding.status, finding.version]).toEqual(["in_review", first.version]);
  });

  it("says which of it the record has overtaken, and drops what is on record", async () => {
    const mine = async (id: string) => (await decidedOf("reviewer")).find(({ recordId }) => recordId === id);
    const found = await inReview();
    await decidedOn(world, found, { act: "return", text: "What of the second road?" });
    await world.do("reviewer", approveFinding, { findingId: found.id, version: found.version });
    expect(await mine(found.id)).toMatchObject({ isStale: true });
    // The connection broke off between the act and the end of its draft.
    const other = await inReview();
    await decidedOn(world, other, { act: "approve" });
    await world.do("reviewer", approveFinding, { findingId: other.id, version: other.version });
    expect(await mine(other.id)).toBeUndefined();
  });

  it("keeps what was typed with a decision that was taken back", async () => {
    const found = await inReview();
    const text = "Which of them saw it?";
    const { version } = await decidedOn(world, found, { act: "return", text });
    const back = { act: null, version: found.version, text };
    await saveDraft(world.person("reviewer"), decisionKey(world.caseId, found.id), version, back);
    const { decided, kept } = await world.ask("reviewer", reviewDecided, { caseId: world.caseId });
    expect(decided.map(({ recordId }) => recordId)).not.toContain(found.id);
    expect(kept).toEqual([{ recordId: found.id, text, draftVersion: version + 1 }]);
  });

  it("is gone with what is hidden from its reviewer", async () => {
    const { id: recordId, version } = await aSubmittedTestimony(world);
    await decidedOn(world, { id: recordId, version }, { act: "accept" });
    const mine = async () => (await decidedOf("reviewer")).map((one) => one.recordId);
    expect(await mine()).toContain(recordId);
    await world.do("investigator", placeRecord, { recordId, add: CHILDREN, reason: "a child speaks" });
    expect(await mine()).not.toContain(recordId);
  });

  it("leaves out what is no decision, and what is no record that its reviewer decides on", async () => {
    const before = await decidedOf("reviewer");
    const { caseId } = world;
    const { allegation } = await aSupportedAllegation(world);
    const found = await inReview();
    const body = { act: "approve", version: 1, text: null };
    await saveDraft(world.person("reviewer"), decisionKey(caseId, allegation.id), 0, body);
    await saveDraft(world.person("reviewer"), decisionKey(caseId, "fi_nothing"), 0, body);
    await saveDraft(world.person("reviewer"), decisionKey(caseId, found.id), 0, { act: "destroy" });
    expect(await decidedOf("reviewer")).toEqual(before);
    expect(
      await soundOf(world.ask("investigator", reviewDecided, { caseId })),
      "who reviews nothing has no such list",
    ).toMatch(/^(?:NotFound|Refused)/);
  });
});

describe("who else looks", () => {
  const present = async (person: PersonKey, recordId: string) =>
    (await world.ask(person, readPresence, { recordId })).present.map(({ name }) => name);

  it("names other reviewers who opened it within a quarter of an hour, and nobody who only reads", async () => {
    const found = await inReview();
    const { id: findingId } = found;
    for (const person of ["investigator", "legal_officer", "reviewer2", "reviewer"] as const)
      await world.ask(person, readFinding, { findingId });
    expect(await present("reviewer", findingId)).toEqual(["Demo reviewer2"]);
    expect(await present("reviewer2", findingId)).toEqual(["Demo reviewer"]);
    world.pass(15 * 60_000 + 1);
    expect(await present("reviewer2", findingId)).toEqual([]);
    const testimony = await aSubmittedTestimony(world);
    await world.ask("reviewer2", readTestimony, { testimonyId: testimony.id });
    expect(await present("reviewer", testimony.id)).toEqual(["Demo reviewer2"]);
  });

  it("is told to nobody who does not review", async () => {
    const { id: recordId } = await inReview();
    for (const person of ["investigator", "legal_officer", "stranger"] as const)
      expect(await soundOf(world.ask(person, readPresence, { recordId })), person).toBe("NotFound");
  });
});
