import { amendPlace } from "#lib/places/commands/amend-place.ts";
import { recordPlace } from "#lib/places/commands/record-place.ts";
import { retractPlace } from "#lib/places/commands/retract-place.ts";
import { countPlacesBy } from "#lib/places/queries/count-places-by.ts";
import { listPlaces } from "#lib/places/queries/list-places.ts";
import { readPlace } from "#lib/places/queries/read-place.ts";
import { suggestPlaces } from "#lib/places/queries/suggest-places.ts";
import type { Specimens } from "../specimen.ts";
import { MARKER, type World } from "../world.ts";

const fields = (world: World) => ({
  name: world.marked("village"),
  nameAr: null,
  variants: world.marked("variants"),
  kind: "village" as const,
  precision: "P3" as const,
  parentId: null,
  parentBasis: null,
  latE5: null,
  lonE5: null,
  coordinateBasis: null,
  possibleDuplicateOfId: null,
  note: world.marked("note"),
});

/** A recorded place of the world's case. */
export const aPlace = (world: World) =>
  world.do("investigator", recordPlace, { ...fields(world), caseId: world.caseId });

/** A place of the world's case with a point, in degrees of latitude and longitude. */
export const aPlaceAt = (world: World, latitude: number, longitude: number) =>
  world.do("investigator", recordPlace, {
    ...fields(world),
    latE5: Math.round(latitude * 100_000),
    lonE5: Math.round(longitude * 100_000),
    coordinateBasis: "general_knowledge",
    caseId: world.caseId,
  });

export const placeSpecimens: Specimens = {
  commands: [
    {
      command: recordPlace,
      as: "investigator",
      input: async (world) => ({ ...fields(world), caseId: world.caseId }),
    },
    {
      command: amendPlace,
      as: "investigator",
      async input(world) {
        const { id, version } = await aPlace(world);
        return { ...fields(world), name: world.marked("renamed"), placeId: id, version };
      },
    },
    {
      command: retractPlace,
      as: "investigator",
      async input(world) {
        const { id, version } = await aPlace(world);
        return { placeId: id, version, reason: world.marked("a mistake") };
      },
    },
  ],
  queries: [
    {
      query: countPlacesBy,
      as: "reviewer",
      async input(world) {
        await aPlace(world);
        return { caseId: world.caseId, by: "kind" };
      },
      showsMarker: false,
    },
    {
      query: listPlaces,
      as: "reviewer",
      async input(world) {
        await aPlace(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readPlace,
      as: "reviewer",
      input: async (world) => ({ placeId: (await aPlace(world)).id }),
      showsMarker: true,
    },
    {
      query: suggestPlaces,
      as: "investigator",
      async input(world) {
        await aPlace(world);
        return { caseId: world.caseId, text: MARKER };
      },
      showsMarker: true,
    },
  ],
};
