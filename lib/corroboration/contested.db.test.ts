import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents, evidenceLinks, findings } from "#db/schema/index.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import type { AuditEvent } from "#lib/core/audit-event.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { gradeSource } from "#lib/sources/commands/grade-source.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { setConsent } from "#lib/testimonies/commands/set-consent.ts";
import {
  aSupportedAllegation,
  anAccount,
  linked,
  statementFields,
} from "#lib/testing/specimens/corroboration.ts";
import { approved, asked, drafted } from "#lib/testing/specimens/findings.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { amendEvidence } from "./commands/amend-evidence.ts";
import { amendStatement } from "./commands/amend-statement.ts";
import { contestFinding } from "./commands/contest-finding.ts";
import { recordDependency } from "./commands/record-dependency.ts";
import { recordEvidence } from "./commands/record-evidence.ts";
import { resolveEvidence } from "./commands/resolve-evidence.ts";
import { resolveFinding } from "./commands/resolve-finding.ts";
import { retractDependency } from "./commands/retract-dependency.ts";
import { retractEvidence } from "./commands/retract-evidence.ts";
import { retractStatement } from "./commands/retract-statement.ts";
import { secondFinding } from "./commands/second-finding.ts";
import { readFinding } from "./queries/read-finding.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const rowOf = async (findingId: string) => {
  const [row] = await world.fresh.store.read.select().from(findings).where(eq(findings.id, findingId));
  if (!row) throw new Error("no such finding");
  return row;
};
const linkOf = async (linkId: string) => {
  const [row] = await world.fresh.store.read.select().from(evidenceLinks).where(eq(evidenceLinks.id, linkId));
  if (!row) throw new Error("no such link");
  return row;
};
const ruleOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error: unknown) => (error instanceof Refused || error instanceof Conflict ? error.rule : error),
  );
const lastEvents = async (count: number) => {
  const rows = await world.fresh.store.read.select({ body: auditEvents.body }).from(auditEvents);
  const events = rows.map(({ body }) => JSON.parse(body) as AuditEvent).toSorted((a, b) => a.seq - b.seq);
  return events.slice(-count);
};

/** Two independent first-hand accounts of one night: level 4, approved. */
async function anApprovedFour() {
  const { allegation, statement, link } = await aSupportedAllegation(world);
  const other = await anAccount(world, { testimony: { people: [] } });
  await linked(world, other.id, allegation.id);
  const found = await approved(world, allegation.id, { determination: 4, standard: "reasonable_grounds" });
  expect(await rowOf(found.id)).toMatchObject({ status: "approved", ceiling: 4, contested: false });
  return { allegation, statement, link, other, findingId: found.id };
}

