import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSupportedAllegation, anAccount, linked } from "#lib/testing/specimens/corroboration.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { shownLinks } from "./find/shown-evidence.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

describe("more links than a page can show", () => {
  it("are cut at what supports, never at what contradicts, and are all counted", async () => {
    const { allegation, link } = await aSupportedAllegation(world);
    world.pass(1_000);
    await linked(world, (await anAccount(world)).id, allegation.id);
    world.pass(1_000);
    const denial = await linked(world, (await anAccount(world)).id, allegation.id, { stance: "contradict" });
    const of = { allegationId: allegation.id };
    const cut = await shownLinks(world.fresh.store.read, of, 2);
    expect(cut.links.map(({ id }) => id)).toEqual([link.id, denial.id]);
    expect(cut.total).toBe(3);
    expect(await shownLinks(world.fresh.store.read, of)).toMatchObject({ total: 3 });
  });
});
