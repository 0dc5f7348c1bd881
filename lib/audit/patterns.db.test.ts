import { afterAll, beforeAll, expect, it } from "vitest";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { listEvents } from "./queries/list-events.ts";
import { readPatterns } from "./queries/read-patterns.ts";

const DAY_MS = 24 * 3_600_000;
let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

it("puts whom first who opens far more than the others, with the numbers of the list", async () => {
  const { id: testimonyId } = await aTestimony(world);
  world.pass(40 * DAY_MS);
  const from = world.now();
  for (let n = 0; n < 40; n += 1) await world.ask("investigator", readTestimony, { testimonyId });
  for (const who of ["investigator2", "reviewer"] as const)
    for (let n = 0; n < 4; n += 1) await world.ask(who, readTestimony, { testimonyId });
  world.pass(1000);
  const span = { from, to: from + 1000 };
  const { rows, medians } = await world.ask("auditor", readPatterns, { ...span, aheadMinutes: 0 });
  expect(medians.opened).toBe(4);
  expect(rows.map(({ counts, more }) => [counts.opened, more.includes("opened")])).toEqual([
    [40, true],
    [4, false],
    [4, false],
  ]);
  for (const { accountId, counts } of rows) {
    const asked = { ...span, accountId, act: "testimony.read", page: {} };
    expect((await world.ask("auditor", listEvents, asked)).total).toBe(counts.opened);
  }
});
