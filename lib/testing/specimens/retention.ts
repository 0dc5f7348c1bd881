import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { approveDeletion } from "#lib/retention/commands/approve-deletion.ts";
import { classifyTestimony } from "#lib/retention/commands/classify-testimony.ts";
import { liftHold } from "#lib/retention/commands/lift-hold.ts";
import { placeHold } from "#lib/retention/commands/place-hold.ts";
import { refuseDeletion } from "#lib/retention/commands/refuse-deletion.ts";
import { requestDeletion } from "#lib/retention/commands/request-deletion.ts";
import { setTerm } from "#lib/retention/commands/set-term.ts";
import { shredRecord } from "#lib/retention/commands/shred-record.ts";
import { listDue } from "#lib/retention/queries/list-due.ts";
import { readRetention } from "#lib/retention/queries/read-retention.ts";
import { readTestimonyRetention } from "#lib/retention/queries/read-testimony-retention.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aTestimony } from "./testimonies.ts";

/** A testimony that was taken back, so that nothing rests on it. */
export async function aTakenBackTestimony(world: World) {
  const { id, version } = await aTestimony(world);
  return world.do("investigator", retractTestimony, {
    testimonyId: id,
    version,
    reason: world.marked("recorded twice"),
  });
}

/** A lawyer asks that a testimony be deleted. */
export const askedToDelete = (world: World, testimonyId: string, ground: "asked" | "due" = "asked") =>
  world.do("legal_officer", requestDeletion, {
    testimonyId,
    ground,
    reason: world.marked("she wrote to us"),
  });

/** A request that waits. */
async function aRequest(world: World) {
  const { id: testimonyId } = await aTakenBackTestimony(world);
  const { id: deletionId } = await askedToDelete(world, testimonyId);
  return { testimonyId, deletionId, version: 1 };
}

/** A testimony is put under a legal hold. */
export const held = (world: World, testimonyId: string | null) =>
  world.do("legal_officer", placeHold, {
    caseId: world.caseId,
    testimonyId,
    reason: world.marked("a court asked for it"),
  });

export const retentionSpecimens: Specimens = {
  commands: [
    {
      command: setTerm,
      as: "legal_officer",
      async input(world) {
        const { caseId } = world;
        const { terms } = await world.ask("legal_officer", readRetention, { caseId });
        const { seen } = terms.find(({ retentionClass }) => retentionClass === "long") ?? { seen: 0 };
        return {
          caseId,
          retentionClass: "long",
          months: 240,
          reason: world.marked("the archive's rule"),
          seen,
        };
      },
    },
    {
      command: classifyTestimony,
      as: "protection_officer",
      async input(world) {
        const { id: testimonyId } = await aTestimony(world);
        return { testimonyId, retentionClass: "kept", reason: world.marked("for the archive"), seen: 0 };
      },
    },
    {
      command: placeHold,
      as: "legal_officer",
      async input(world) {
        const { id: testimonyId } = await aTestimony(world);
        return { caseId: world.caseId, testimonyId, reason: world.marked("a court asked for it") };
      },
    },
    {
      command: liftHold,
      as: "legal_officer",
      async input(world) {
        const { id: testimonyId } = await aTestimony(world);
        const { id: holdId } = await held(world, testimonyId);
        return { holdId, version: 1, reason: world.marked("the court has decided") };
      },
    },
    {
      command: requestDeletion,
      as: "protection_officer",
      async input(world) {
        const { id: testimonyId } = await aTakenBackTestimony(world);
        return { testimonyId, ground: "mistake", reason: world.marked("another person's") };
      },
    },
    {
      command: approveDeletion,
      as: "protection_officer",
      async input(world) {
        const { deletionId, version } = await aRequest(world);
        return { deletionId, version };
      },
    },
    {
      command: refuseDeletion,
      as: "senior_reviewer",
      async input(world) {
        const { deletionId, version } = await aRequest(world);
        return { deletionId, version, reason: world.marked("a trial begins") };
      },
    },
    {
      command: shredRecord,
      as: "protection_officer",
      async input(world) {
        const { testimonyId, deletionId, version } = await aRequest(world);
        await world.do("protection_officer", approveDeletion, { deletionId, version });
        return { testimonyId, ground: "asked" };
      },
    },
  ],
  queries: [
    {
      query: readRetention,
      as: "protection_officer",
      async input(world) {
        const { testimonyId } = await aRequest(world);
        await held(world, testimonyId);
        return { caseId: world.caseId };
      },
      showsMarker: true,
    },
    {
      query: listDue,
      as: "legal_officer",
      input: async (world) => ({ caseId: world.caseId, page: {} }),
      // Nothing of a world is old enough; lib/retention/retention.db.test.ts lets time pass.
      showsMarker: false,
    },
    {
      query: readTestimonyRetention,
      as: "investigator",
      async input(world) {
        const { testimonyId } = await aRequest(world);
        return { testimonyId };
      },
      showsMarker: true,
    },
  ],
};
