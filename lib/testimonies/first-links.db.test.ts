import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { links, testimonies } from "#db/schema/index.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { anActor } from "#lib/testing/specimens/actors.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { recordTestimony } from "./commands/record-testimony.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const given = async () => ({
  ...(await testimonyFields(world)),
  caseId: world.caseId,
  kind: "interview" as const,
  incidentId: (await anIncident(world)).id,
  incidentRole: "describes" as const,
  suspectId: (await anActor(world)).id,
  suspectRole: "named" as const,
  suspectBasis: "stated_in_account" as const,
});

it("links a testimony to an incident and a suspect while it is recorded", async () => {
  const input = await given();
  const { id } = await world.do("investigator", recordTestimony, input);
  const made = await world.fresh.store.read
    .select({ kind: links.kind, role: links.role, basis: links.basis })
    .from(links)
    .where(eq(links.testimonyId, id))
    .orderBy(asc(links.kind));
  expect(made.map(({ kind, role, basis }) => [kind, role, basis])).toEqual([
    ["testimony_incident", "describes", null],
    ["testimony_suspect", "named", "stated_in_account"],
  ]);
});

it("names the missing answer by its field, and keeps neither testimony nor link", async () => {
  const input = { ...(await given()), suspectRole: null };
  const before = await world.fresh.store.read.$count(testimonies);
  const error = await world.do("investigator", recordTestimony, input).catch((met: unknown) => met);
  expect(error).toBeInstanceOf(Invalid);
  expect((error as Invalid).fields).toEqual([{ path: "suspectRole", code: "required" }]);
  expect(await world.fresh.store.read.$count(testimonies)).toBe(before);
  expect(await world.fresh.store.read.$count(links, eq(links.incidentId, input.incidentId))).toBe(0);
});
