import { assignRecord } from "#lib/assignments/commands/assign-record.ts";
import { endAssignment } from "#lib/assignments/commands/end-assignment.ts";
import { assignmentOf } from "#lib/assignments/queries/assignment-of.ts";
import { listMyAssignments } from "#lib/assignments/queries/list-my-assignments.ts";
import type { Specimens } from "../specimen.ts";
import type { PersonKey, World } from "../world.ts";
import { anIncident } from "./incidents.ts";

/** A record of the world's case, given to somebody. */
export async function anAssignment(world: World, to: PersonKey = "reviewer", recordId?: string) {
  const record = recordId ?? (await anIncident(world)).id;
  const assignment = await world.do("investigator", assignRecord, {
    recordId: record,
    assigneeId: world.person(to).accountId,
    dueOn: "2031-03-01",
    note: world.marked("look at the dates"),
  });
  return { ...assignment, recordId: record };
}

export const assignmentSpecimens: Specimens = {
  commands: [
    {
      command: assignRecord,
      as: "investigator",
      input: async (world) => ({
        recordId: (await anIncident(world)).id,
        assigneeId: world.person("reviewer").accountId,
        dueOn: "2031-03-01",
        note: world.marked("look at the dates"),
        replacesId: null,
      }),
    },
    {
      command: endAssignment,
      as: "reviewer",
      async input(world) {
        const { id, version } = await anAssignment(world);
        return { assignmentId: id, version, ending: "handed_back" };
      },
    },
  ],
  queries: [
    {
      query: assignmentOf,
      as: "senior_reviewer",
      input: async (world) => ({ recordId: (await anAssignment(world)).recordId }),
      showsMarker: true,
    },
    {
      query: listMyAssignments,
      as: "reviewer",
      async input(world) {
        await anAssignment(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
  ],
};
