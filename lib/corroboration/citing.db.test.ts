import { afterEach, beforeEach, expect, it } from "vitest";
import { anActor } from "#lib/testing/specimens/actors.ts";
import { aSupportedAllegation, anAllegation } from "#lib/testing/specimens/corroboration.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { retractAllegation } from "./commands/retract-allegation.ts";
import { listCiting } from "./queries/list-citing.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const citing = (recordId: string, page = {}) => world.ask("reviewer", listCiting, { recordId, page });
const allegationsOf = async (recordId: string, page = {}) =>
  (await citing(recordId, page)).groups.find(({ kind }) => kind === "allegation");

it("lists the allegations that name an actor a page at a time, and forgets one that was taken back", async () => {
  const { id } = await anActor(world);
  const made = [];
  for (let n = 0; n < 3; n++) made.push(await anAllegation(world, { actorId: id }));
  const first = await allegationsOf(id, { size: 2 });
  expect([first?.count, first?.rows.length]).toEqual([3, 2]);
  const rest = await allegationsOf(id, { size: 2, after: first?.next ?? "" });
  const seen = [...(first?.rows ?? []), ...(rest?.rows ?? [])].map((row) => row.id);
  expect(seen.toSorted()).toEqual(made.map((one) => one.id).toSorted());
  const [gone] = made;
  await world.do("investigator", retractAllegation, {
    allegationId: gone?.id ?? "",
    version: gone?.version ?? 0,
    reason: "made twice",
  });
  expect((await allegationsOf(id))?.count).toBe(2);
});

it("leads from a testimony to the allegation that a statement cut from it speaks to", async () => {
  const { allegation, statement } = await aSupportedAllegation(world);
  expect((await allegationsOf(statement.testimonyId))?.rows.map(({ id }) => id)).toEqual([allegation.id]);
});
