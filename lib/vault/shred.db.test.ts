import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { eq, gt } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { dialect } from "#db/columns.ts";
import { ruleOfTrigger } from "#db/errors.ts";
import { openSqlite } from "#db/store.ts";
import { auditDetails, auditEvents, identities, identityMarks, jobs } from "#db/schema/index.ts";
import { verifyLog } from "#lib/audit/verify-log.ts";
import { readPlan } from "#lib/contact/queries/read-plan.ts";
import { readContact } from "#lib/contact/queries/read-contact.ts";
import { setPlan } from "#lib/contact/commands/set-plan.ts";
import { openDetail } from "#lib/core/audit-detail.ts";
import { recordKeysOf, system } from "#lib/core/system.ts";
import { runNextJob } from "#lib/jobs/runner.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { everything, lastSeq } from "#lib/testing/everything.ts";
import { plan } from "#lib/testing/specimens/contact.ts";
import { held } from "#lib/testing/specimens/retention.ts";
import { anIdentity, identity } from "#lib/testing/specimens/vault.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { liftHold } from "#lib/retention/commands/lift-hold.ts";
import { amendIdentity } from "./commands/amend-identity.ts";
import { approveShred } from "./commands/approve-shred.ts";
import { recordIdentity } from "./commands/record-identity.ts";
import { refuseShred } from "./commands/refuse-shred.ts";
import { requestShred } from "./commands/request-shred.ts";
import { revealIdentity } from "./commands/reveal-identity.ts";
import { finishShred } from "./jobs.ts";
import { readIdentity } from "./queries/read-identity.ts";
import { seekPerson } from "./queries/seek-person.ts";
import { openParts } from "./rules/sealing.ts";

const keys = keysFrom(Buffer.alloc(32, 7));
let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const asked = (identityId: string) =>
  world.do("protection_officer", requestShred, { identityId, ground: "asked", reason: "she wrote to us" });
const approve = (as: PersonKey, shredId: string) => world.do(as, approveShred, { shredId, version: 1 });
const keysOfSystem = async () => recordKeysOf(await system());

it("takes two people and no legal hold, past the program too, and may be refused", async () => {
  const { identityId, personId } = await anIdentity(world);
  const { id: shredId } = await asked(identityId);
  expect(await soundOf(asked(identityId))).toBe("Conflict vault.waits");
  expect(await soundOf(approve("protection_officer", shredId))).toBe("Refused vault.second_person");
  const { id: holdId } = await held(world, null);
  expect(await soundOf(approve("senior_reviewer", shredId))).toBe("Conflict vault.held");
  const direct = (statement: string) =>
    world.fresh.directSql(statement).catch((error: unknown) => ruleOfTrigger(error));
  const humanId = (as: PersonKey) => world.person(as).humanId;
  const approved = (as: PersonKey) =>
    direct(
      `update identity_shreds set status = 'approved', decided_at = 1, decided_by_human_id = '${humanId(as)}' where id = '${shredId}'`,
    );
  expect(await approved("protection_officer")).toBe("vault.second_person");
  expect(await approved("senior_reviewer")).toBe("vault.held");
  const emptied =
    "names = null, contacts = null, relatives = null, papers = null, likeness = null, shredded_at = 1";
  expect(await direct(`update identities set ${emptied} where id = '${identityId}'`)).toBe(
    "vault.second_person",
  );
  await world.do("senior_reviewer", refuseShred, { shredId, version: 1, reason: "a trial begins" });
  expect(await soundOf(asked(identityId))).toBe("Conflict vault.held");
  await world.do("legal_officer", liftHold, { holdId, version: 1, reason: "over" });
  const { identity: kept, shreds } = await world.ask("investigator", readIdentity, { personId });
  expect([kept?.shreddedAt, shreds.map(({ status }) => status)]).toEqual([null, ["refused"]]);
});

