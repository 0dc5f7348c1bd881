import { afterEach, beforeEach, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { notFoundTallies } from "#db/schema/index.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { COUNTED_MAX } from "./counted.ts";
import { countUpTo } from "./page.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

it("counts rows one by one, and stops where a list is long enough", async () => {
  const { store } = world.fresh;
  const rows = Array.from({ length: COUNTED_MAX + 50 }, (_, at) => ({
    accountId: `account-${at}`,
    startedAt: at,
    count: at < 312 ? 1 : 0,
  }));
  await store.transact(async (tx) => {
    for (let from = 0; from < rows.length; from += 1_000)
      await tx.insert(notFoundTallies).values(rows.slice(from, from + 1_000));
  });
  expect(await countUpTo(store.read, notFoundTallies, eq(notFoundTallies.count, 1))).toBe(312);
  expect(await countUpTo(store.read, notFoundTallies, eq(notFoundTallies.count, 2))).toBe(0);
  expect(await countUpTo(store.read, notFoundTallies)).toBe(COUNTED_MAX + 1);
});
