import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findings } from "#db/schema/index.ts";
import { heardAs } from "#lib/imports/training/interviewed.ts";
import { Conflict, Invalid, Refused } from "#lib/core/refusals.ts";
import { recordIncident } from "#lib/incidents/commands/record-incident.ts";
import { setConsent } from "#lib/testimonies/commands/set-consent.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import {
  allegationFields,
  anAccount,
  anAllegation,
  aSupportedAllegation,
  linked,
} from "#lib/testing/specimens/corroboration.ts";
import {
  approved,
  asked,
  drafted,
  findingFields,
  submitted,
  taken,
} from "#lib/testing/specimens/findings.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { amendAllegation } from "./commands/amend-allegation.ts";
import { amendFinding } from "./commands/amend-finding.ts";
import { approveFinding } from "./commands/approve-finding.ts";
import { draftFinding } from "./commands/draft-finding.ts";
import { retractAllegation } from "./commands/retract-allegation.ts";
import { returnFinding } from "./commands/return-finding.ts";
import { submitFinding } from "./commands/submit-finding.ts";
import { takeFinding } from "./commands/take-finding.ts";
import { readFinding } from "./queries/read-finding.ts";
import type { Facet } from "./vocabulary.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** A way of acting over many days, which is no single event. */
const PATTERN = {
  recordKind: "pattern",
  titleAr: null,
  occurredEdtf: null,
  occurredWording: null,
  dateNote: null,
  localTime: null,
  victimGroup: null,
  attributedSide: null,
  violations: [] as [],
  parentId: null,
  note: null,
} as const;

const rowOf = async (findingId: string) => {
  const [row] = await world.fresh.store.read.select().from(findings).where(eq(findings.id, findingId));
  if (!row) throw new Error("no such finding");
  return row;
};
const ruleOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof Invalid) return error.fields.map(({ path, code }) => `${path} ${code}`).join();
      return error instanceof Refused || error instanceof Conflict ? error.rule : error;
    },
  );
const at = ({ id, version }: { id: string; version: number }) => ({ findingId: id, version });
const submits = async (allegationId: string, options: Parameters<typeof drafted>[2] = {}) =>
  ruleOf(
    world.do(
      options.author ?? "investigator",
      submitFinding,
      at(await drafted(world, allegationId, options)),
    ),
  );

describe("a finding is opened", () => {
  it("once at a time, at the ceiling of the moment, and never where the incident takes none but a count", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const first = await drafted(world, allegation.id);
    expect(await rowOf(first.id)).toMatchObject({
      number: 1,
      status: "draft",
      ceiling: 2,
      needsSecond: false,
    });
    expect(await ruleOf(drafted(world, allegation.id))).toBe("finding.open_version_exists");

    const { id: incidentId } = await world.do("investigator", recordIncident, {
      ...PATTERN,
      title: world.marked("men taken at checkpoints"),
      summary: world.marked("over some weeks"),
      caseId: world.caseId,
    });
    const pattern = await anAllegation(world, { incidentId });
    expect(await ruleOf(drafted(world, pattern.id))).toBe("finding.incident_takes_count_only");
    expect(await ruleOf(drafted(world, pattern.id, { facet: "count" }))).toBe("done");
  });

  it("names reasonable grounds from level 4 on only", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const grounds = { standard: "reasonable_grounds" as const, determination: 3 as const };
    expect(await ruleOf(drafted(world, allegation.id, grounds))).toBe("standard below_standard_of_proof");
    const draft = await drafted(world, allegation.id);
    const amended = { ...findingFields(world, grounds), ...at(draft) };
    expect(await ruleOf(world.do("investigator", amendFinding, amended))).toBe(
      "standard below_standard_of_proof",
    );
  });

  it("is written on by its author alone", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const draft = await drafted(world, allegation.id);
    const input = { ...findingFields(world), ...at(draft) };
    expect(await ruleOf(world.do("investigator2", amendFinding, input))).toBe("finding.not_the_author");
    expect(await ruleOf(world.do("investigator2", submitFinding, at(draft)))).toBe("finding.not_the_author");
  });
});

describe("a finding is submitted", () => {
  it("not without a link", async () => {
    expect(await submits((await anAllegation(world)).id, { determination: 0 })).toBe("finding.no_links");
  });

  it("not without a dated search for evidence to the contrary", async () => {
    const { allegation } = await aSupportedAllegation(world, { facets: ["occurrence", "place", "time"] });
    const without = (facet: Facet, changes: object) => submits(allegation.id, { facet, ...changes });
    expect(await without("occurrence", { contrarySearch: "not_asked" })).toBe(
      "finding.contrary_search_not_logged",
    );
    expect(await without("place", { contrarySearch: "no" })).toBe("finding.contrary_search_not_logged");
    expect(await without("time", { contrarySearchOn: null })).toBe("finding.contrary_search_not_logged");
  });

  it("not while a supporting interview leaves open whether the witness was asked about contamination", async () => {
    const { allegation } = await aSupportedAllegation(world, {
      testimony: { heardBefore: heardAs("not_asked") },
    });
    expect(await submits(allegation.id)).toBe("finding.contamination_not_asked");
    const stated = await aSupportedAllegation(world, { testimony: { heardBefore: heardAs("no") } });
    expect(await submits(stated.allegation.id)).toBe("done");
  });

  it("though a contradiction comes from somebody who was not asked", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const denial = await anAccount(world, { testimony: { heardBefore: heardAs("not_asked") } });
    await linked(world, denial.id, allegation.id, { stance: "contradict" });
    expect(await submits(allegation.id)).toBe("done");
  });

  it("not without the consent of everyone it rests on to our own analysis", async () => {
    const { allegation, statement } = await aSupportedAllegation(world);
    const { testimonyId, testimonyVersion: version } = statement;
    const refusal = {
      consentInternal: "no" as const,
      consentExport: "no" as const,
      reason: "withdrawn by phone",
    };
    await world.do("protection_officer", setConsent, { testimonyId, version, ...refusal });
    const draft = await drafted(world, allegation.id, { determination: 0 });
    expect(await ruleOf(world.do("investigator", submitFinding, at(draft)))).toBe(
      "finding.consent_not_valid",
    );
    const { evidence, live } = await world.ask("investigator", readFinding, { findingId: draft.id });
    expect(evidence[0]?.weight).toMatchObject({ withdrawn: true, quality: 0 });
    expect(live.level).toBe(0);
  });
});