describe("an approved finding becomes contested in the transaction of its cause", () => {
  it("by a new contradiction, with one entry of its own in the same human act", async () => {
    const { allegation, findingId } = await anApprovedFour();
    const denial = await anAccount(world);
    await linked(world, denial.id, allegation.id, { stance: "contradict" });
    expect(await rowOf(findingId)).toMatchObject({
      status: "contested",
      contestReason: "finding.new_contradiction",
      determination: 4,
      ceiling: 4, // what it was at its approval
    });
    const events = await lastEvents(2);
    expect(events.map((event) => event.act)).toEqual(["finding.recheck", "evidence.record"]);
    expect(events[0]?.rules).toEqual(["finding.new_contradiction"]);
    expect(new Set(events.map((event) => event.req)).size).toBe(1);
  });

  it("and is not, when the cause is undone half-way", async () => {
    const { allegation, findingId } = await anApprovedFour();
    const denial = await anAccount(world);
    await linked(world, denial.id, allegation.id, { facets: ["place"] });
    const twice = {
      caseId: world.caseId,
      statementId: denial.id,
      allegationId: allegation.id,
      rationale: "no",
    };
    // The second facet is linked already: the first one's contradiction goes with it.
    const act = world.do("investigator", recordEvidence, {
      ...twice,
      facets: ["occurrence", "place"],
      stance: "contradict",
    });
    await expect(act).rejects.toThrow(Conflict);
    expect((await rowOf(findingId)).status).toBe("approved");
  });

  it("by a downgrade of a witness", async () => {
    const { statement, findingId } = await anApprovedFour();
    const grade = { sourceId: null, witnessId: statement.witnessId, reason: "caught lying about the date" };
    await world.do("reviewer2", gradeSource, { ...grade, reliability: "E" });
    expect(await rowOf(findingId)).toMatchObject({
      status: "contested",
      contestReason: "finding.ceiling_fell",
    });
    expect((await lastEvents(1))[0]?.act).toBe("source.grade");
  });

  it("by a lower grade of a statement, whose words stay as they are", async () => {
    const { statement, findingId } = await anApprovedFour();
    const ends = { statementId: statement.id, version: statement.version };
    const other = { ...statementFields(world, { claim: "something else" }), ...ends };
    expect(await ruleOf(world.do("investigator", amendStatement, other))).toBe("statement.feeds_finding");
    await world.do("investigator", amendStatement, {
      ...statementFields(world, { plausibility: 5 }),
      ...ends,
    });
    expect((await rowOf(findingId)).contestReason).toBe("finding.ceiling_fell");
  });

  it("by the retraction of a statement or of a link", async () => {
    const first = await anApprovedFour();
    const { id: statementId, version } = first.statement;
    await world.do("investigator", retractStatement, { statementId, version, reason: "cut twice" });
    expect((await rowOf(first.findingId)).status).toBe("contested");
    const second = await anApprovedFour();
    const link = { linkId: second.link.id, version: second.link.version, reason: "another night" };
    await world.do("investigator", retractEvidence, link);
    expect((await rowOf(second.findingId)).status).toBe("contested");
  });

  it("by the withdrawal of consent, or of a testimony", async () => {
    const first = await anApprovedFour();
    const { testimonyId, testimonyVersion: version } = first.statement;
    const answers = { consentInternal: "no" as const, consentExport: "no" as const, reason: "by telephone" };
    await world.do("protection_officer", setConsent, { testimonyId, version, ...answers });
    expect(await rowOf(first.findingId)).toMatchObject({
      status: "contested",
      contestReason: "finding.ceiling_fell",
    });
    const second = await anApprovedFour();
    const gone = { testimonyId: second.other.testimonyId, version: second.other.testimonyVersion };
    await world.do("investigator", retractTestimony, {
      ...gone,
      reason: "made up, by the witness's own word",
    });
    expect((await rowOf(second.findingId)).status).toBe("contested");
  });

  it("by a tie that makes one origin of two", async () => {
    const { statement, other, findingId } = await anApprovedFour();
    const ends = { statementId: statement.id, otherStatementId: other.id };
    await world.do("investigator", recordDependency, {
      ...ends,
      caseId: world.caseId,
      kind: "relay_naming_origin",
      note: null,
    });
    expect((await rowOf(findingId)).contestReason).toBe("finding.ceiling_fell");
  });

  it("by a reasoned challenge of anyone on the case, but only once", async () => {
    const { findingId } = await anApprovedFour();
    const { version } = await rowOf(findingId);
    const challenge = { findingId, version, reason: "two fires or one?" };
    const { version: next } = await world.do("protection_officer", contestFinding, challenge);
    expect(await rowOf(findingId)).toMatchObject({ status: "contested", contestReason: "two fires or one?" });
    const again = world.do("legal_officer", contestFinding, { ...challenge, version: next });
    expect(await ruleOf(again)).toBe("finding.wrong_status");
    const shown = await world.ask("legal_officer", readFinding, { findingId });
    expect(shown.contest).toEqual({ rule: null, words: "two fires or one?" });
  });

  it("and stays approved when support is added or a weak voice denies", async () => {
    const { allegation, findingId } = await anApprovedFour();
    await linked(world, (await anAccount(world)).id, allegation.id);
    const rumour = await anAccount(world, { statement: { basis: "B5" } });
    await linked(world, rumour.id, allegation.id, { stance: "contradict" });
    expect((await rowOf(findingId)).status).toBe("approved");
    expect((await lastEvents(1))[0]?.act).toBe("evidence.record"); // nothing moved, nothing more to log
  });
});

