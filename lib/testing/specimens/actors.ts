import { amendActor } from "#lib/actors/commands/amend-actor.ts";
import { recordActor } from "#lib/actors/commands/record-actor.ts";
import { retractActor } from "#lib/actors/commands/retract-actor.ts";
import { countActorsBy } from "#lib/actors/queries/count-actors-by.ts";
import { listActors } from "#lib/actors/queries/list-actors.ts";
import { readActor } from "#lib/actors/queries/read-actor.ts";
import { suggestActors } from "#lib/actors/queries/suggest-actors.ts";
import type { Specimens } from "../specimen.ts";
import { MARKER, type World } from "../world.ts";

const fields = (world: World) => ({
  name: world.marked("company"),
  nameAr: world.marked("سرية"),
  aliases: world.marked("other names"),
  kind: "unit" as const,
  parentId: null as string | null,
  affiliationAlleged: world.marked("affiliation"),
  attributedSide: "unknown" as const,
  note: world.marked("note"),
});

/** A recorded actor of the world's case. */
export const anActor = (world: World, parentId: string | null = null) =>
  world.do("investigator", recordActor, { ...fields(world), parentId, caseId: world.caseId });

export const actorSpecimens: Specimens = {
  commands: [
    {
      command: recordActor,
      as: "investigator",
      input: async (world) => ({
        ...fields(world),
        parentId: (await anActor(world)).id,
        caseId: world.caseId,
      }),
    },
    {
      command: amendActor,
      as: "investigator",
      async input(world) {
        const { id, version } = await anActor(world);
        return { ...fields(world), name: world.marked("renamed"), actorId: id, version };
      },
    },
    {
      command: retractActor,
      as: "investigator",
      async input(world) {
        const { id, version } = await anActor(world);
        return { actorId: id, version, reason: world.marked("recorded twice") };
      },
    },
  ],
  queries: [
    {
      query: countActorsBy,
      as: "reviewer",
      async input(world) {
        await anActor(world);
        return { caseId: world.caseId, by: "kind" };
      },
      showsMarker: false,
    },
    {
      query: listActors,
      as: "reviewer",
      async input(world) {
        await anActor(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readActor,
      as: "reviewer",
      async input(world) {
        const above = await anActor(world);
        await anActor(world, above.id);
        return { actorId: above.id };
      },
      showsMarker: true,
    },
    {
      query: suggestActors,
      as: "investigator",
      async input(world) {
        await anActor(world);
        return { caseId: world.caseId, text: MARKER };
      },
      showsMarker: true,
    },
  ],
};
