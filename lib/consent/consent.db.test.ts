import { signedSize } from "#lib/testing/signed-size.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { downloadExport } from "#lib/exports/commands/download-export.ts";
import { finishExport } from "#lib/exports/commands/finish-export.ts";
import { assembleDossier } from "#lib/exports/queries/assemble-dossier.ts";
import { previewExport } from "#lib/exports/queries/preview-export.ts";
import { readFinding } from "#lib/corroboration/queries/read-finding.ts";
import type { Purpose } from "#lib/release/vocabulary.ts";
import { answered, sitting } from "#lib/testing/specimens/consent.ts";
import { aSupportedAllegation } from "#lib/testing/specimens/corroboration.ts";
import { anApprovedExport, anExport, aReadyExport, mayLeave } from "#lib/testing/specimens/exports.ts";
import { approved } from "#lib/testing/specimens/findings.ts";
import { assessed } from "#lib/testing/specimens/risk.ts";
import { aRecipient } from "#lib/testing/specimens/recipients.ts";
import { anAcceptedTestimony, aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { setConsent } from "#lib/testimonies/commands/set-consent.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { approveConsent } from "./commands/approve-consent.ts";
import { recordConsent } from "./commands/record-consent.ts";
import { withdrawConsent } from "./commands/withdraw-consent.ts";
import { foreseeWithdrawal } from "./queries/foresee-withdrawal.ts";
import { readConsent } from "./queries/read-consent.ts";
import { CELL_KEYS } from "./words.ts";

const DAY_MS = 86_400_000;

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const read = (witnessId: string, as: PersonKey = "investigator") => world.ask(as, readConsent, { witnessId });
const withdraw = async (witnessId: string, cells: string[] | null = null) =>
  world.do("protection_officer", withdrawConsent, { witnessId, seen: (await read(witnessId)).seen, cells });
const standing = async (witnessId: string, key: string) => {
  const { cells } = await read(witnessId);
  const cell = cells.find((one) => one.key === key);
  return {
    answer: cell?.standing[0]?.answer ?? null,
    form: cell?.standing[0]?.form ?? null,
    waits: cell?.waiting.length,
  };
};

/** An accepted account of somebody who answered, a court that may be given it, and an export for that court. */
async function anAccountForTheCourt(changes: Parameters<typeof answered>[2] = {}) {
  const { id: witnessId } = await aWitness(world, "adult");
  await answered(world, witnessId, changes);
  const testimony = await anAcceptedTestimony(world, { witnessId });
  await mayLeave(world, testimony.id);
  const court = await aRecipient(world);
  const to = { recipientId: court.id, purpose: "proceedings" as const };
  return { witnessId, testimonyId: testimony.id, court, to };
}

/** The rule that keeps an account from the court, or null when it goes. */
async function keptBy({
  testimonyId,
  to,
}: {
  testimonyId: string;
  to: { recipientId: string; purpose: Purpose };
}) {
  const { caseId } = world;
  const { testimonies, withheld } = await world.ask("legal_officer", previewExport, { caseId, to });
  if (testimonies.some(({ id }) => id === testimonyId)) return null;
  const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
  return withheld.find(({ code }) => code === testimony.code)?.rule;
}

describe("what a person answered", () => {
  it("is what their accounts go by, those before it and those after it", async () => {
    const { id: witnessId } = await aWitness(world, "adult");
    const before = await aTestimony(world, { witnessId });
    await answered(world, witnessId);
    const after = await aTestimony(world, { witnessId });
    for (const { id: testimonyId } of [before, after]) {
      const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
      expect([testimony.consentInternal, testimony.consentExport]).toEqual(["yes", "yes"]);
    }
    const { testimony } = await world.ask("investigator", readTestimony, { testimonyId: after.id });
    const again = world.do("protection_officer", setConsent, {
      testimonyId: after.id,
      version: testimony.version,
      consentInternal: "yes",
      consentExport: "yes",
      reason: "asked again",
    });
    expect(await soundOf(again)).toBe("Conflict consent.in_ledger");
  });

  it.each<[string, Parameters<typeof answered>[2], string | null]>([
    ["a yes, complete and under a code", {}, null],
    [
      "a yes to somebody else only",
      { icc_proceedings: null, un_mechanism_inquiry: "identified" },
      "consent.not_asked",
    ],
    ["a no", { icc_proceedings: "no", un_mechanism_inquiry: "identified" }, "consent.refused"],
    [
      "no answer",
      { icc_proceedings: "prefer_not_to_say", un_mechanism_inquiry: "identified" },
      "consent.not_said",
    ],
    ["a yes as a number only", { icc_proceedings: "aggregate" }, "consent.form_exceeded"],
    ["a yes with a blank in its record", { safeCopy: null, ourselves_analysis: null }, "consent.incomplete"],
    [
      "a yes with words that nobody has typed",
      { otherCondition: "only after my brother is out" },
      "condition.other",
    ],
    ["a yes on condition of no death penalty, which is assured", { conditions: ["no_death_penalty"] }, null],
    [
      "a yes on condition that nothing is passed on, which is not",
      { conditions: ["no_onward_transfer"] },
      "condition.no_onward_transfer",
    ],
    ["a yes without their words", { refusedElements: ["words"] }, "consent.element_refused"],
    ["a yes without their face", { refusedElements: ["face"] }, null],
  ])("%s decides whether the account goes to the court", async (_, changes, rule) => {
    expect(await keptBy(await anAccountForTheCourt(changes))).toBe(rule);
  });

  it("ends on its day, and asks to be confirmed after a year", async () => {
    const until = new Date(world.now() + 3 * DAY_MS).toISOString().slice(0, 10);
    const ending = await anAccountForTheCourt({ endsOn: until });
    world.pass(5 * DAY_MS);
    expect(await keptBy(ending)).toBe("consent.ended");
    const lasting = await anAccountForTheCourt();
    expect(await keptBy(lasting)).toBeNull();
    world.pass(366 * DAY_MS);
    await assessed(world, lasting.witnessId);
    expect(await keptBy(lasting)).toBe("consent.confirmation_due");
  });
});

describe("a widening", () => {
  it("waits for a second person, and what it narrows holds meanwhile", async () => {
    const { witnessId } = await anAccountForTheCourt();
    await answered(world, witnessId, { ourselves_analysis: null, icc_proceedings: "identified" });
    expect(await standing(witnessId, "icc_proceedings")).toEqual({
      answer: "yes",
      form: "pseudonymous",
      waits: 1,
    });
    const { cells } = await read(witnessId);
    const [waiting] = cells.flatMap((cell) => cell.waiting);
    const { id: answerId = "", version = 0 } = waiting ?? {};
    await world.do("protection_officer", approveConsent, { answerId, version });
    expect(await standing(witnessId, "icc_proceedings")).toEqual({
      answer: "yes",
      form: "identified",
      waits: 0,
    });
    const twice = world.do("senior_reviewer", approveConsent, { answerId, version: version + 1 });
    expect(await soundOf(twice)).toBe("Conflict consent.does_not_wait");
  });

  it("is approved by nobody who recorded it", async () => {
    const { id: witnessId } = await aWitness(world, "adult");
    await answered(world, witnessId, { icc_proceedings: "no" }, "protection_officer");
    await answered(world, witnessId, {}, "protection_officer");
    const { cells } = await read(witnessId);
    const [waiting] = cells.flatMap((cell) => cell.waiting);
    const { id: answerId = "", version = 0 } = waiting ?? {};
    const own = world.do("protection_officer", approveConsent, { answerId, version });
    expect(await soundOf(own)).toBe("Refused consent.second_person");
  });
});

describe("a withdrawal", () => {
  it("is one act without a reason, and keeps the account back at once, wherever it was asked", async () => {
    const account = await anAccountForTheCourt();
    expect(await keptBy(account)).toBeNull();
    await withdraw(account.witnessId);
    const { testimony } = await world.ask("investigator", readTestimony, {
      testimonyId: account.testimonyId,
    });
    expect([testimony.consentInternal, testimony.consentExport]).toEqual(["no", "no"]);
    expect(await keptBy(account)).toBe("consent.refused");
    expect(await soundOf(withdraw(account.witnessId))).toBe("Conflict consent.nothing_to_withdraw");
  });

  it("for one recipient leaves the others", async () => {
    const account = await anAccountForTheCourt({ un_mechanism_inquiry: "pseudonymous" });
    await withdraw(account.witnessId, ["icc_proceedings"]);
    expect(await keptBy(account)).toBe("consent.refused");
    expect(await standing(account.witnessId, "un_mechanism_inquiry")).toMatchObject({ answer: "yes" });
  });

  it("says no to every question, also to those that were never put", async () => {
    const { id: witnessId } = await aWitness(world, "adult");
    const { id: testimonyId, version } = await aTestimony(world, { witnessId });
    const yes = { consentInternal: "yes" as const, consentExport: "yes" as const, reason: "asked then" };
    await world.do("protection_officer", setConsent, { testimonyId, version, ...yes });
    await answered(world, witnessId, { ourselves_analysis: null });
    await withdraw(witnessId);
    const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
    expect([testimony.consentInternal, testimony.consentExport]).toEqual(["no", "no"]);
    expect((await read(witnessId)).cells.map(({ standing: [one] }) => one?.answer)).toEqual(
      CELL_KEYS.map(() => "no"),
    );
  });

  it("stops an export that is being built, and refuses one that is finished", async () => {
    const { witnessId, testimonyId, court } = await anAccountForTheCourt();
    const ready = await anApprovedExport(world, [testimonyId], court.id);
    const { id: exportId, version } = await anExport(world, court.id);
    const { included } = await world.ask("legal_officer", assembleDossier, {
      exportId,
      size: await signedSize(),
    });
    expect(included).toContain(testimonyId);
    const fetched = () => soundOf(world.do("legal_officer", downloadExport, { exportId: ready.id }));
    expect(await fetched()).toBe("answered");
    await withdraw(witnessId, ["icc_proceedings"]);
    expect(await fetched()).toBe("Conflict export.consent_changed");
    const finished = world.do("legal_officer", finishExport, {
      exportId,
      version,
      sha256: "ab".repeat(32),
      sizeBytes: 1,
      included,
      withheld: [],
      expiresAt: world.now() + DAY_MS,
      leakScan: "empty",
    });
    expect(await soundOf(finished)).toBe("Conflict export.consent_changed");
    const { holders } = await read(witnessId, "protection_officer");
    expect(holders).toMatchObject([{ exportId: ready.id, downloads: 1, recipient: { id: court.id } }]);
    expect((await read(witnessId)).holders).toBeNull();
  });

  it("of our own use takes the account out of what a finding rests on", async () => {
    const { allegation, statement } = await aSupportedAllegation(world);
    const { id: findingId } = await approved(world, allegation.id);
    const { testimony } = await world.ask("investigator", readTestimony, {
      testimonyId: statement.testimonyId,
    });
    const witnessId = testimony.witnessId ?? "";
    const foreseen = await world.ask("investigator", foreseeWithdrawal, { witnessId });
    expect(foreseen).toMatchObject({
      accounts: 1,
      findings: [{ id: findingId, status: "approved", isContested: true }],
    });
    expect((await world.ask("reviewer", readFinding, { findingId })).finding.status).toBe("approved");
    await withdraw(witnessId);
    const { finding } = await world.ask("reviewer", readFinding, { findingId });
    expect([finding.status, finding.contestReason]).toEqual(["contested", "finding.ceiling_fell"]);
    expect((await world.ask("investigator", foreseeWithdrawal, { witnessId })).findings).toEqual([]);
  });

  it("names beforehand the exports that it stops, to whom may see them and to nobody else", async () => {
    const { witnessId, testimonyId, to } = await anAccountForTheCourt();
    const underWay = await anExport(world, to.recipientId);
    const ready = await aReadyExport(world, [testimonyId], to.recipientId);
    const stopping = async (as: PersonKey) =>
      (await world.ask(as, foreseeWithdrawal, { witnessId })).exports.map(({ id }) => id).toSorted();
    expect(await stopping("protection_officer")).toEqual([underWay.id, ready.id].toSorted());
    expect(await stopping("investigator")).toEqual([]);
  });
});

describe("answers from before there was a ledger", () => {
  it("that were a no are its first entry, so that a yes to it waits for a second person", async () => {
    const { id: witnessId } = await aWitness(world, "adult");
    const { id: testimonyId, version } = await aTestimony(world, { witnessId });
    const no = { consentInternal: "no" as const, consentExport: "no" as const, reason: "asked then" };
    await world.do("protection_officer", setConsent, { testimonyId, version, ...no });
    expect(await answered(world, witnessId)).toMatchObject({ waiting: 2 });
    const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
    expect([testimony.consentInternal, testimony.consentExport]).toEqual(["no", "no"]);
  });

  it("that were a yes let no account go anywhere: nobody knows how they were asked, nor for whom", async () => {
    const { id: witnessId } = await aWitness(world, "adult");
    const { id: testimonyId, version } = await anAcceptedTestimony(world, { witnessId });
    const yes = { consentInternal: "yes" as const, consentExport: "yes" as const, reason: "asked then" };
    await world.do("protection_officer", setConsent, { testimonyId, version, ...yes });
    const court = await aRecipient(world);
    const to = { recipientId: court.id, purpose: "proceedings" as const };
    expect(await keptBy({ testimonyId, to })).toBe("consent.not_asked");
  });
});

describe("a sitting", () => {
  it("of an earlier day brings no yes past what was said since, and is heard with a no", async () => {
    const { id: witnessId } = await aWitness(world, "adult");
    await answered(world, witnessId, { icc_proceedings: "no" });
    const answeredOn = new Date(world.now() - 3 * DAY_MS).toISOString().slice(0, 10);
    const late = answered(world, witnessId, { answeredOn, ourselves_analysis: null });
    expect(await soundOf(late)).toBe("Error: invalid input: answeredOn older_than_answer");
    await answered(world, witnessId, { answeredOn, ourselves_analysis: "no", icc_proceedings: null });
    expect((await read(witnessId)).ownUse).toEqual(["consent.refused"]);
  });

  it("is refused when somebody recorded another in between, and nothing of it is kept", async () => {
    const { id: witnessId } = await aWitness(world);
    await answered(world, witnessId);
    const late = world.do("investigator", recordConsent, { ...sitting(world), witnessId, seen: 0 });
    expect(await soundOf(late)).toBe("Conflict consent.moved_on");
    expect((await read(witnessId)).seen).toBe(2);
  });

  it.each<[Parameters<typeof answered>[2], string]>([
    [{ ourselves_analysis: null, icc_proceedings: null }, " nothing_answered"],
    [{ endsOn: "2001-01-01" }, "endsOn before_its_start"],
    [{ answeredOn: "2001-01-01", endsOn: "2001-02-01" }, "endsOn in_the_past"],
    [{ answeredOn: "2999-01-01" }, "answeredOn in_the_future"],
    [{ conditions: ["as_they_like"] as never }, "conditions.0 bad_choice"],
  ])("with %j is refused, naming the field", async (changes, said) => {
    const { id: witnessId } = await aWitness(world);
    expect(await soundOf(answered(world, witnessId, changes))).toBe(`Error: invalid input: ${said}`);
    expect((await read(witnessId)).seen).toBe(0);
  });

  it("names no guardian who is the person, and lets one who may be among those alleged open nothing", async () => {
    const { id: witnessId } = await aWitness(world, "child");
    const own = answered(world, witnessId, { guardianId: witnessId });
    expect(await soundOf(own)).toBe("Error: invalid input: guardianId own_guardian");
    const guardian = await aWitness(world, "adult");
    const spokenFor = { guardianId: guardian.id, assent: "yes" as const };
    await answered(world, witnessId, spokenFor);
    expect((await read(witnessId)).ownUse).toEqual(["consent.guardian_suspect"]);
  });
});
