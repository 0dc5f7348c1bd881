import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotFound, Refused } from "#lib/core/refusals.ts";
import { retractIncident } from "#lib/incidents/commands/retract-incident.ts";
import { retractPlace } from "#lib/places/commands/retract-place.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aLink } from "#lib/testing/specimens/links.ts";
import { aPlace, aPlaceAt } from "#lib/testing/specimens/places.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { listPictures } from "./queries/list-pictures.ts";
import { readMap } from "./queries/read-map.ts";
import { MARKED_PLACES_MAX } from "./vocabulary.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const map = (filter: object = {}) => world.ask("reviewer", readMap, { caseId: world.caseId, ...filter });
async function pointOf(id: string, filter: object = {}) {
  return (await map(filter)).points.find((point) => point.id === id);
}

describe("the map of a case", () => {
  it("counts what is linked to a place, and not what was taken back", async () => {
    const place = await aPlaceAt(world, 35.1, 36.2);
    const [kept, gone] = [await anIncident(world), await anIncident(world)];
    const testimony = await aTestimony(world);
    await aLink(world, "incident_place", kept.id, place.id);
    await aLink(world, "incident_place", gone.id, place.id);
    await aLink(world, "testimony_place", testimony.id, place.id);
    expect((await pointOf(place.id))?.incidents.count).toBe(2);
    await world.do("investigator", retractIncident, {
      incidentId: gone.id,
      version: gone.version,
      reason: "recorded twice",
    });
    expect(await pointOf(place.id)).toMatchObject({
      latitude: 35.1,
      longitude: 36.2,
      radiusMetres: 5_000,
      incidents: { count: 1, more: false },
      testimonies: { count: 1, more: false },
    });
    expect((await pointOf(place.id, { recordKind: "pattern" }))?.incidents.count).toBe(0);
    expect((await pointOf(place.id, { from: "2031-02-14", to: "2031-02-14" }))?.incidents.count).toBe(1);
    expect((await pointOf(place.id, { from: "2031-02-15" }))?.incidents.count).toBe(0);
    await world.do("investigator", retractPlace, {
      placeId: place.id,
      version: place.version,
      reason: "twice",
    });
    expect(await pointOf(place.id)).toBeUndefined();
  });

  it("says how many records have no place, and how many only places without a point", async () => {
    const before = await map();
    const [nowhere, vague, both] = [
      await anIncident(world),
      await anIncident(world),
      await anIncident(world),
    ];
    const [without, point] = [await aPlace(world), await aPlaceAt(world, 35, 36)];
    await aLink(world, "incident_place", vague.id, without.id);
    await aLink(world, "incident_place", both.id, without.id);
    await aLink(world, "incident_place", both.id, point.id);
    const after = await map();
    expect(nowhere.id).toBeDefined();
    expect({
      total: after.incidents.total - before.incidents.total,
      withoutPlace: after.incidents.withoutPlace - before.incidents.withoutPlace,
      withoutPoint: after.incidents.withoutPoint - before.incidents.withoutPoint,
      places: after.placesWithoutPoint.count - before.placesWithoutPoint.count,
    }).toEqual({ total: 3, withoutPlace: 1, withoutPoint: 1, places: 1 });
  });

  it("marks the first of many places, and says that there are more", async () => {
    const incident = await anIncident(world);
    const linked = async () => {
      const point = await aPlaceAt(world, 35, 36);
      await aLink(world, "incident_place", incident.id, point.id);
    };
    for (let number = 0; number < MARKED_PLACES_MAX; number++) await linked();
    const all = await map({ recordId: incident.id });
    await linked();
    const first = await map({ recordId: incident.id });
    const markedOf = ({ points }: typeof all) => points.filter(({ isMarked }) => isMarked).length;
    expect([all.record?.morePlaces, markedOf(all)]).toEqual([false, MARKED_PLACES_MAX]);
    expect([first.record?.morePlaces, markedOf(first)]).toEqual([true, MARKED_PLACES_MAX]);
  });

  it("marks the places of a record, and those of none that is taken back or of another case", async () => {
    const [here, there] = [await aPlaceAt(world, 35.3, 36.1), await aPlaceAt(world, 35.4, 36.3)];
    const [incident, unplaced] = [await anIncident(world), await anIncident(world)];
    await aLink(world, "incident_place", incident.id, here.id);
    const markedBy = async (recordId: string) => {
      const { points, record } = await map({ recordId });
      return [record?.id, points.filter(({ isMarked }) => isMarked).map(({ id }) => id)];
    };
    const pictures = (recordId: string) => world.ask("reviewer", listPictures, { recordId });
    expect(await markedBy(incident.id)).toEqual([incident.id, [here.id]]);
    expect(await markedBy(there.id)).toEqual([there.id, [there.id]]);
    expect(await markedBy(unplaced.id)).toEqual([undefined, []]);
    expect(await pictures(incident.id)).toEqual({ timeline: true, map: true });
    expect(await pictures(there.id)).toEqual({ timeline: false, map: true });
    expect((await pictures(unplaced.id)).map).toBe(false);
    const outside = await world.ask("stranger", readMap, {
      caseId: world.otherCaseId,
      recordId: incident.id,
    });
    expect(outside.record).toBeNull();
    const { id: incidentId, version } = incident;
    await world.do("investigator", retractIncident, { incidentId, version, reason: "twice" });
    expect(await markedBy(incident.id)).toEqual([undefined, []]);
  });

  it("is hidden from those outside the case", async () => {
    const error: unknown = await world.ask("stranger", readMap, { caseId: world.caseId }).then(
      () => null,
      (refusal: unknown) => refusal,
    );
    expect(error instanceof NotFound || error instanceof Refused).toBe(true);
  });
});
