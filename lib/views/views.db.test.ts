import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aView } from "#lib/testing/specimens/views.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { amendView } from "./commands/amend-view.ts";
import { retractView } from "./commands/retract-view.ts";
import { saveView } from "./commands/save-view.ts";
import { listViews } from "./queries/list-views.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const seen = async (as: PersonKey) =>
  (await world.ask(as, listViews, { caseId: world.caseId, list: "incidents" })).rows;
const fields = (address: string) =>
  ({ caseId: world.caseId, list: "incidents", name: "mine", address, sharing: "personal" }) as const;

describe("saved views", () => {
  it("are one's own until they are shared; only who saved one changes it", async () => {
    const own = await aView(world, "reviewer", "personal");
    const shared = await aView(world, "reviewer", "shared");
    expect((await seen("investigator")).map(({ id }) => id)).toEqual([shared.id]);
    expect((await seen("reviewer")).map(({ id, isMine }) => [id, isMine])).toEqual([
      [own.id, true],
      [shared.id, true],
    ]);
    const change = { version: 1, name: "other", address: "", sharing: "shared" } as const;
    await expect(world.do("investigator", amendView, { savedViewId: own.id, ...change })).rejects.toThrow(
      "not found",
    );
    await expect(world.do("investigator", amendView, { savedViewId: shared.id, ...change })).rejects.toThrow(
      "view.of_another",
    );
    await world.do("reviewer", retractView, { savedViewId: shared.id, version: 1 });
    expect(await seen("investigator")).toEqual([]);
  });

  it("hold ids, enums and days alone: no words that somebody typed, no place in a list", async () => {
    await world.do(
      "reviewer",
      saveView,
      fields("stage=returned&tag=tg_1&taken_from=2031-01-01&after=xyz&selected=t_1"),
    );
    expect((await seen("reviewer"))[0]?.address).toBe("stage=returned&tag=tg_1&taken_from=2031-01-01");
    for (const address of ["q=the man at the gate", "stage=%D8%AD", "a b=c"])
      await expect(
        world.do("reviewer", saveView, { ...fields(address), name: "other" }),
      ).rejects.toMatchObject({ fields: [{ path: "address", code: "bad_view" }] });
  });

  it("have one name each in a list, and end at a number that a menu can show", async () => {
    await world.do("reviewer", saveView, fields(""));
    await expect(world.do("reviewer", saveView, { ...fields(""), name: "MINE" })).rejects.toThrow(
      "view.name_taken",
    );
    for (let n = 1; n < 30; n++) await world.do("reviewer", saveView, { ...fields(""), name: `view ${n}` });
    await expect(world.do("reviewer", saveView, { ...fields(""), name: "one more" })).rejects.toThrow(
      "view.too_many",
    );
  });
});
