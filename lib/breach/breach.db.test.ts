import { signedSize } from "#lib/testing/signed-size.ts";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditDetails, auditEvents } from "#db/schema/index.ts";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { setContact } from "#lib/contact/commands/set-contact.ts";
import { openDetail } from "#lib/core/audit-detail.ts";
import { system } from "#lib/core/system.ts";
import { downloadExport } from "#lib/exports/commands/download-export.ts";
import { assembleDossier } from "#lib/exports/queries/assemble-dossier.ts";
import { saveTestimony } from "#lib/testimonies/commands/save-testimony.ts";
import { printTestimony } from "#lib/testimonies/queries/print-testimony.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { aClearance, aCompartment } from "#lib/testing/specimens/compartments.ts";
import { anApprovedExport, anExport, aReleasedTestimony } from "#lib/testing/specimens/exports.ts";
import { aRecipient } from "#lib/testing/specimens/recipients.ts";
import { assessed, happened } from "#lib/testing/specimens/risk.ts";
import { aTestimony, testimonyTexts } from "#lib/testing/specimens/testimonies.ts";
import { aReveal } from "#lib/testing/specimens/vault.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { readWitness } from "#lib/witnesses/queries/read-witness.ts";
import { listExposed } from "./queries/list-exposed.ts";

const DAY_MS = 86_400_000;

let world: World;
/** Witnesses with an account in the bag: of a small risk, of a great one, and of one that is over. */
let low = { testimonyId: "", witnessId: "" };
let high = low;
let over = low;
/** A witness without any account in the bag, whom nobody assessed. */
let outside = low;
let exportId = "";
let day = "";

async function told(): Promise<typeof low> {
  const { id: testimonyId } = await aReleasedTestimony(world);
  const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
  return { testimonyId, witnessId: testimony.witnessId ?? "" };
}

beforeAll(async () => {
  world = await aWorld();
  over = await told();
  await assessed(world, over.witnessId, {
    validOn: new Date(world.now() + DAY_MS).toISOString().slice(0, 10),
  });
  low = await told();
  high = await told();
  const bag = await anApprovedExport(
    world,
    [low, high, over].map(({ testimonyId }) => testimonyId),
  );
  exportId = bag.id;
  await world.do("legal_officer", downloadExport, { exportId });
  await assessed(world, high.witnessId, { likelihood: 5, impact: 5 });
  await world.do("investigator", setContact, {
    witnessId: high.witnessId,
    seen: 0,
    mode: "only_through",
    through: "their sister",
    reason: "said so",
  });
  const { id } = await aTestimony(world);
  const { testimony } = await world.ask("investigator", readTestimony, { testimonyId: id });
  outside = { testimonyId: id, witnessId: testimony.witnessId ?? "" };
  world.pass(3 * DAY_MS);
  day = new Date(world.now()).toISOString().slice(0, 10);
}, 120_000);
afterAll(() => world.close());

type Lost = { exportId?: string; accountId?: string; since?: string };
const exposed = (lost: Lost = {}, page = {}, as: PersonKey = "protection_officer") =>
  world.ask(as, listExposed, { caseId: world.caseId, ...lost, page });
const idsOf = async (lost: Lost = {}) => (await exposed(lost)).rows.map(({ id }) => id);
const ids = (...all: (typeof low)[]) => all.map(({ witnessId }) => witnessId);

describe("a bag that got out", () => {
  it("exposes every witness whose account is in it and nobody else, by risk, each with the way to them and who holds copies", async () => {
    const { rows, total } = await exposed({ exportId });
    expect([rows.map(({ id }) => id), total]).toEqual([ids(high, over, low), 3]);
    expect(rows.map(({ risk }) => risk)).toEqual([
      { level: 5, isOver: false, hasHappened: false },
      { level: 1, isOver: true, hasHappened: false },
      { level: 1, isOver: false, hasHappened: false },
    ]);
    expect(rows.map(({ contact }) => [contact.mode, contact.through])).toEqual([
      ["only_through", "their sister"],
      ["open", null],
      ["open", null],
    ]);
    expect(rows.every(({ copies, accounts }) => copies.length === 1 && accounts === 1)).toBe(true);
  });

  it("is asked about by a protection officer alone, and its answer is on record with everybody it showed", async () => {
    for (const person of ["investigator", "senior_reviewer", "legal_officer"] as const)
      expect(await soundOf(exposed({}, {}, person)), person).toBe("Refused role.missing");
    await exposed({ exportId });
    const [event] = await world.fresh.store.read
      .select({ objectId: auditEvents.objectId, body: auditEvents.body })
      .from(auditEvents)
      .where(eq(auditEvents.act, "breach.list"))
      .orderBy(desc(auditEvents.seq))
      .limit(1);
    const said = JSON.parse(event?.body ?? "") as { reason: string; shown: string[] };
    expect([event?.objectId, said.reason]).toEqual([exportId, "lost_export"]);
    expect(new Set(said.shown.map((one) => one.split(":")[0]))).toEqual(new Set(ids(high, over, low)));
  });
});

describe("all of a case", () => {
  it("exposes everybody, whom nobody assessed among the first, page by page without one lost or twice", async () => {
    const all = await idsOf();
    expect(all[0]).toBe(high.witnessId);
    expect(all.slice(1, 3).toSorted()).toEqual(ids(over, outside).toSorted());
    expect(all.at(-1)).toBe(low.witnessId);
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof exposed>> = await exposed(
        {},
        { size: 1, ...(after ? { after } : {}) },
      );
      pages.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(pages).toEqual(all);
  });
});

