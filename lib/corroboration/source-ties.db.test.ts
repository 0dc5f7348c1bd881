import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listEvents } from "#lib/audit/queries/list-events.ts";
import { readEvent } from "#lib/audit/queries/read-event.ts";
import { heardAs } from "#lib/imports/training/interviewed.ts";
import { recordSource } from "#lib/sources/commands/record-source.ts";
import { retractSource } from "#lib/sources/commands/retract-source.ts";
import { aMediaItem } from "#lib/testing/specimens/media.ts";
import { amendSource } from "#lib/sources/commands/amend-source.ts";
import { gradeSource } from "#lib/sources/commands/grade-source.ts";
import { readSource } from "#lib/sources/queries/read-source.ts";
import { anActor } from "#lib/testing/specimens/actors.ts";
import {
  aStatementOf,
  anAccount,
  anAllegation,
  linked,
  statementFields,
} from "#lib/testing/specimens/corroboration.ts";
import { approved, goneBackToFirstRules } from "#lib/testing/specimens/findings.ts";
import { aSource } from "#lib/testing/specimens/sources.ts";
import { testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import { acceptRules } from "./commands/accept-rules.ts";
import { amendSourceTie } from "./commands/amend-source-tie.ts";
import { recordSourceTie } from "./commands/record-source-tie.ts";
import { recordStatement } from "./commands/record-statement.ts";
import { retractSourceTie } from "./commands/retract-source-tie.ts";
import { compareRules } from "./queries/compare-rules.ts";
import { listSourceTies } from "./queries/list-source-ties.ts";
import { readAllegation } from "./queries/read-allegation.ts";
import { readFinding } from "./queries/read-finding.ts";
import { ALGORITHM_VERSION, type SourceTieKind } from "./vocabulary.ts";

let world: World;
let allegationId: string;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  allegationId = (await anAllegation(world)).id;
});

const level = async () => {
  const { facets } = await world.ask("legal_officer", readAllegation, { allegationId });
  return facets.find(({ facet }) => facet === "occurrence")?.ceiling.level;
};

async function anInterview(heard: Parameters<typeof testimonyFields>[1] = {}) {
  const account = await anAccount(world, { testimony: { people: [], ...heard } });
  await linked(world, account.id, allegationId);
  return account;
}

/** A first-hand story as a graded source published it. */
async function aStory() {
  const { id: sourceId } = await aSource(world);
  const grade = { sourceId, witnessId: null, reliability: "A" as const, reason: "method is published" };
  await world.do("reviewer", gradeSource, grade);
  const told = { witnessId: null, sourceId, publisherIds: [], people: [], heardBefore: heardAs("not_asked") };
  const made = await world.do("investigator", recordTestimony, {
    ...(await testimonyFields(world, told)),
    caseId: world.caseId,
    kind: "published_account",
  });
  await linked(world, (await aStatementOf(world, made.id)).id, allegationId);
  return { sourceId };
}

const NOBODY = { witnessId: null, sourceId: null, otherWitnessId: null, otherSourceId: null };
const tied = (kind: SourceTieKind, ends: Partial<typeof NOBODY | Record<string, string | null>>) =>
  world.do("investigator", recordSourceTie, { caseId: world.caseId, kind, note: null, ...NOBODY, ...ends });

describe("a tie between two who speak", () => {
  it("lowers what rests on both at once, and the log says by what", async () => {
    const [one, other] = [await anInterview(), await anInterview()];
    const finding = await approved(world, allegationId, { determination: 4, standard: "reasonable_grounds" });
    expect(await level()).toBe(4);
    await tied("same_person", { witnessId: one.witnessId, otherWitnessId: other.witnessId });
    expect(await level()).toBe(2);
    const after = await world.ask("reviewer", readFinding, { findingId: finding.id });
    expect(after.finding.status).toBe("contested");
    expect(after.contest?.rule).toBe("finding.ceiling_fell");
    const { rows } = await world.ask("auditor", listEvents, { page: { size: 20 } });
    const cause = rows.find(({ act }) => act === "finding.recheck");
    expect(cause).toBeDefined();
    const event = await world.ask("auditor", readEvent, { seq: cause?.seq ?? 0 });
    expect(JSON.stringify(event)).toContain("finding.ceiling_fell");
  });

  it("makes two pages of one origin one, also where that is known through a third, and ends when it is taken back", async () => {
    const [one, other] = [await aStory(), await aStory()];
    const third = await aSource(world);
    expect(await level()).toBe(4);
    await tied("relay_naming_origin", { sourceId: one.sourceId, otherSourceId: third.id });
    expect(await level()).toBe(4);
    const tie = await tied("same_anonymous_channel", { sourceId: third.id, otherSourceId: other.sourceId });
    expect(await level()).toBe(2);
    const act = { sourceTieId: tie.id, version: tie.version, reason: "another channel" };
    await world.do("reviewer", retractSourceTie, act);
    expect(await level()).toBe(4);
  });

  it("joins a circle of talk through somebody who told us nothing, as a reviewer weighs it", async () => {
    const [one, other] = [await anInterview(), await anInterview()];
    const grandmother = await aWitness(world);
    await tied("discussed_facet", { witnessId: one.witnessId, otherWitnessId: grandmother.id });
    expect(await level()).toBe(4);
    const tie = await tied("discussed_facet", { witnessId: grandmother.id, otherWitnessId: other.witnessId });
    expect(await level()).toBe(2);
    const weighed = { sourceTieId: tie.id, version: tie.version, weightTenths: 0 as const, reason: "no" };
    await world.do("reviewer", amendSourceTie, weighed);
    expect(await level()).toBe(4);
    const { ties } = await world.ask("investigator", listSourceTies, { recordId: grandmother.id });
    const strengths = ties.map(({ other: { witness }, weightTenths }) => [witness?.id ?? "", weightTenths]);
    expect(Object.fromEntries(strengths)).toEqual({ [one.witnessId]: 5, [other.witnessId]: 0 });
  });

  it("names two, one of each kind, and no pair twice", async () => {
    const [one, other] = [await aWitness(world), await aWitness(world)];
    const ends = { witnessId: one.id, otherWitnessId: other.id };
    await tied("same_household_or_kin", ends);
    const again = { witnessId: other.id, otherWitnessId: one.id };
    expect(await soundOf(tied("same_household_or_kin", again))).toBe("Conflict dependency.exists");
    expect(await soundOf(tied("one_party", { ...ends, otherWitnessId: one.id }))).toBe(
      "Error: invalid input: otherWitnessId same_source",
    );
    expect(await soundOf(tied("one_party", { witnessId: one.id }))).toMatch(/one_of_both/);
  });
});

