import { signedSize } from "#lib/testing/signed-size.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contestFinding } from "#lib/corroboration/commands/contest-finding.ts";
import { decideAppeal } from "#lib/corroboration/commands/decide-appeal.ts";
import { recordContradiction } from "#lib/contradictions/commands/record-contradiction.ts";
import { resolveEvidence } from "#lib/corroboration/commands/resolve-evidence.ts";
import { resolveFinding } from "#lib/corroboration/commands/resolve-finding.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { execute } from "#lib/core/execute.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { gradeSource } from "#lib/sources/commands/grade-source.ts";
import { amendTestimony } from "#lib/testimonies/commands/amend-testimony.ts";
import { answered } from "#lib/testing/specimens/consent.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { aSecondSenior, inPanel } from "#lib/testing/specimens/appeals.ts";
import { anActor } from "#lib/testing/specimens/actors.ts";
import { aStatementOf, anAllegation, linked } from "#lib/testing/specimens/corroboration.ts";
import { aReleasedTestimony, anExport, mayLeave } from "#lib/testing/specimens/exports.ts";
import { approved } from "#lib/testing/specimens/findings.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aLink } from "#lib/testing/specimens/links.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { anAcceptedTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aVictim } from "#lib/testing/specimens/victims.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { retractVictim } from "#lib/victims/commands/retract-victim.ts";
import { TABLES } from "./formats/csv/tables.ts";
import { bookOf } from "./formats/pdf/book.ts";
import { assembleDossier } from "./queries/assemble-dossier.ts";
import { previewExport } from "./queries/preview-export.ts";
import { dossierFaults } from "./rules/faults.ts";
import { testLabels } from "./testing/labels.ts";

/** A word that stands in what must stay and nowhere else in the world. */
const HIDDEN = "qzhidden";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

/** An accepted account of a graded witness, and the statement cut from it. */
async function anAccount(may: "go" | "stay", claim = "men were led to the canal") {
  const witnessId = (await aWitness(world)).id;
  const grade = { sourceId: null, witnessId, reliability: "B" as const, reason: "known" };
  await world.do("reviewer", gradeSource, grade);
  const { id: testimonyId } = await anAcceptedTestimony(world, { witnessId });
  if (may === "go") await mayLeave(world, testimonyId);
  else await answered(world, witnessId, { icc_proceedings: "no" });
  return { ...(await aStatementOf(world, testimonyId, { claim })), testimonyId };
}

async function assembled() {
  const { id: exportId } = await anExport(world);
  const { dossier } = await world.ask("legal_officer", assembleDossier, {
    exportId,
    size: await signedSize(),
  });
  expect(dossierFaults(dossier)).toEqual([]);
  return dossier;
}

const preview = () => world.ask("legal_officer", previewExport, { caseId: world.caseId });
const at = ({ id, version }: { id: string; version: number }) => ({ findingId: id, version });

/** An allegation that a released account supports and one that stays contradicts, decided in sight of both. */
async function aFindingAgainstWithheld() {
  const allegation = await anAllegation(world);
  await linked(world, (await anAccount("go")).id, allegation.id);
  const denial = await anAccount("stay", `${HIDDEN} denies it`);
  await linked(world, denial.id, allegation.id, { stance: "contradict" });
  const retold = `one saw it, ${HIDDEN} denies it`;
  return approved(world, allegation.id, {
    determination: 1,
    reasoning: retold,
    contrarySearchResult: retold,
  });
}