describe("an account in other hands", () => {
  const of = (person: PersonKey) => ({ accountId: world.person(person).accountId, since: day });

  it("exposes whom it opened since that day, and whose account is in a bag that it fetched, and nobody else", async () => {
    expect(await idsOf(of("reviewer2"))).toEqual([]);
    await world.ask("reviewer2", readWitness, { witnessId: low.witnessId });
    await world.ask("reviewer2", printTestimony, { testimonyId: outside.testimonyId, withProtected: false });
    expect(await idsOf(of("reviewer2"))).toEqual(ids(outside, low));
    const since = new Date(world.now() + DAY_MS).toISOString().slice(0, 10);
    expect(await idsOf({ ...of("reviewer2"), since })).toEqual([]);
    expect(await idsOf(of("legal_officer"))).toEqual([]);
    const before = new Date(world.now() - 4 * DAY_MS).toISOString().slice(0, 10);
    expect(await idsOf({ ...of("legal_officer"), since: before })).toEqual(ids(high, over, low));
    // Whoever asked for a bag has seen nothing of it before they fetch it.
    const { id } = await aRecipient(world);
    const built = await anExport(world, id);
    await world.ask("legal_officer", assembleDossier, { exportId: built.id, size: await signedSize() });
    expect(await idsOf(of("legal_officer"))).toEqual([]);
    const { read } = world.fresh.store;
    const [asked] = await read
      .select({ detail: auditDetails })
      .from(auditEvents)
      .innerJoin(auditDetails, eq(auditDetails.seq, auditEvents.seq))
      .where(eq(auditEvents.act, "breach.list"))
      .orderBy(desc(auditEvents.seq))
      .limit(1);
    const { keyId = "", seq = 0, ciphertext = "" } = { ...asked?.detail };
    const { keys } = await system();
    expect(await openDetail(read, keys, keyId, seq, ciphertext)).toEqual(of("legal_officer"));
  });

  it("wants a day, one thing at a time, and an account of this case", async () => {
    const { accountId, since } = of("reviewer2");
    expect(await soundOf(exposed({ accountId }))).toBe("Error: invalid input: since required");
    expect(await soundOf(exposed({ since }))).toBe("Error: invalid input: accountId required");
    expect(await soundOf(exposed({ accountId, since, exportId }))).toBe(
      "Error: invalid input: accountId one_at_a_time",
    );
    expect(await soundOf(exposed(of("stranger")))).toBe("NotFound");
  });
});

it("tells in no bag what was lost, who is known, who was helped and how somebody is reached", async () => {
  await exposed({ exportId });
  await aReveal(world);
  const { id } = await aRecipient(world);
  const { id: next } = await anExport(world, id);
  const { dossier } = await world.ask("legal_officer", assembleDossier, {
    exportId: next,
    size: await signedSize(),
  });
  const acts = dossier.auditEvents.map((line) => (JSON.parse(line) as { act: string }).act);
  expect(acts).toContain("testimony.record");
  expect(acts.filter((act) => /^(breach|contact|identity|referral)\./.test(act))).toEqual([]);
});

it("leaves out of list and count alike who is exposed by what is closed to the caller", async () => {
  const add = await aCompartment(world);
  const { id: apart } = await aWitness(world);
  for (const recordId of [apart, low.testimonyId])
    await world.do("investigator", placeRecord, { recordId, add, reason: "to be kept apart" });
  const { rows, total } = await exposed({ exportId });
  expect([rows.map(({ id }) => id), total]).toEqual([ids(high, over), 2]);
  const open = await exposed();
  expect(open.rows.map(({ id }) => id)).not.toContain(apart);
  expect(open.total).toBe(open.rows.length);
  expect(open.rows.some(({ isApart }) => isApart)).toBe(false);
  await aClearance(world, "protection_officer", add);
  expect(await idsOf({ exportId })).toEqual(ids(high, over, low));
  const marked = (await exposed()).rows.filter(({ isApart }) => isApart).map(({ id }) => id);
  expect(marked.toSorted()).toEqual([apart, low.witnessId].toSorted());
});

it("puts somebody to whom something happened since among those whose risk nobody knows, and finds whoever an account was by before", async () => {
  await happened(world, low.witnessId);
  const { rows } = await exposed({ exportId });
  const risk = rows.find(({ id }) => id === low.witnessId)?.risk;
  expect([rows[0]?.id, risk]).toEqual([high.witnessId, { level: 1, isOver: false, hasHappened: true }]);
  await happened(world, high.witnessId, true);
  expect((await exposed({ exportId })).rows[0]?.risk?.hasHappened).toBe(false);
  const { id: other } = await aWitness(world);
  const { testimony } = await world.ask("investigator", readTestimony, { testimonyId: outside.testimonyId });
  await world.do("investigator", saveTestimony, {
    ...testimonyTexts(world),
    witnessId: other,
    testimonyId: outside.testimonyId,
    version: testimony.version,
  });
  await world.ask("reviewer2", printTestimony, { testimonyId: outside.testimonyId, withProtected: false });
  const since = new Date(world.now()).toISOString().slice(0, 10);
  const { accountId } = world.person("reviewer2");
  expect(await idsOf({ accountId, since })).toContain(other);
});