describe("a contradiction", () => {
  const contradicted = async () => {
    const { allegation } = await aSupportedAllegation(world);
    const other = await anAccount(world, { testimony: { people: [] } });
    await linked(world, other.id, allegation.id);
    const denial = await anAccount(world, { as: "investigator2" });
    const link = await linked(world, denial.id, allegation.id, { stance: "contradict", as: "investigator" });
    return { allegation, denial, link };
  };

  it("caps the level at 3 until it is resolved, and is never taken away", async () => {
    const { allegation, denial, link } = await contradicted();
    const draft = await drafted(world, allegation.id, { determination: 3 });
    expect(await rowOf(draft.id)).toMatchObject({ ceiling: 3, contested: true });
    const at = { linkId: link.id, version: link.version };
    expect(await ruleOf(world.do("investigator", retractEvidence, { ...at, reason: "inconvenient" }))).toBe(
      "evidence.contradiction_stays",
    );
    const softer = { ...at, stance: "context" as const, rationale: "only background" };
    expect(await ruleOf(world.do("investigator", amendEvidence, softer))).toBe(
      "evidence.contradiction_stays",
    );
    const { id: statementId, version } = denial;
    const cut = world.do("investigator", retractStatement, { statementId, version, reason: "inconvenient" });
    expect(await ruleOf(cut)).toBe("statement.contradicts");
    await world.do("reviewer", resolveEvidence, { ...at, reason: "speaks of the bridge" });
    expect(await rowOf(draft.id)).toMatchObject({ ceiling: 4, contested: false });
    expect(await linkOf(link.id)).toMatchObject({
      stance: "contradict",
      resolutionReason: "speaks of the bridge",
    });
    const again = world.do("reviewer2", resolveEvidence, { ...at, version: 2, reason: "again" });
    expect(await ruleOf(again)).toBe("evidence.already_resolved");
  });

  it("whose witness withdrew consent counts for nothing, and only then may its link be retracted", async () => {
    const { allegation, denial, link } = await contradicted();
    const draft = await drafted(world, allegation.id, { determination: 3 });
    const { testimonyId, testimonyVersion: version } = denial;
    const answers = { consentInternal: "no" as const, consentExport: "no" as const, reason: "by telephone" };
    await world.do("protection_officer", setConsent, { testimonyId, version, ...answers });
    expect(await rowOf(draft.id)).toMatchObject({ ceiling: 4, contested: false });
    const gone = { linkId: link.id, version: link.version, reason: "consent withdrawn" };
    expect(await ruleOf(world.do("investigator", retractEvidence, gone))).toBe("done");
  });

  it("is not resolved by who linked it, who wrote the testimony or who wrote the finding", async () => {
    const { allegation, link } = await contradicted();
    for (const person of ["investigator", "investigator2", "legal_officer"] as const) {
      const role = "reviewer" as const;
      await world.do("administrator", admitMember, {
        caseId: world.caseId,
        accountId: world.person(person).accountId,
        role,
        expiresAt: null,
      });
    }
    await world.do("administrator", admitMember, {
      caseId: world.caseId,
      accountId: world.person("legal_officer").accountId,
      role: "investigator",
      expiresAt: null,
    });
    await drafted(world, allegation.id, { author: "legal_officer", determination: 3 });
    const by = (person: PersonKey) =>
      ruleOf(world.do(person, resolveEvidence, { linkId: link.id, version: link.version, reason: "no" }));
    expect(await by("investigator")).toBe("evidence.resolver_is_author");
    expect(await by("investigator2")).toBe("evidence.resolver_wrote_testimony");
    expect(await by("legal_officer")).toBe("evidence.resolver_wrote_finding");
    expect(await by("reviewer")).toBe("done");
  });

  it("that a finding was approved in the face of re-opens its review when it is resolved", async () => {
    const { allegation, link } = await contradicted();
    const found = await approved(world, allegation.id, { determination: 3 });
    expect(await rowOf(found.id)).toMatchObject({ status: "approved", contested: true });
    await world.do("reviewer2", resolveEvidence, {
      linkId: link.id,
      version: link.version,
      reason: "the bridge",
    });
    expect(await rowOf(found.id)).toMatchObject({
      status: "contested",
      contestReason: "finding.contradiction_settled",
    });
  });
});