describe("a finding on which withheld material bears", () => {
  it("says that it is contradicted, by how much and by which rule, and carries no word that may retell it", async () => {
    const { code } = await aFindingAgainstWithheld();
    const dossier = await assembled();
    const kept = [{ stance: "contradict", rule: "consent.refused", count: 1 }];
    expect(dossier.findings).toMatchObject([
      { code, reasoning: null, withheldEvidence: kept, contrarySearch: { on: "2031-02-19", result: null } },
    ]);
    expect(dossier.withheld).toContainEqual(
      expect.objectContaining({ kind: "reasons", code, rule: "release.may_retell" }),
    );
    expect(dossier.contradictions).toEqual([]);
    expect(JSON.stringify(dossier)).not.toContain(HIDDEN);
    const { findings, withheld } = await preview();
    // For nobody in particular, the two answers of the account say why.
    const forNobody = [{ stance: "contradict", rule: "release.consent_export_no", count: 1 }];
    expect(findings).toMatchObject([{ code, withheldEvidence: forNobody }]);
    expect(withheld).toContainEqual(expect.objectContaining({ kind: "reasons", code }));
  });

  it("keeps its reasons where everything that bears on it goes, also against it", async () => {
    const allegation = await anAllegation(world);
    await linked(world, (await anAccount("go")).id, allegation.id);
    await linked(world, (await anAccount("go")).id, allegation.id, { stance: "contradict" });
    // What bears on another question of the same allegation is no reason.
    await linked(world, (await anAccount("stay")).id, allegation.id, { facets: ["place"] });
    await approved(world, allegation.id, { determination: 1, reasoning: "one saw it, one denies it" });
    const { findings, contradictions } = await assembled();
    expect(findings).toMatchObject([{ reasoning: "one saw it, one denies it", withheldEvidence: [] }]);
    expect(contradictions).toHaveLength(1);
  });

  it("keeps the reason of a resolution on the same question", async () => {
    const allegation = await anAllegation(world);
    await linked(world, (await anAccount("go")).id, allegation.id);
    await linked(world, (await anAccount("stay")).id, allegation.id);
    const { id: linkId, version } = await linked(world, (await anAccount("go")).id, allegation.id, {
      stance: "contradict",
    });
    const reason = `${HIDDEN} was nearer`;
    await world.do("reviewer", resolveEvidence, { linkId, version, reason });
    const dossier = await assembled();
    expect(dossier.contradictions).toMatchObject([{ resolution: { reason: null, role: "reviewer" } }]);
    expect(JSON.stringify(dossier)).not.toContain(HIDDEN);
  });
});

describe("a contradiction of two statements", () => {
  it("goes where both go, decided or not, and is named where one of them stays", async () => {
    const [one, two, three] = [await anAccount("go"), await anAccount("go"), await anAccount("stay", HIDDEN)];
    const between = (statementId: string, otherStatementId: string, note: string) =>
      world.do("investigator", recordContradiction, {
        caseId: world.caseId,
        statementId,
        otherStatementId,
        kind: "time",
        allegationId: null,
        facet: null,
        note,
      });
    const { code } = await between(one.id, two.id, "before dawn, and at noon");
    const kept = await between(one.id, three.id, `at dawn, and ${HIDDEN}`);
    const dossier = await assembled();
    expect(dossier.statementContradictions).toMatchObject([
      { code, kind: "time", state: "proposed", note: "before dawn, and at noon", reason: null },
    ]);
    expect(dossier.withheld).toContainEqual(
      expect.objectContaining({ kind: "contradiction", code: kept.code }),
    );
    expect(JSON.stringify(dossier)).not.toContain(HIDDEN);
  });
});

describe("a statement", () => {
  it("stays when it was cut from a version that nobody accepted yet", async () => {
    const { testimonyId } = await anAccount("go");
    const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
    const { version } = testimony;
    await world.do("investigator", amendTestimony, { testimonyId, version, reason: "a date was misheard" });
    const { code } = await aStatementOf(world, testimonyId, {
      claim: `${HIDDEN} came back`,
      testimonyNumber: 2,
    });
    const dossier = await assembled();
    expect(dossier.statements).toHaveLength(1);
    expect(JSON.stringify(dossier)).not.toContain(HIDDEN);
    expect(dossier.withheld).toContainEqual(
      expect.objectContaining({ kind: "statement", code, rule: "release.not_accepted" }),
    );
  });
});

