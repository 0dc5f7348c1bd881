import { afterEach, beforeEach, expect, it } from "vitest";
import { aTestimony, testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { findSimilar } from "./queries/find-similar.ts";
import { printTestimony } from "./queries/print-testimony.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

it("finds the account of the same witness by its day or title, and no other witness's", async () => {
  const { title, witnessId, takenEdtf } = await testimonyFields(world);
  const there = await aTestimony(world, { witnessId });
  await aTestimony(world); // the same words and day, of somebody else
  const like = async (change: object) => {
    const input = { caseId: world.caseId, witnessId, sourceId: null, title, takenEdtf, ...change };
    const { rows } = await world.ask("investigator", findSimilar, input);
    return rows.map(({ id, likeness }) => [id, likeness]);
  };
  expect(await like({})).toEqual([[there.id, "both"]]);
  expect(await like({ title: "Something else" })).toEqual([[there.id, "day"]]);
  expect(await like({ title: title.toUpperCase(), takenEdtf: null })).toEqual([[there.id, "title"]]);
  expect(await like({ title: "Something else", takenEdtf: "1999" })).toEqual([]);
  expect(await like({ witnessId: null })).toEqual([]);
});

it("prints who was present and the note only where that is asked for", async () => {
  const { id } = await aTestimony(world);
  const printed = async (withProtected: boolean) =>
    (await world.ask("reviewer", printTestimony, { testimonyId: id, withProtected })).stated;
  const plain = await printed(false);
  expect([plain.people, plain.note, plain.takenWording, plain.eventWording]).toEqual([[], null, null, null]);
  const whole = await printed(true);
  expect([whole.people.length, whole.note]).toEqual([1, world.marked("note")]);
});
