import { amendVictim } from "#lib/victims/commands/amend-victim.ts";
import { recordVictim } from "#lib/victims/commands/record-victim.ts";
import { retractVictim } from "#lib/victims/commands/retract-victim.ts";
import { countVictimsBy } from "#lib/victims/queries/count-victims-by.ts";
import { listVictims } from "#lib/victims/queries/list-victims.ts";
import { readVictim } from "#lib/victims/queries/read-victim.ts";
import { suggestVictims } from "#lib/victims/queries/suggest-victims.ts";
import type { Specimens } from "../specimen.ts";
import { MARKER, type World } from "../world.ts";
import { anIncident } from "./incidents.ts";
import { aSource } from "./sources.ts";

const fields = async (world: World) => ({
  kind: "group" as const,
  label: world.marked("men of the quarter"),
  ageBand: "adult" as const,
  sex: "male" as const,
  outcome: "killed" as const,
  incidentId: (await anIncident(world)).id,
  sourceId: (await aSource(world)).id,
  note: world.marked("note"),
});

/** A recorded victim of the world's case. */
export const aVictim = async (world: World, ageBand: "adult" | "child" = "adult") =>
  world.do("investigator", recordVictim, { ...(await fields(world)), ageBand, caseId: world.caseId });

export const victimSpecimens: Specimens = {
  commands: [
    {
      command: recordVictim,
      as: "investigator",
      input: async (world) => ({ ...(await fields(world)), caseId: world.caseId }),
    },
    {
      command: amendVictim,
      as: "investigator",
      async input(world) {
        const { id, version } = await aVictim(world);
        return { ...(await fields(world)), label: world.marked("other words"), victimId: id, version };
      },
    },
    {
      command: retractVictim,
      as: "investigator",
      async input(world) {
        const { id, version } = await aVictim(world);
        return { victimId: id, version, reason: world.marked("recorded twice") };
      },
    },
  ],
  queries: [
    {
      query: countVictimsBy,
      as: "reviewer",
      async input(world) {
        await aVictim(world);
        return { caseId: world.caseId, by: "incidentId" };
      },
      showsMarker: false,
    },
    {
      query: listVictims,
      as: "reviewer",
      async input(world) {
        await aVictim(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readVictim,
      as: "reviewer",
      input: async (world) => ({ victimId: (await aVictim(world)).id }),
      showsMarker: true,
    },
    {
      query: suggestVictims,
      as: "investigator",
      async input(world) {
        await aVictim(world);
        return { caseId: world.caseId, text: MARKER };
      },
      showsMarker: true,
    },
  ],
};