describe("an allegation", () => {
  it("stays with its wording, its victim and its findings when every account of the act stays", async () => {
    const victim = await aVictim(world);
    const allegation = await anAllegation(world, {
      wording: `${HIDDEN} was taken away`,
      occurredWording: HIDDEN,
      victimId: victim.id,
    });
    await linked(world, (await anAccount("stay")).id, allegation.id);
    await linked(world, (await anAccount("go")).id, allegation.id, { facets: ["unit"] });
    const denial = await linked(world, (await anAccount("go")).id, allegation.id, { stance: "contradict" });
    const finding = await approved(world, allegation.id, { determination: 1 });
    const dossier = await assembled();
    expect([dossier.allegations, dossier.findings]).toEqual([[], []]);
    for (const expected of [
      { kind: "allegation", code: allegation.code, rule: "release.rests_on_withheld" },
      { kind: "finding", code: finding.code, rule: "release.rests_on_withheld" },
    ])
      expect(dossier.withheld).toContainEqual(expect.objectContaining(expected));
    expect(JSON.stringify(dossier)).not.toContain(HIDDEN);
    expect(JSON.stringify(dossier)).not.toContain("men of the quarter");
    expect(dossier.contradictions.map(({ code }) => code)).toEqual([denial.code]);
    expect((await preview()).withheld.map(({ code }) => code)).toContain(allegation.code);
  });

  it("goes when one account of the act goes, without the label of a victim that was taken back", async () => {
    const victim = await aVictim(world);
    const allegation = await anAllegation(world, { victimId: victim.id });
    await linked(world, (await anAccount("stay")).id, allegation.id);
    await linked(world, (await anAccount("go")).id, allegation.id);
    const [shown] = (await assembled()).allegations;
    expect(shown?.victim).toContain("men of the quarter");
    const { id: victimId, version } = victim;
    await world.do("investigator", retractVictim, { victimId, version, reason: "entered twice" });
    expect((await assembled()).allegations).toMatchObject([{ code: allegation.code, victim: null }]);
  });

  it("stays when nothing supports it", async () => {
    const { code } = await anAllegation(world);
    const { allegations, withheld } = await assembled();
    expect(allegations).toEqual([]);
    expect(withheld).toContainEqual(expect.objectContaining({ code, rule: "release.nothing_supports" }));
  });
});

describe("links and places", () => {
  it("go with their notes and dates between records that go, and no further", async () => {
    const [shown, hidden] = [await anAccount("go"), await anAccount("stay")];
    const { id: incidentId, code: incidentCode } = await anIncident(world);
    const { id: actorId, code: actorCode } = await anActor(world);
    const other = await anActor(world);
    const told = { role: "named_as_perpetrator", basis: "stated_in_account", note: "by his badge" } as const;
    const tie = await aLink(world, "testimony_suspect", shown.testimonyId, actorId, told);
    await aLink(world, "testimony_suspect", hidden.testimonyId, actorId, { ...told, note: HIDDEN });
    await aLink(world, "testimony_incident", shown.testimonyId, incidentId, { role: "describes" });
    const relation = await aLink(world, "actor_actor", actorId, other.id, {
      role: "part_of",
      basis: "analyst_assessment",
      heldEdtf: "2031-02",
      note: "until the spring",
    });
    const retold = { role: "direct", basis: "stated_in_account", note: `so says ${HIDDEN}` } as const;
    const suspected = await aLink(world, "incident_suspect", incidentId, actorId, retold);
    const dossier = await assembled();
    expect(JSON.stringify(dossier)).not.toContain(HIDDEN);
    const grounds = { basis: "stated_in_account", note: "by his badge" };
    const roles = dossier.actors.find(({ code }) => code === actorCode)?.allegedRoles ?? [];
    expect(roles.toSorted((a, b) => (a.inKind < b.inKind ? -1 : 1))).toMatchObject([
      { inKind: "incident", inCode: incidentCode, role: "direct", note: null },
      { inKind: "testimony", role: "named_as_perpetrator", ...grounds },
    ]);
    expect(dossier.testimonies[0]?.allegedSuspects).toMatchObject([{ actorCode, ...grounds }]);
    expect(dossier.links.map(({ code }) => code)).toEqual(
      expect.arrayContaining([tie.code, relation.code, suspected.code]),
    );
    expect(dossier.links).toHaveLength(4);
    expect(dossier.links).toContainEqual(
      expect.objectContaining({ note: "until the spring", held: { edtf: "2031-02", wording: null } }),
    );
    expect(dossier.withheld).toContainEqual(
      expect.objectContaining({ kind: "link_note", code: suspected.code }),
    );
  });

  it("name no place where an account was taken, unless somebody speaks of it", async () => {
    const [house, bridge] = [await aPlace(world), await aPlace(world)];
    for (const { id } of [house, bridge]) await aReleasedTestimony(world, { takenPlaceId: id });
    await aLink(world, "incident_place", (await anIncident(world)).id, bridge.id);
    const { places, testimonies, withheld } = await assembled();
    expect(places.map(({ code }) => code)).toEqual([bridge.code]);
    expect(JSON.stringify(testimonies)).not.toContain("village");
    expect(withheld).toContainEqual(
      expect.objectContaining({ kind: "place", code: house.code, rule: "release.interview_place" }),
    );
  });
});

