import { approveClearance } from "#lib/compartments/commands/approve-clearance.ts";
import { approveLift } from "#lib/compartments/commands/approve-lift.ts";
import { endClearance } from "#lib/compartments/commands/end-clearance.ts";
import { openCompartment } from "#lib/compartments/commands/open-compartment.ts";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { proposeClearance } from "#lib/compartments/commands/propose-clearance.ts";
import { proposeLift } from "#lib/compartments/commands/propose-lift.ts";
import { withdrawLift } from "#lib/compartments/commands/withdraw-lift.ts";
import { compartmentsOfRecord } from "#lib/compartments/queries/compartments-of-record.ts";
import { explainSight } from "#lib/compartments/queries/explain-sight.ts";
import { listClearances } from "#lib/compartments/queries/list-clearances.ts";
import { listCompartments } from "#lib/compartments/queries/list-compartments.ts";
import type { Specimens } from "../specimen.ts";
import type { Person, PersonKey, World } from "../world.ts";
import { aTestimony } from "./testimonies.ts";

const reason = "it concerns sexual violence";

/** A compartment of the organisation's own, for which one administrator clears people. */
export const aCompartment = async (world: World) =>
  (
    await world.do("administrator", openCompartment, {
      name: world.marked("apart"),
      nameAr: null,
      sensitive: false,
    })
  ).bit;

/** Clears somebody for a compartment of the world's case; where that needs two, the protection officer approves. */
export async function aClearance(world: World, of: PersonKey | Person, compartment: number, until = null) {
  const { accountId } = typeof of === "string" ? world.person(of) : of;
  const asked = { caseId: world.caseId, accountId, compartment, expiresAt: until, reason };
  const { id, version, waits } = await world.do("administrator", proposeClearance, asked);
  if (!waits) return { clearanceId: id, version };
  return {
    clearanceId: id,
    version: (await world.do("protection_officer", approveClearance, { clearanceId: id, version })).version,
  };
}

/** A record of the world's case in a compartment for which the protection officer and the senior reviewer are cleared. */
export async function aPlacedTestimony(world: World) {
  const bit = await aCompartment(world);
  for (const one of ["protection_officer", "senior_reviewer"] as const) await aClearance(world, one, bit);
  const { id } = await aTestimony(world);
  await world.do("investigator", placeRecord, { recordId: id, add: bit, reason });
  return { recordId: id, bit };
}

async function aProposedLift(world: World) {
  const { recordId, bit } = await aPlacedTestimony(world);
  const asked = { recordId, remove: bit, reason: "it was a mistake" };
  const { id, version } = await world.do("protection_officer", proposeLift, asked);
  return { placementId: id, version };
}

/** What an administrator asks for a reviewer, in a compartment that needs two. */
async function asked(world: World) {
  const apart = { name: world.marked("apart"), nameAr: null, sensitive: true };
  const { bit } = await world.do("administrator", openCompartment, apart);
  const { accountId } = world.person("reviewer2");
  const reason = world.marked("takes the accounts");
  return { caseId: world.caseId, accountId, compartment: bit, expiresAt: null, reason };
}

export const compartmentSpecimens: Specimens = {
  commands: [
    {
      command: openCompartment,
      as: "administrator",
      noSubject: true,
      input: async (world) => ({ name: world.marked("apart"), nameAr: null, sensitive: true }),
    },
    {
      command: placeRecord,
      as: "investigator",
      input: async (world) => ({ recordId: (await aTestimony(world)).id, add: 1, reason }),
    },
    {
      command: proposeLift,
      as: "protection_officer",
      async input(world) {
        const { recordId, bit } = await aPlacedTestimony(world);
        return { recordId, remove: bit, reason: world.marked("a mistake") };
      },
    },
    { command: approveLift, as: "senior_reviewer", input: aProposedLift },
    { command: withdrawLift, as: "protection_officer", input: aProposedLift },
    { command: proposeClearance, as: "administrator", input: asked },
    {
      command: approveClearance,
      as: "protection_officer",
      async input(world) {
        const { id, version } = await world.do("administrator", proposeClearance, await asked(world));
        return { clearanceId: id, version };
      },
    },
    {
      command: endClearance,
      as: "administrator",
      async input(world) {
        const bit = await aCompartment(world);
        return { ...(await aClearance(world, "reviewer2", bit)), reason: "term is over" };
      },
    },
  ],
  queries: [
    {
      query: compartmentsOfRecord,
      as: "protection_officer",
      input: async (world) => ({ recordId: (await aPlacedTestimony(world)).recordId }),
      showsMarker: true,
    },
    {
      query: listCompartments,
      as: "administrator",
      async input(world) {
        await aCompartment(world);
        return {};
      },
      showsMarker: true,
    },
    {
      query: listClearances,
      as: "reviewer",
      async input(world) {
        await aCompartment(world);
        return { caseId: world.caseId };
      },
      showsMarker: true,
    },
    {
      query: explainSight,
      as: "reviewer",
      async input(world) {
        await aCompartment(world);
        return { recordId: (await aTestimony(world)).id };
      },
      showsMarker: true,
    },
  ],
};
