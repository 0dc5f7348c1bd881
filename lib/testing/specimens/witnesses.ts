import { amendWitness } from "#lib/witnesses/commands/amend-witness.ts";
import { recordWitness } from "#lib/witnesses/commands/record-witness.ts";
import { retractWitness } from "#lib/witnesses/commands/retract-witness.ts";
import { countWitnessesBy } from "#lib/witnesses/queries/count-witnesses-by.ts";
import { listWitnesses } from "#lib/witnesses/queries/list-witnesses.ts";
import { readWitness } from "#lib/witnesses/queries/read-witness.ts";
import { suggestWitnesses } from "#lib/witnesses/queries/suggest-witnesses.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";

const fields = (world: World) => ({
  ageBand: "adult" as const,
  sex: "female" as const,
  protectionNote: world.marked("asks to be told first"),
  note: world.marked("note"),
});

/** A recorded witness of the world's case. */
export const aWitness = (world: World, ageBand: "adult" | "child" = "adult") =>
  world.do("investigator", recordWitness, { ...fields(world), ageBand, caseId: world.caseId });

export const witnessSpecimens: Specimens = {
  commands: [
    {
      command: recordWitness,
      as: "investigator",
      input: async (world) => ({ ...fields(world), caseId: world.caseId }),
    },
    {
      command: amendWitness,
      as: "protection_officer",
      async input(world) {
        const { id, version } = await aWitness(world);
        return { ...fields(world), note: world.marked("other note"), witnessId: id, version };
      },
    },
    {
      command: retractWitness,
      as: "investigator",
      async input(world) {
        const { id, version } = await aWitness(world);
        return { witnessId: id, version, reason: world.marked("recorded twice") };
      },
    },
  ],
  queries: [
    {
      query: countWitnessesBy,
      as: "reviewer",
      async input(world) {
        await aWitness(world);
        return { caseId: world.caseId, by: "sex" };
      },
      showsMarker: false,
    },
    {
      query: listWitnesses,
      as: "reviewer",
      async input(world) {
        await aWitness(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: false,
    },
    {
      query: readWitness,
      as: "reviewer",
      input: async (world) => ({ witnessId: (await aWitness(world)).id }),
      showsMarker: true,
    },
    {
      query: suggestWitnesses,
      as: "investigator",
      async input(world) {
        await aWitness(world);
        return { caseId: world.caseId, text: "W-" };
      },
      showsMarker: false,
    },
  ],
};
