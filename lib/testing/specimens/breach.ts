import { listExposed } from "#lib/breach/queries/list-exposed.ts";
import { listLosses } from "#lib/breach/queries/list-losses.ts";
import { setContact } from "#lib/contact/commands/set-contact.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aReadyExport } from "./exports.ts";
import { assessed } from "./risk.ts";
import { aWitness } from "./witnesses.ts";

/** Somebody at the highest risk, who is to be reached through somebody else: they are on the first page, however many there are. */
async function somebodyToReach(world: World): Promise<void> {
  const { id: witnessId } = await aWitness(world);
  await assessed(world, witnessId, { likelihood: 5, impact: 5 });
  await world.do("investigator", setContact, {
    witnessId,
    seen: 0,
    mode: "only_through",
    through: world.marked("their lawyer"),
    reason: world.marked("said so"),
  });
}

export const breachSpecimens: Specimens = {
  commands: [],
  queries: [
    {
      query: listExposed,
      as: "protection_officer",
      async input(world) {
        await somebodyToReach(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: listLosses,
      as: "protection_officer",
      async input(world) {
        await aReadyExport(world);
        return { caseId: world.caseId };
      },
      showsMarker: true,
    },
  ],
};