describe("what sources belong to", () => {
  it("ties those that speak for one party, together with what else they share", async () => {
    const [one, other] = [await aStory(), await aStory()];
    const party = await anActor(world);
    expect(await level()).toBe(4);
    for (const { sourceId } of [one, other]) {
      const { version, name, nameAr, standpoint, note } = await world.ask("investigator", readSource, {
        sourceId,
      });
      const fields = {
        name,
        nameAr,
        kind: "monitor" as const,
        standpoint,
        note,
        isUnattributed: false,
        organisationId: null,
      };
      await world.do("investigator", amendSource, { ...fields, sourceId, version, partyId: party.id });
    }
    expect(await level()).toBe(4);
    await tied("same_household_or_kin", { sourceId: one.sourceId, otherSourceId: other.sourceId });
    expect(await level()).toBe(2);
  });
});

describe("an organisation", () => {
  it("is one from when a source is recorded as its part, and what rests on it is computed again", async () => {
    const whole = await aSource(world);
    const grade = { sourceId: whole.id, witnessId: null, reliability: "A" as const, reason: "published" };
    await world.do("reviewer", gradeSource, grade);
    for (const _ of [1, 2]) {
      const { id: mediaId } = await aMediaItem(world, { circulatedBy: [whole.id] });
      const seen = { mediaRank: "M4", mediaCondition: "usable", showsActItself: true } as const;
      const statement = await world.do("investigator", recordStatement, {
        ...statementFields(world, { ...seen, testimonyNumber: null, basis: "B0", plausibility: null }),
        caseId: world.caseId,
        testimonyId: null,
        mediaId,
        figureId: null,
      });
      await linked(world, statement.id, allegationId);
    }
    const finding = await approved(world, allegationId, { determination: 4, standard: "reasonable_grounds" });
    const bare = { name: "a desk", nameAr: null, kind: "media", standpoint: null, note: null } as const;
    const part = await world.do("investigator", recordSource, {
      ...bare,
      caseId: world.caseId,
      partyId: null,
      organisationId: whole.id,
      isUnattributed: false,
    });
    const after = await world.ask("reviewer", readFinding, { findingId: finding.id });
    expect([await level(), after.finding.status]).toEqual([2, "contested"]);
    const back = { sourceId: part.id, version: part.version, reason: "recorded twice" };
    await world.do("investigator", retractSource, back);
    expect(await level()).toBe(4);
  });
});

describe("newer rules", () => {
  it("change nothing of a case until what they change was seen and accepted", async () => {
    const before = await goneBackToFirstRules(world);
    const read = { ...heardAs("yes"), sawPosts: "yes" as const, sawPostsWords: "the page" };
    const spoke = { talked: "no" as const, talkedWords: null };
    const accounts = [
      await anInterview({ heardBefore: { ...read, ...spoke } }),
      await anInterview({ heardBefore: { ...read, ...spoke } }),
    ];
    await tied("same_household_or_kin", {
      witnessId: accounts[0]?.witnessId ?? "",
      otherWitnessId: accounts[1]?.witnessId ?? "",
    });
    const finding = await approved(world, allegationId, { determination: 4, standard: "reasonable_grounds" });
    const compared = await world.ask("reviewer", compareRules, { caseId: world.caseId, page: { size: 100 } });
    expect(compared.rows.find(({ id }) => id === finding.id)).toMatchObject({
      before: 4,
      after: 2,
      becomesContested: true,
    });
    const input = { caseId: world.caseId, version: before.version, algorithmVersion: ALGORITHM_VERSION };
    expect(await soundOf(world.do("reviewer", acceptRules, input))).toBe("Refused role.missing");
    await world.do("senior_reviewer", acceptRules, input);
    const after = await world.ask("reviewer", readFinding, { findingId: finding.id });
    expect([after.finding.status, after.finding.algorithmVersion]).toEqual([
      "contested",
      "attest-corroboration-1",
    ]);
    expect(after.inputsChanged).toBe(false);
    const again = { ...input, version: input.version + 1 };
    expect(await soundOf(world.do("senior_reviewer", acceptRules, again))).toBe("Conflict rules.not_newer");
  });
});
