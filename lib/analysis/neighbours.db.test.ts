import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actors, links } from "#db/schema/index.ts";
import { retractActor } from "#lib/actors/commands/retract-actor.ts";
import { newCode, newId } from "#lib/core/ids.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { retractLink } from "#lib/links/commands/retract-link.ts";
import { anActor } from "#lib/testing/specimens/actors.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aLink } from "#lib/testing/specimens/links.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { readNeighbours } from "./queries/read-neighbours.ts";
import { placeInColumns, takeInTurns } from "./rules/neighbours.ts";
import { COUNTED_MAX, GRAPH_FIRST_STEP_MAX, GRAPH_NODES_MAX } from "./vocabulary.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const neighboursOf = (recordId: string) => world.ask("reviewer", readNeighbours, { recordId });
const suspected = { role: "suspected", basis: "not_stated" } as const;

describe("the neighbours of a record", () => {
  it("are found over two steps, from either end of a link, each once", async () => {
    const [incident, actor, place] = [await anIncident(world), await anActor(world), await aPlace(world)];
    const other = await anIncident(world);
    const testimony = await aTestimony(world);
    await aLink(world, "incident_suspect", incident.id, actor.id, suspected);
    await aLink(world, "incident_place", incident.id, place.id);
    await aLink(world, "incident_suspect", other.id, actor.id, suspected);
    await aLink(world, "testimony_place", testimony.id, place.id);
    const { nodes, links: lines, leftOut } = await neighboursOf(incident.id);
    const stepOf = new Map(nodes.map(({ id, step }) => [id, step]));
    expect(nodes).toHaveLength(5);
    expect([incident, actor, place, other, testimony].map(({ id }) => stepOf.get(id))).toEqual([
      0, 1, 1, 2, 2,
    ]);
    expect(lines).toHaveLength(4);
    expect(leftOut).toEqual([]);
    const link = nodes.find(({ id }) => id === actor.id)?.link;
    expect(link).toMatchObject({ kind: "incident_suspect", side: "from", role: "suspected" });
    expect(await neighboursOf(incident.id)).toEqual(await neighboursOf(incident.id));
  });

  it("are without what was taken back: links and records", async () => {
    const [incident, kept, gone, unlinked] = [
      await anIncident(world),
      await anActor(world),
      await anActor(world),
      await anActor(world),
    ];
    await aLink(world, "incident_suspect", incident.id, kept.id, suspected);
    await aLink(world, "incident_suspect", incident.id, gone.id, suspected);
    const link = await aLink(world, "incident_suspect", incident.id, unlinked.id, suspected);
    await world.do("investigator", retractLink, {
      linkId: link.id,
      version: link.version,
      reason: "a mistake",
    });
    await world.do("investigator", retractActor, {
      actorId: gone.id,
      version: gone.version,
      reason: "twice",
    });
    const { nodes } = await neighboursOf(incident.id);
    expect(nodes.map(({ id }) => id).toSorted()).toEqual([incident.id, kept.id].toSorted());
  });

  it("are hidden from those outside the case", async () => {
    const { id } = await anIncident(world);
    await expect(world.ask("stranger", readNeighbours, { recordId: id })).rejects.toBeInstanceOf(NotFound);
  });

  it("are drawn up to a limit, and counted beyond, at a record with thousands of links", async () => {
    const { id } = await anIncident(world);
    const place = await aPlace(world);
    await aLink(world, "incident_place", id, place.id);
    await manySuspects(id, COUNTED_MAX + 20);
    const { nodes, leftOut } = await neighboursOf(id);
    expect(nodes.length).toBeLessThanOrEqual(GRAPH_NODES_MAX);
    expect(nodes.filter(({ step }) => step === 1).length).toBeLessThanOrEqual(GRAPH_FIRST_STEP_MAX);
    expect(nodes.some((node) => node.id === place.id)).toBe(true);
    expect(leftOut).toMatchObject([{ noun: "actor", more: true }]);
  });
});

describe("drawing", () => {
  it("takes by turns, so that a long list leaves room for a short one", () => {
    const list = (name: string, length: number) =>
      Array.from({ length }, (_, n) => ({ id: `${name}${n}`, parentId: "m", link: null }));
    const taken = takeInTurns([list("a", 50), list("b", 2)], 10, new Set(["a0"]));
    expect(taken).toHaveLength(10);
    expect(taken.map(({ id }) => id)).toEqual(expect.arrayContaining(["b0", "b1", "a1"]));
    expect(taken.map(({ id }) => id)).not.toContain("a0");
  });

  it("puts no two of a column into one row", () => {
    const first = [{ id: "a" }, { id: "b" }];
    const second = ["a", "a", "b"].map((parentId, n) => ({ id: `x${n}`, parentId }));
    const { placed, rows } = placeInColumns("m", first, second);
    expect(rows).toBe(3);
    expect(new Set(placed.map(({ step, row }) => `${step} ${row}`)).size).toBe(placed.length);
    expect(placed).toEqual(placeInColumns("m", first, second).placed);
  });
});

/** Many actors linked to an incident, written past the commands, which would take their time. */
async function manySuspects(incidentId: string, many: number): Promise<void> {
  const sample = await anActor(world);
  const link = await aLink(world, "incident_suspect", incidentId, sample.id, suspected);
  const read = world.fresh.store.read;
  const actor = (await read.select().from(actors)).find(({ id }) => id === sample.id);
  const like = (await read.select().from(links)).find(({ id }) => id === link.id);
  if (!actor || !like) throw new Error("nothing to copy");
  const ids = Array.from({ length: many }, () => newId("actor"));
  await world.fresh.store.transact(async (tx) => {
    for (let at = 0; at < ids.length; at += 100) {
      const some = ids.slice(at, at + 100);
      await tx
        .insert(actors)
        .values(some.map((id, n) => ({ ...actor, id, code: `${newCode("A")}${at + n}`, importKey: null })));
      await tx.insert(links).values(
        some.map((actorId, n) => ({
          ...like,
          id: newId("link"),
          // Of thousands of codes two are alike now and then.
          code: `${newCode("L")}${at + n}`,
          toId: actorId,
          actorId,
          pairKey: actorId,
          importKey: null,
        })),
      );
    }
  });
}
