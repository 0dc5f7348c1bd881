import { afterEach, beforeEach, expect, it } from "vitest";
import { eventsSince, lastSeq } from "#lib/testing/everything.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aWorld, MARKER, type World } from "#lib/testing/world.ts";
import { findAnything } from "./queries/find-anything.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

async function tracesOf(...texts: string[]) {
  const before = await lastSeq(world);
  for (const text of texts) await world.ask("reviewer", findAnything, { text, caseId: world.caseId });
  return eventsSince(world, before);
}

it("keeps of a search its keyed hash, its length, how much was found and what was shown, and no text", async () => {
  const place = await aPlace(world);
  const [found, again, none] = await tracesOf(MARKER, ` ${MARKER.toUpperCase()} `, "nowhere to be found");
  expect(found).toMatchObject({ act: "search.find", case: world.caseId, query_len: MARKER.length });
  expect(found?.query_h).toMatch(/^[0-9a-f]{64}$/);
  expect(found?.shown).toContain(place.id);
  expect(found?.hits).toBeGreaterThan(0);
  // The same words are the same search, however they are written; others are another.
  expect(again?.query_h).toBe(found?.query_h);
  expect(again?.query_len).toBe(MARKER.length);
  expect(none?.query_h).not.toBe(found?.query_h);
  expect(none).toMatchObject({ hits: 0, query_len: 19 });
  expect(none).not.toHaveProperty("shown");
  expect(JSON.stringify([found, again, none])).not.toMatch(new RegExp(`${MARKER}|nowhere`, "i"));
});

it("leaves one entry a search, also where nothing was typed", async () => {
  expect((await tracesOf("", "a")).map(({ act, query_len }) => [act, query_len])).toEqual([
    ["search.find", 0],
    ["search.find", 1],
  ]);
});
