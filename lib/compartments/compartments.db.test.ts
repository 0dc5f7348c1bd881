import { signedSize } from "#lib/testing/signed-size.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { downloadExport } from "#lib/exports/commands/download-export.ts";
import { assembleDossier } from "#lib/exports/queries/assemble-dossier.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { retractEvidence } from "#lib/corroboration/commands/retract-evidence.ts";
import { corroborationOfTestimony } from "#lib/corroboration/queries/corroboration-of-testimony.ts";
import { listStatementsOf } from "#lib/corroboration/queries/list-statements-of.ts";
import { amendTestimony } from "#lib/testimonies/commands/amend-testimony.ts";
import { saveTestimony } from "#lib/testimonies/commands/save-testimony.ts";
import { listWitnesses } from "#lib/witnesses/queries/list-witnesses.ts";
import { readFinding } from "#lib/corroboration/queries/read-finding.ts";
import { readStatement } from "#lib/corroboration/queries/read-statement.ts";
import { readAllegation } from "#lib/corroboration/queries/read-allegation.ts";
import { LINK_KINDS } from "#lib/links/words.ts";
import { findAnything } from "#lib/search/queries/find-anything.ts";
import { listTestimonies } from "#lib/testimonies/queries/list-testimonies.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { readWitness } from "#lib/witnesses/queries/read-witness.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { notices } from "#db/schema/index.ts";
import { anAssignment } from "#lib/testing/specimens/assignments.ts";
import { aComment } from "#lib/testing/specimens/comments.ts";
import { aClearance, aCompartment } from "#lib/testing/specimens/compartments.ts";
import { permitted } from "#lib/testing/specimens/contact.ts";
import { aStatementOf, aSupportedAllegation, linked } from "#lib/testing/specimens/corroboration.ts";
import { anApprovedExport, anExport, aReleasedTestimony } from "#lib/testing/specimens/exports.ts";
import { drafted } from "#lib/testing/specimens/findings.ts";
import { aTestimony, testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { approveClearance } from "./commands/approve-clearance.ts";
import { approveLift } from "./commands/approve-lift.ts";
import { endClearance } from "./commands/end-clearance.ts";
import { placeRecord } from "./commands/place-record.ts";
import { proposeClearance } from "./commands/propose-clearance.ts";
import { proposeLift } from "./commands/propose-lift.ts";
import { explainSight } from "./queries/explain-sight.ts";

const [SEXUAL_VIOLENCE, CHILDREN] = [1, 2];
const reason = "it is to be kept apart";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const place = (recordId: string, add: number, as: PersonKey = "investigator") =>
  world.do(as, placeRecord, { recordId, add, reason });
const hears = (as: PersonKey, testimonyId: string) => soundOf(world.ask(as, readTestimony, { testimonyId }));

/** An account with all that can rest on it. */
async function aWeb() {
  const { statement, allegation } = await aSupportedAllegation(world);
  const finding = await drafted(world, allegation.id);
  return { ...statement, allegationId: allegation.id, findingId: finding.id };
}

/** What somebody hears of each part of it. */
const heardOf = (as: PersonKey, web: Awaited<ReturnType<typeof aWeb>>) =>
  Promise.all([
    hears(as, web.testimonyId),
    soundOf(world.ask(as, readStatement, { statementId: web.id })),
    soundOf(world.ask(as, readAllegation, { allegationId: web.allegationId })),
    soundOf(world.ask(as, readFinding, { findingId: web.findingId })),
  ]);
const [ALL, NOTHING] = [Array(4).fill("answered"), Array(4).fill("NotFound")];

it("finds an account always at the first end of its links", () => {
  for (const { to } of Object.values(LINK_KINDS)) expect(to).not.toBe("testimony");
});

describe("a record in a compartment", () => {
  it("takes all that rests on it along, and leaves with it", async () => {
    const web = await aWeb();
    expect(await heardOf("reviewer", web)).toEqual(ALL);
    await place(web.witnessId, SEXUAL_VIOLENCE);
    expect(await heardOf("reviewer", web)).toEqual(NOTHING);
    expect(await heardOf("investigator", web), "whoever put it there sees it no more either").toEqual(
      NOTHING,
    );
    expect(await soundOf(world.ask("reviewer", readWitness, { witnessId: web.witnessId }))).toBe("NotFound");
    await aClearance(world, "senior_reviewer", SEXUAL_VIOLENCE);
    expect(await heardOf("senior_reviewer", web)).toEqual(ALL);
  });

  it("carries it on to what is made of it later", async () => {
    const web = await aWeb();
    for (const one of ["investigator", "senior_reviewer"] as const)
      await aClearance(world, one, SEXUAL_VIOLENCE);
    await permitted(world, web.witnessId, "interview");
    await place(web.witnessId, SEXUAL_VIOLENCE);
    const more = await aTestimony(world, { witnessId: web.witnessId });
    expect(await hears("reviewer", more.id)).toBe("NotFound");
    const other = (await aSupportedAllegation(world)).allegation;
    expect(await soundOf(world.ask("reviewer", readAllegation, { allegationId: other.id }))).toBe("answered");
    await linked(world, (await aStatementOf(world, web.testimonyId)).id, other.id, { facets: ["place"] });
    expect(await soundOf(world.ask("reviewer", readAllegation, { allegationId: other.id }))).toBe("NotFound");
  });

  it("needs a clearance for each of its compartments", async () => {
    const { id } = await aTestimony(world);
    await place(id, SEXUAL_VIOLENCE | CHILDREN);
    await aClearance(world, "reviewer", SEXUAL_VIOLENCE);
    expect(await hears("reviewer", id)).toBe("NotFound");
    const { clearanceId, version } = await aClearance(world, "reviewer", CHILDREN);
    expect(await hears("reviewer", id)).toBe("answered");
    await world.do("administrator", endClearance, { clearanceId, version, reason });
    expect(await hears("reviewer", id)).toBe("NotFound");
  });

  it("is seen until the clearance runs out", async () => {
    const { id } = await aTestimony(world);
    await place(id, CHILDREN);
    await aClearance(world, "reviewer", CHILDREN, (world.now() + 60_000) as never);
    expect(await hears("reviewer", id)).toBe("answered");
    world.pass(60_000);
    expect(await hears("reviewer", id)).toBe("NotFound");
    await aClearance(world, "reviewer", CHILDREN);
    expect(await hears("reviewer", id)).toBe("answered");
  });

  it("is found by word and by code by those alone who are cleared", async () => {
    const { id, code } = await aTestimony(world, { title: "an unheard-of quetzal" });
    const found = async (as: PersonKey) => {
      const [byWord, byCode] = [
        await world.ask(as, findAnything, { text: "quetzal" }),
        await world.ask(as, findAnything, { text: code }),
      ];
      return [byWord.names.hits.length, byCode.exact?.id ?? null];
    };
    expect(await found("reviewer")).toEqual([1, id]);
    await place(id, CHILDREN);
    expect(await found("reviewer")).toEqual([0, null]);
    await aClearance(world, "reviewer", CHILDREN);
    expect(await found("reviewer")).toEqual([1, id]);
  });

  it("is in no list and no count, and its sight is explained to those alone who have it", async () => {
    const { id } = await aTestimony(world);
    const counted = async (as: PersonKey) =>
      (await world.ask(as, listTestimonies, { caseId: world.caseId, page: {} })).total;
    const before = await counted("reviewer");
    await place(id, CHILDREN);
    expect(await counted("reviewer")).toBe(before - 1);
    await aClearance(world, "senior_reviewer", CHILDREN);
    expect(await counted("senior_reviewer")).toBe(before);
    expect(await soundOf(world.ask("reviewer", explainSight, { recordId: id }))).toBe("NotFound");
    const { people } = await world.ask("senior_reviewer", explainSight, { recordId: id });
    expect(people.map(({ accountId }) => accountId)).toEqual([world.person("senior_reviewer").accountId]);
    expect(people[0]?.clearances).toEqual([{ bit: CHILDREN, until: null }]);
  });

  it("is given to nobody, and nobody is called to it or told of it, who is not cleared", async () => {
    const { id: recordId } = await aTestimony(world);
    await anAssignment(world, "reviewer2", recordId);
    await place(recordId, CHILDREN);
    await aClearance(world, "investigator", CHILDREN);
    const told = () => world.fresh.store.read.$count(notices);
    const before = await told();
    expect(await soundOf(anAssignment(world, "reviewer", recordId))).toContain("not_a_member");
    expect(await soundOf(aComment(world, { recordId, mentions: ["reviewer"] }))).toContain("not_a_member");
    await aComment(world, { recordId });
    expect(await told(), "whoever has it is told of what is said, but for this").toBe(before);
    await aClearance(world, "reviewer2", CHILDREN);
    await aComment(world, { recordId, mentions: ["reviewer2"] });
    expect(await told()).toBe(before + 1);
  });

  it("is not named by what is open beside it", async () => {
    const web = await aWeb();
    const open = await aWeb();
    await linked(world, open.id, web.allegationId, { facets: ["place"] });
    await place(web.testimonyId, CHILDREN);
    const named = [
      await world.ask("reviewer", corroborationOfTestimony, { testimonyId: open.testimonyId }),
      await world.ask("reviewer", listStatementsOf, { testimonyId: open.testimonyId }),
      await world.ask("reviewer", listTestimonies, { caseId: world.caseId, page: {} }),
      await world.ask("reviewer", listWitnesses, { caseId: world.caseId, page: {} }),
    ];
    for (const hidden of [web.allegationId, web.findingId, web.testimonyId])
      expect(JSON.stringify(named)).not.toContain(hidden);
  });

  it("closes an account as soon as a draft of it names a closed witness", async () => {
    const open = await aWeb();
    const { witnessId } = await aWeb();
    await permitted(world, witnessId, "interview");
    await place(witnessId, CHILDREN);
    await aClearance(world, "investigator", CHILDREN);
    const reason = "the witness is another";
    const { version } = await world.do("investigator", amendTestimony, {
      testimonyId: open.testimonyId,
      version: open.testimonyVersion,
      reason,
    });
    const fields = await testimonyFields(world, { witnessId });
    const { id, ...draft } = { id: open.testimonyId, ...fields };
    await world.do("investigator", saveTestimony, { ...draft, testimonyId: id, version } as never);
    expect(await heardOf("reviewer", open)).toEqual(NOTHING);
  });

  it("leaves a compartment by two people alone, whatever else is done to it", async () => {
    const [first, second] = [await aCompartment(world), await aCompartment(world)];
    for (const one of ["investigator", "protection_officer"] as const)
      for (const bit of [first, second]) await aClearance(world, one, bit);
    await aClearance(world, "reviewer", second);
    const { allegation, link, statement } = await aSupportedAllegation(world);
    await place(statement.testimonyId, first);
    await world.do("investigator", retractEvidence, { linkId: link.id, version: 1, reason });
    const other = await aWeb();
    await place(other.testimonyId, second);
    await linked(world, other.id, allegation.id, { facets: ["place"] });
    expect(await soundOf(world.ask("reviewer", readAllegation, { allegationId: allegation.id }))).toBe(
      "NotFound",
    );
  });

  it("is not seen again by who comes back to the case, until they are cleared anew", async () => {
    const { id } = await aTestimony(world);
    await place(id, CHILDREN);
    await aClearance(world, "reviewer", CHILDREN);
    const { accountId } = world.person("reviewer");
    const { rows } = await world.ask("administrator", listMembers, { caseId: world.caseId });
    const member = rows.find((row) => row.accountId === accountId);
    const ended = { memberId: member?.id ?? "", version: member?.version ?? 0, reason };
    await world.do("administrator", endMembership, ended);
    const back = { caseId: world.caseId, accountId, role: "senior_reviewer" as const, expiresAt: null };
    await world.do("administrator", admitMember, back);
    expect(await hears("reviewer", id)).toBe("NotFound");
    await aClearance(world, "reviewer", CHILDREN);
    expect(await hears("reviewer", id)).toBe("answered");
  });

  it("leaves in no file, and no bag that holds it is handed out", async () => {
    const { id } = await aReleasedTestimony(world);
    const held = await anApprovedExport(world, [id]);
    const other = await anExport(world);
    world.pass(1);
    await aClearance(world, "legal_officer", CHILDREN);
    await place(id, CHILDREN);
    const { dossier } = await world.ask("legal_officer", assembleDossier, {
      exportId: other.id,
      size: await signedSize(),
    } as never);
    expect(JSON.stringify(dossier)).not.toContain(id);
    expect(await soundOf(world.do("legal_officer", downloadExport, { exportId: held.id }))).toBe(
      "Conflict export.consent_changed",
    );
  });
});

describe("two people", () => {
  const asked = () => ({
    caseId: world.caseId,
    accountId: world.person("reviewer").accountId,
    compartment: CHILDREN,
    expiresAt: null,
    reason,
  });

  it("clear somebody for a sensitive compartment: until then they see nothing", async () => {
    const { id } = await aTestimony(world);
    await place(id, CHILDREN);
    const { id: clearanceId, version } = await world.do("administrator", proposeClearance, asked());
    expect(await hears("reviewer", id)).toBe("NotFound");
    const approve = (as: PersonKey) => soundOf(world.do(as, approveClearance, { clearanceId, version }));
    expect(await approve("administrator")).toBe("Refused clearance.second_person");
    const both = await Promise.all([approve("protection_officer"), approve("protection_officer")]);
    expect(both.toSorted()).toEqual(["Conflict clearance.decided", "answered"]);
    expect(await hears("reviewer", id)).toBe("answered");
  });

  it("clear nobody who does not work on the case, and nobody twice", async () => {
    const stranger = { ...asked(), accountId: world.person("newcomer").accountId };
    expect(await soundOf(world.do("administrator", proposeClearance, stranger))).toContain("no_colleague");
    await world.do("administrator", proposeClearance, asked());
    expect(await soundOf(world.do("administrator", proposeClearance, asked()))).toBe(
      "Conflict clearance.held",
    );
    const unknown = { ...asked(), compartment: 64 };
    expect(await soundOf(world.do("administrator", proposeClearance, unknown))).toContain("compartment");
  });

  it("take a record out, and it stays where something else holds it", async () => {
    const [bit, web] = [await aCompartment(world), await aWeb()];
    for (const one of ["protection_officer", "senior_reviewer"] as const) await aClearance(world, one, bit);
    await place(web.testimonyId, bit);
    const lift = { recordId: web.testimonyId, remove: bit, reason };
    const { id: placementId, version } = await world.do("protection_officer", proposeLift, lift);
    const approve = (as: PersonKey) => soundOf(world.do(as, approveLift, { placementId, version }));
    expect(await approve("protection_officer")).toBe("Refused compartment.second_person");
    expect(await heardOf("reviewer", web)).toEqual(NOTHING);
    expect(await approve("senior_reviewer")).toBe("answered");
    expect(await heardOf("reviewer", web)).toEqual(ALL);
    expect(await approve("senior_reviewer")).toBe("Conflict compartment.lift_over");

    await place(web.witnessId, bit);
    expect(await heardOf("reviewer", web)).toEqual(NOTHING);
    expect(await soundOf(world.do("protection_officer", proposeLift, lift))).toBe(
      "Conflict compartment.is_not_there",
    );
  });

  it("approve what was proposed and nothing else", async () => {
    const bit = await aCompartment(world);
    const { id } = await aTestimony(world);
    for (const one of ["protection_officer", "senior_reviewer", "investigator"] as const)
      await aClearance(world, one, bit);
    await place(id, bit);
    const lift = { recordId: id, remove: bit, reason };
    const { id: placementId, version } = await world.do("protection_officer", proposeLift, lift);
    const another = await aCompartment(world);
    for (const one of ["protection_officer", "senior_reviewer"] as const)
      await aClearance(world, one, another);
    await place(id, another);
    const late = world.do("senior_reviewer", approveLift, { placementId, version });
    expect(await soundOf(late)).toBe("Conflict compartment.changed");
  });
});
