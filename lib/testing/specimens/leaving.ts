import { handOver } from "#lib/leaving/commands/hand-over.ts";
import { leave } from "#lib/leaving/commands/leave.ts";
import { readLeaving } from "#lib/leaving/queries/read-leaving.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { anAssignment } from "./assignments.ts";

/** Somebody with work in the world's case, and who could go on with it. */
async function aLeaver(world: World) {
  await anAssignment(world, "investigator2");
  return {
    accountId: world.person("investigator2").accountId,
    successorId: world.person("investigator").accountId,
  };
}

const reason = "leaves for another house";

export const leavingSpecimens: Specimens = {
  commands: [
    {
      command: handOver,
      as: "administrator",
      input: async (world) => ({ caseId: world.caseId, ...(await aLeaver(world)), reason }),
    },
    {
      command: leave,
      as: "administrator",
      async input(world) {
        const { accountId, successorId } = await aLeaver(world);
        const successors = [{ caseId: world.caseId, accountId: successorId }];
        return { accountId, version: 1, reason, successors };
      },
    },
  ],
  queries: [
    {
      query: readLeaving,
      as: "administrator",
      input: async (world) => ({ accountId: (await aLeaver(world)).accountId }),
      showsMarker: true,
    },
  ],
};
