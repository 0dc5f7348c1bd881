import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditDetails, dataKeys, factors } from "#db/schema/index.ts";
import { checkpointNow } from "#lib/audit/checkpoints.ts";
import { keyFits } from "#lib/audit/key-fits.ts";
import { verifyLog } from "#lib/audit/verify-log.ts";
import { keysOf } from "#lib/platform/keys.ts";
import { anApp } from "#lib/testing/specimens/factors.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { TEST_ROOT } from "#lib/testing/test-keys.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { addTotp } from "#lib/factors/commands/add-totp.ts";
import { contextOfKey, openDetail, wrapping } from "./audit-detail.ts";
import { contextOfFactor, rewrapKeys } from "./rewrap.ts";
import { recordKeysOf, system } from "./system.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await aPlace(world);
  await world.do("investigator", addTotp, await anApp(world));
});
afterAll(() => world.close());

test("after a rotation every wrapped key is under the new one, whatever the database, and opens what it did", async () => {
  const next = Buffer.alloc(32, 9);
  const { store, ...before } = await system();
  const keys = keysOf({ lookup: TEST_ROOT, roots: [next, TEST_ROOT] });
  const sys = { ...before, store, keys };
  recordKeysOf(before).make("case", "somebody");
  const signed = await checkpointNow({ ...before, store });
  await rewrapKeys(sys, recordKeysOf(sys));
  await rewrapKeys(sys, recordKeysOf(sys));

  const alone = keysOf({ lookup: TEST_ROOT, roots: [next] });
  expect(await checkpointNow({ ...sys, keys: alone })).toEqual(signed);
  const wrapped = await store.read.select().from(dataKeys);
  expect(wrapped.length).toBeGreaterThan(3);
  expect(wrapped.every((row) => row.wrapped.startsWith(`${keys.keyId}.`))).toBe(true);
  const compartments = wrapped.map(({ compartment }) => compartment);
  expect(compartments).toEqual(expect.arrayContaining([world.caseId, "organisation"]));
  for (const { id, wrapped: sealed, compartment } of wrapped) {
    const other = compartment === world.caseId ? "organisation" : world.caseId;
    expect(wrapping(alone, compartment).open(contextOfKey(id), sealed)).toHaveLength(32);
    for (const by of [alone, alone.compartment(other)])
      expect(() => by.open(contextOfKey(id), sealed)).toThrow();
  }
  for (const { seq, keyId, ciphertext } of await store.read.select().from(auditDetails))
    expect(await openDetail(store.read, alone, keyId, seq, ciphertext)).not.toBeNull();
  const held = await store.read
    .select()
    .from(factors)
    .where(sql`${factors.secret} is not null`);
  expect(held.length).toBeGreaterThan(0);
  for (const { id, secret } of held)
    expect(alone.open(contextOfFactor(id), secret ?? "").length).toBeGreaterThan(10);
  expect(recordKeysOf({ ...sys, keys: alone }).open("case", "somebody")).not.toBeNull();
  expect(await keyFits(store.read, keys)).toBe(true);
  expect((await verifyLog(store.read, keys)).verdict).toBe("holds");
});
