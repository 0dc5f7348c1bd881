import { desc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#db/schema/index.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { checkTonight } from "./nightly-check.ts";

const HOUR_MS = 3_600_000;

let world: World;
beforeEach(async () => {
  world = await aWorld();
  await aPlace(world);
});
afterEach(() => world.close());

/** What the checks found so far, the newest first. */
const checks = () =>
  world.fresh.store.read
    .select({ body: auditEvents.body })
    .from(auditEvents)
    .where(eq(auditEvents.act, "audit.nightly"))
    .orderBy(desc(auditEvents.seq));
const reasons = async () =>
  (await checks()).map(({ body }) => (JSON.parse(body) as { reason: string }).reason);

describe("the check of every night", () => {
  it("is made at night, half a day after the last; by day when the last is more than a day ago", async () => {
    await checkTonight(); // nine in the morning, and there was none
    await checkTonight();
    expect(await reasons()).toEqual(["holds"]);
    world.pass(13 * HOUR_MS); // ten in the evening
    await checkTonight();
    expect(await reasons()).toHaveLength(1);
    world.pass(4 * HOUR_MS); // two at night
    await checkTonight();
    expect(await reasons()).toHaveLength(2);
    world.pass(25 * HOUR_MS); // three in the next night, in which nothing runs
    world.pass(6 * HOUR_MS);
    await checkTonight();
    expect(await reasons()).toHaveLength(3);
  });

  it("leaves what it found in the log, where it stays when the fault was mended", async () => {
    await world.fresh.directSql("update places set name = 'Elsewhere'");
    await checkTonight();
    expect(await reasons()).toEqual(["rows_differ"]);
  });
});