it("leaves no key, no mark, no plan and no word in the log, opens in no copy from before, and the log holds", async () => {
  const { identityId, personId } = await anIdentity(world, { phones: [{ phone: "0111 987 654" }] });
  await world.do("investigator", setPlan, { ...plan(world), witnessId: personId, seen: 0 });
  await world.do("protection_officer", revealIdentity, {
    identityId,
    reasonCode: "other",
    why: "the bird called",
  });
  const seqBefore = await lastSeq(world);
  const why = "her sister the finch asks for her";
  await world.ask("investigator", readPlan, { witnessId: personId, reason: "other", why });
  const planDetail = async () => {
    const { read } = world.fresh.store;
    const [row] = await read.select().from(auditDetails).where(gt(auditDetails.seq, seqBefore)).limit(1);
    return row && (await openDetail(read, keys, row.keyId, row.seq, row.ciphertext));
  };
  expect(await planDetail()).toEqual({ reason: why });
  const rowIn = async (read: World["fresh"]["store"]["read"]) => {
    const [row] = await read.select().from(identities).where(eq(identities.id, identityId));
    if (!row) throw new Error("no row");
    return row;
  };
  const before = await rowIn(world.fresh.store.read);
  expect(openParts(await keysOfSystem(), before).names?.name).toBe(identity(world).name);
  const copy = join(world.fresh.folder, "copy.sqlite");
  if (world.fresh.path !== null) {
    world.fresh.store.emptyLog();
    copyFileSync(world.fresh.path, copy);
  }

  const { id: shredId } = await asked(identityId);
  await approve("senior_reviewer", shredId);
  // The process dies here: the key is there still, and the job that destroys it too.
  expect((await keysOfSystem()).has(personId)).toBe(true);
  await world.fresh.store.transact(async (tx) => {
    await tx.update(jobs).set({ status: "queued" }).where(eq(jobs.kind, "identity.finish"));
  });
  await runNextJob({ "identity.finish": finishShred });
  const recordKeys = await keysOfSystem();
  expect([recordKeys.has(personId), recordKeys.open(world.caseId, personId)]).toEqual([false, null]);

  const row = await rowIn(world.fresh.store.read);
  expect([row.names, row.contacts, row.relatives, row.papers, row.likeness, row.shreddedAt]).toEqual([
    null,
    null,
    null,
    null,
    null,
    world.now(),
  ]);
  const marks = await world.fresh.store.read
    .select()
    .from(identityMarks)
    .where(eq(identityMarks.identityId, identityId));
  expect(marks.every(({ mark }) => mark === null)).toBe(true);
  const told = await everything(world);
  for (const sealed of [before.names, before.contacts, before.likeness]) expect(told).not.toContain(sealed);
  const details = await world.fresh.store.read
    .select({ keyId: auditDetails.keyId, seq: auditDetails.seq, ciphertext: auditDetails.ciphertext })
    .from(auditDetails)
    .innerJoin(auditEvents, eq(auditEvents.seq, auditDetails.seq))
    .where(eq(auditEvents.objectId, identityId));
  expect(details.length).toBeGreaterThan(1);
  for (const { keyId, seq, ciphertext } of details)
    expect(await openDetail(world.fresh.store.read, keys, keyId, seq, ciphertext)).toBeNull();
  expect(await planDetail()).toBeNull();
  if (dialect === "sqlite") {
    const restored = openSqlite(copy, TEST_FILE_KEY);
    const old = await rowIn(restored.read);
    expect(old.names).toBe(before.names);
    expect(() => openParts(recordKeys, old)).toThrow("refused: vault.unreadable");
    await restored.close();
  }

  const sought = { caseId: world.caseId, phone: "111987654" };
  expect((await world.ask("investigator", seekPerson, sought)).rows).toEqual([]);
  const contact = await world.ask("investigator", readContact, { witnessId: personId });
  expect(contact.plan).toBeNull();
  const tries = [
    world.ask("investigator", readPlan, { witnessId: personId, reason: "emergency" }),
    world.do("investigator", setPlan, { ...plan(world), witnessId: personId, seen: 1 }),
    world.do("investigator", recordIdentity, { ...identity(world), personId }),
    world.do("investigator", amendIdentity, { identityId, seen: row.version, name: "Back" }),
    world.do("protection_officer", revealIdentity, { identityId, reasonCode: "contact" }),
  ];
  expect(await Promise.all(tries.map(soundOf))).toEqual([
    "Conflict contact.no_plan",
    ...Array.from({ length: 4 }, () => "Conflict vault.shredded"),
  ]);
  const { chain, rows } = await verifyLog(world.fresh.store.read, keys);
  expect([chain.ok, rows?.ok]).toEqual([true, true]);
});
