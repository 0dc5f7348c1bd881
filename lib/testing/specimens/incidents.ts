import { amendIncident } from "#lib/incidents/commands/amend-incident.ts";
import { recordIncident } from "#lib/incidents/commands/record-incident.ts";
import { retractIncident } from "#lib/incidents/commands/retract-incident.ts";
import { countIncidentsBy } from "#lib/incidents/queries/count-incidents-by.ts";
import { listIncidents } from "#lib/incidents/queries/list-incidents.ts";
import { readIncident } from "#lib/incidents/queries/read-incident.ts";
import { suggestIncidents } from "#lib/incidents/queries/suggest-incidents.ts";
import type { Specimens } from "../specimen.ts";
import { MARKER, type World } from "../world.ts";

/** The fields of an incident. */
export const incidentFields = (world: World) => ({
  title: world.marked("incident"),
  titleAr: world.marked("حادثة"),
  recordKind: "event" as const,
  occurredEdtf: "2031-02-14/2031-02-15",
  occurredWording: world.marked("the night of Friday"),
  dateNote: world.marked("date note"),
  localTime: world.marked("after midnight"),
  victimGroup: "civilians_unspecified" as const,
  attributedSide: "not_stated" as const,
  violations: ["K1" as const, "L3" as const],
  summary: world.marked("summary"),
  parentId: null as string | null,
  note: world.marked("note"),
});

/** A recorded incident of the world's case. */
export const anIncident = (world: World, parentId: string | null = null) =>
  world.do("investigator", recordIncident, { ...incidentFields(world), parentId, caseId: world.caseId });

export const incidentSpecimens: Specimens = {
  commands: [
    {
      command: recordIncident,
      as: "investigator",
      input: async (world) => ({
        ...incidentFields(world),
        parentId: (await anIncident(world)).id,
        caseId: world.caseId,
      }),
    },
    {
      command: amendIncident,
      as: "investigator",
      async input(world) {
        const { id, version } = await anIncident(world);
        return { ...incidentFields(world), title: world.marked("renamed"), incidentId: id, version };
      },
    },
    {
      command: retractIncident,
      as: "investigator",
      async input(world) {
        const { id, version } = await anIncident(world);
        return { incidentId: id, version, reason: world.marked("recorded twice") };
      },
    },
  ],
  queries: [
    {
      query: countIncidentsBy,
      as: "reviewer",
      async input(world) {
        await anIncident(world);
        return { caseId: world.caseId, by: "recordKind" };
      },
      showsMarker: false,
    },
    {
      query: listIncidents,
      as: "reviewer",
      async input(world) {
        await anIncident(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readIncident,
      as: "reviewer",
      async input(world) {
        const above = await anIncident(world);
        await anIncident(world, above.id);
        return { incidentId: above.id };
      },
      showsMarker: true,
    },
    {
      query: suggestIncidents,
      as: "investigator",
      async input(world) {
        await anIncident(world);
        return { caseId: world.caseId, text: MARKER };
      },
      showsMarker: true,
    },
  ],
};