describe("those who decided", () => {
  it("stand with the role in which they decided, whatever they are now", async () => {
    const allegation = await anAllegation(world);
    await linked(world, (await anAccount("go")).id, allegation.id);
    const { accountId } = world.person("reviewer");
    const become = async (role: "investigator" | "reviewer") => {
      const { rows } = await world.ask("administrator", listMembers, { caseId: world.caseId });
      for (const { id: memberId, version } of rows.filter(
        (row) => row.accountId === accountId && row.endedAt === null,
      ))
        await world.do("administrator", endMembership, { memberId, version, reason: "another part" });
      await world.do("administrator", admitMember, {
        caseId: world.caseId,
        accountId,
        role,
        expiresAt: null,
      });
      world.pass(1_000);
    };
    await become("investigator");
    await become("reviewer");
    await approved(world, allegation.id, { determination: 1 });
    world.pass(1_000);
    await become("investigator");
    const [finding] = (await assembled()).findings;
    expect(finding?.deciders.map(({ step, role }) => [step, role])).toEqual([
      ["submitted", "investigator"],
      ["reviewed", "reviewer"],
    ]);
  });

  it("settled a contested version where they did, and nobody is said to have submitted the next", async () => {
    const allegation = await anAllegation(world);
    await linked(world, (await anAccount("go")).id, allegation.id);
    const first = await approved(world, allegation.id, { determination: 1 });
    const contested = await world.do("legal_officer", contestFinding, {
      ...at(first),
      reason: "one or two?",
    });
    await world.do("senior_reviewer", resolveFinding, {
      ...at(contested),
      outcome: "approved",
      conflict: "no",
      reason: "looked at again",
      determination: 1,
      standard: "none",
      reasoning: "one",
    });
    const [finding] = (await assembled()).findings;
    expect(finding?.deciders.map(({ step, role }) => [step, role])).toEqual([
      ["resolved", "senior_reviewer"],
    ]);
  });

  it("set a level above the ceiling on appeal, and the data, the tables and the page say override", async () => {
    const allegation = await anAllegation(world);
    await linked(world, (await anAccount("go")).id, allegation.id);
    const first = await approved(world, allegation.id, { determination: 1 });
    const second = await aSecondSenior(world);
    const appeal = await inPanel(world, first.id, second);
    const vote = { appealId: appeal.id, outcome: "varied", determination: 4, standard: "none" } as const;
    const reasons = "two more saw it";
    const { version } = await execute(decideAppeal, second, { ...vote, reasons, version: appeal.version });
    await world.do("senior_reviewer", decideAppeal, { ...vote, reasons, version });
    expect((await preview()).findings).toMatchObject([{ determination: 4, isOverride: true }]);
    const dossier = await assembled();
    expect(dossier.findings).toMatchObject([{ level: 4, override: true }]);
    expect(dossier.findings[0]?.ceiling).toBeLessThan(4);
    expect(dossier.findings[0]?.deciders.map(({ step, role }) => [step, role])).toEqual([
      ["heard", "senior_reviewer"],
      ["heard", "senior_reviewer"],
    ]);
    const table = TABLES.find(({ name }) => name === "findings");
    expect(table?.rows(dossier)[0]?.at(-1)).toBe(true);
    const { sections } = bookOf(dossier, testLabels, "en");
    const page = JSON.stringify(sections.find(({ id }) => id === "findings"));
    expect(page).toContain(translatorFor("en", "dossier")("findings.overrideBadge"));
  });
});
