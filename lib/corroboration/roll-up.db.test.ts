import { afterAll, beforeAll, expect, it } from "vitest";
import { aSupportedAllegation, anAccount, linked } from "#lib/testing/specimens/corroboration.ts";
import { approved } from "#lib/testing/specimens/findings.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { corroborationOfTestimonies } from "./find.ts";
import { corroborationOfTestimony } from "./queries/corroboration-of-testimony.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const shown = (testimonyId: string) => world.ask("legal_officer", corroborationOfTestimony, { testimonyId });

it("a testimony has one status, from the findings that it supports, with counts and live ceilings beside it", async () => {
  const { allegation, statement } = await aSupportedAllegation(world, { facets: ["occurrence", "place"] });
  const other = await anAccount(world, { testimony: { people: [] } });
  await linked(world, other.id, allegation.id);
  expect(await shown(statement.testimonyId)).toMatchObject({
    status: "not_assessed",
    findings: 0,
    supporting: 2,
  });

  await approved(world, allegation.id, { determination: 4 });
  const after = await shown(statement.testimonyId);
  expect(after).toMatchObject({
    status: "corroborated",
    statements: 1,
    supporting: 2,
    contradicting: 0,
    findings: 1,
  });
  expect(
    after.facets.map(({ facet, live, finding }) => [facet, live?.level, finding?.determination]),
  ).toEqual([
    ["occurrence", 4, 4],
    ["place", 2, undefined],
  ]);

  await approved(world, allegation.id, { facet: "place", determination: 2 });
  expect((await shown(statement.testimonyId)).status).toBe("partly_corroborated");

  const denial = await anAccount(world);
  await linked(world, denial.id, allegation.id, { stance: "contradict" });
  expect((await shown(statement.testimonyId)).status).toBe("contested");
  expect(await shown(denial.testimonyId)).toMatchObject({
    status: "not_assessed",
    contradicting: 1,
    findings: 0,
  });

  const { id: bare } = await aTestimony(world);
  const ids = [statement.testimonyId, other.testimonyId, denial.testimonyId, bare];
  const many = await corroborationOfTestimonies(world.fresh.store.read, ids, 0);
  expect(ids.map((id) => many.get(id))).toEqual(["contested", "contested", "not_assessed", "not_assessed"]);
});