describe("a version under review", () => {
  it("keeps the new answer, so that whoever read the old one is asked to look again", async () => {
    const { allegation } = await aSupportedAllegation(world, { facets: ["individual"] });
    const found = await approved(world, allegation.id, { facet: "individual" });
    const more = await anAccount(world, { statement: { identification: "insider" } });
    await linked(world, more.id, allegation.id, { facets: ["individual"] });
    expect(await ruleOf(world.do("reviewer2", secondFinding, asked(found)))).toBe("stale");
    expect((await rowOf(found.id)).ceiling).toBe(4);
  });

  it("loses nothing by a tie taken back: the level rises again", async () => {
    const { allegation, statement } = await aSupportedAllegation(world);
    const other = await anAccount(world, { testimony: { people: [] } });
    await linked(world, other.id, allegation.id);
    const ends = { caseId: world.caseId, statementId: statement.id, otherStatementId: other.id, note: null };
    const tie = await world.do("investigator", recordDependency, { ...ends, kind: "discussed_facet" });
    const draft = await drafted(world, allegation.id);
    expect((await rowOf(draft.id)).ceiling).toBe(2);
    await world.do("reviewer", retractDependency, {
      dependencyId: tie.id,
      version: tie.version,
      reason: "others",
    });
    expect((await rowOf(draft.id)).ceiling).toBe(4);
  });
});

describe("a contested finding", () => {
  const contestedFour = async () => {
    const made = await anApprovedFour();
    const { version } = await rowOf(made.findingId);
    const challenge = { findingId: made.findingId, version, reason: "two fires or one?" };
    return { ...made, contested: await world.do("legal_officer", contestFinding, challenge) };
  };
  const settle = (of: { id: string; version: number }) => ({
    findingId: of.id,
    version: of.version,
    reason: "looked again",
  });
  const settled = (of: { id: string; version: number }) => ({ ...settle(of), conflict: "no" as const });
  const concluded = { standard: "none", reasoning: "one fire was seen" } as const;

  it("is settled by a reviewer who did not approve it: the next version stands, the old one is superseded", async () => {
    const { contested, findingId } = await contestedFour();
    const input = {
      ...settled(contested),
      outcome: "approved" as const,
      determination: 3,
      ...concluded,
    } as const;
    expect(await ruleOf(world.do("reviewer", resolveFinding, input))).toBe("finding.resolver_is_approver");
    const next = await world.do("reviewer2", resolveFinding, input);
    expect(await rowOf(findingId)).toMatchObject({ status: "superseded", determination: 4 });
    expect(await rowOf(next.id)).toMatchObject({
      status: "approved",
      number: 2,
      determination: 3,
      ceiling: 4,
    });
    const { versions } = await world.ask("legal_officer", readFinding, { findingId: next.id });
    expect(versions.map(({ number, status }) => [number, status])).toEqual([
      [2, "approved"],
      [1, "superseded"],
    ]);
  });

  it("is not settled twice at once", async () => {
    const { contested } = await contestedFour();
    const input = {
      ...settled(contested),
      outcome: "approved" as const,
      determination: 3,
      ...concluded,
    } as const;
    const both = await Promise.allSettled(
      (["reviewer2", "senior_reviewer"] as const).map((person) => world.do(person, resolveFinding, input)),
    );
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("is withdrawn for good", async () => {
    const { contested, findingId } = await contestedFour();
    await world.do("reviewer2", resolveFinding, { ...settle(contested), outcome: "withdrawn" });
    expect(await rowOf(findingId)).toMatchObject({ status: "withdrawn", comment: "looked again" });
  });

  it("is refuted only when the contradictions carry it, and by two", async () => {
    const { allegation, contested, findingId } = await contestedFour();
    const refute = {
      ...settled(contested),
      outcome: "refuted" as const,
      reasoning: "nobody was there that night",
    };
    expect(await ruleOf(world.do("reviewer2", resolveFinding, refute))).toBe(
      "finding.refutation_not_proposed",
    );
    for (const people of [undefined, []]) {
      const denial = await anAccount(world, { testimony: people ? { people } : {} });
      await linked(world, denial.id, allegation.id, { stance: "contradict" });
    }
    const next = await world.do("reviewer2", resolveFinding, refute);
    expect((await rowOf(findingId)).status).toBe("contested"); // until the second approver agrees
    expect(await rowOf(next.id)).toMatchObject({
      status: "first_approved",
      conclusion: "refuted",
      needsSecond: true,
    });
    expect(await ruleOf(world.do("reviewer", secondFinding, asked(next)))).toBe(
      "finding.resolver_is_approver",
    );
    await world.do("senior_reviewer", secondFinding, asked(next));
    expect((await rowOf(next.id)).status).toBe("refuted");
    expect((await rowOf(findingId)).status).toBe("superseded");
  });
});