describe("a review", () => {
  it("returns with a comment, and the author writes, submits and is reviewed again", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const found = await taken(world, allegation.id);
    const back = await world.do("reviewer", returnFinding, { ...at(found), comment: "Who else was there?" });
    expect(await rowOf(back.id)).toMatchObject({ status: "returned", comment: "Who else was there?" });
    const more = { ...findingFields(world, { reasoning: "nobody else was" }), ...at(back) };
    const again = await world.do(
      "investigator",
      submitFinding,
      at(await world.do("investigator", amendFinding, more)),
    );
    const second = await world.do("reviewer2", takeFinding, asked(again));
    await world.do("reviewer2", approveFinding, at(second));
    expect(await rowOf(back.id)).toMatchObject({
      status: "approved",
      reviewerHumanId: world.person("reviewer2").humanId,
    });
  });

  it.each<[string, { facet?: Facet; violation?: "G1" | "C1"; childConcerned?: boolean }]>([
    ["an individual", { facet: "individual" }],
    ["a number of victims", { facet: "count" }],
    ["sexual violence", { violation: "G1" }],
    ["a child recruited", { violation: "C1" }],
    ["a child concerned", { childConcerned: true }],
  ])("asks for a second approver for %s", async (_, { facet = "occurrence", ...changes }) => {
    const allegation = await anAllegation(world, changes);
    const statement = await anAccount(world, { statement: { countBasis: "deduplicated_name_list" } });
    await linked(world, statement.id, allegation.id, { facets: [facet] });
    const found = await approved(world, allegation.id, { facet });
    expect(await rowOf(found.id)).toMatchObject({ status: "first_approved", needsSecond: true });
  });

  it("shows each person what they may do, and the rule against what they may not", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const { id: findingId } = await submitted(world, allegation.id);
    const may = async (person: "investigator" | "reviewer") =>
      (await world.ask(person, readFinding, { findingId })).may;
    expect((await may("reviewer")).take).toEqual({ allowed: true, rule: null });
    expect((await may("reviewer")).approve).toEqual({ allowed: false, rule: "finding.wrong_status" });
    expect((await may("investigator")).take).toEqual({ allowed: false, rule: "role.missing" });
    expect((await may("investigator")).submit).toEqual({ allowed: false, rule: "finding.wrong_status" });
  });
});

describe("the next version", () => {
  it("replaces an approved one when it is approved itself, and waits while the old one is contested", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const first = await approved(world, allegation.id);
    const other = await anAccount(world, { testimony: { people: [] } });
    await linked(world, other.id, allegation.id);
    const second = await approved(world, allegation.id, { determination: 4, author: "investigator2" });
    expect(await rowOf(first.id)).toMatchObject({ status: "superseded", determination: 2 });
    expect(await rowOf(second.id)).toMatchObject({ status: "approved", number: 2, determination: 4 });
    const denial = await anAccount(world);
    await linked(world, denial.id, allegation.id, { stance: "contradict" });
    expect((await rowOf(second.id)).status).toBe("contested");
    expect(await ruleOf(drafted(world, allegation.id))).toBe("finding.contested_waits_for_review");
  });
});

describe("what a finding is of", () => {
  it("stays the same act once it is considered; a note and that a child is concerned may be added", async () => {
    const incidentId = (await anIncident(world)).id;
    const fields = await allegationFields(world, { incidentId });
    const allegation = await anAllegation(world, { incidentId });
    const statement = await anAccount(world);
    await linked(world, statement.id, allegation.id);
    await submitted(world, allegation.id);
    const at = { allegationId: allegation.id, version: allegation.version };
    const amend = (changes: object) =>
      ruleOf(world.do("investigator", amendAllegation, { ...fields, ...at, ...changes }));
    expect(await amend({ violation: "K3" })).toBe("allegation.has_findings");
    expect(await amend({ wording: "something else" })).toBe("allegation.has_findings");
    const retract = world.do("investigator", retractAllegation, { ...at, reason: "made twice" });
    expect(await ruleOf(retract)).toBe("allegation.has_findings");
    expect(await amend({ note: "see the map", childConcerned: true })).toBe("done");
    const lower = { ...fields, ...at, version: 2, childConcerned: false };
    expect(await ruleOf(world.do("investigator", amendAllegation, lower))).toBe("allegation.has_findings");
  });

  it("is never drafted on an allegation of another case", async () => {
    const input = {
      ...findingFields(world),
      allegationId: (await anAllegation(world)).id,
      facet: "place" as const,
    };
    await expect(world.do("stranger", draftFinding, input)).rejects.toThrow("not found");
  });
});
