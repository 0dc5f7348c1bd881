import { endEmergency } from "#lib/emergencies/commands/end-emergency.ts";
import { openEmergency } from "#lib/emergencies/commands/open-emergency.ts";
import { reviewEmergency } from "#lib/emergencies/commands/review-emergency.ts";
import { emergencyFrame } from "#lib/emergencies/queries/emergency-frame.ts";
import { listEmergencies } from "#lib/emergencies/queries/list-emergencies.ts";
import { ownEmergencies } from "#lib/emergencies/queries/own-emergencies.ts";
import { readEmergency } from "#lib/emergencies/queries/read-emergency.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";

const asked = (world: World) =>
  ({ caseId: world.caseId, minutes: 5, reason: world.marked("a threat was reported") }) as const;

/** Closes what whoever is on call has open, and has all of theirs reviewed: they open no third without it. */
export async function allReviewed(world: World): Promise<void> {
  const { rows } = await world.ask("on_call", ownEmergencies, {});
  for (const { id: emergencyId, version, state } of rows.filter((one) => one.state !== "reviewed")) {
    const isOpen = state === "open";
    const over = isOpen ? await world.do("on_call", endEmergency, { emergencyId, version }) : { version };
    await world.do("protection_officer", reviewEmergency, {
      emergencyId,
      version: over.version,
      ...found(world),
    });
  }
}

const found = (world: World) => ({ verdict: "justified", note: world.marked("it was needed") }) as const;

/** The world's case, open in an emergency to who is on call for it. */
export async function anEmergency(world: World): Promise<{ emergencyId: string; version: number }> {
  await allReviewed(world);
  const { id, version } = await world.do("on_call", openEmergency, asked(world));
  return { emergencyId: id, version };
}

/** One that is over and waits for its review. */
export async function anEndedEmergency(world: World): Promise<{ emergencyId: string; version: number }> {
  const opened = await anEmergency(world);
  const { version } = await world.do("on_call", endEmergency, opened);
  return { ...opened, version };
}

/** One that was looked at by a second person. */
export async function aReviewedEmergency(world: World): Promise<{ emergencyId: string }> {
  const ended = await anEndedEmergency(world);
  await world.do("protection_officer", reviewEmergency, { ...ended, ...found(world) });
  return { emergencyId: ended.emergencyId };
}

export const emergencySpecimens: Specimens = {
  commands: [
    { command: openEmergency, as: "on_call", input: async (world) => asked(world) },
    { command: endEmergency, as: "on_call", input: anEmergency },
    {
      command: reviewEmergency,
      as: "protection_officer",
      input: async (world) => ({ ...(await anEndedEmergency(world)), ...found(world) }),
    },
  ],
  queries: [
    { query: emergencyFrame, as: "on_call", input: async () => ({}), showsMarker: false },
    {
      query: ownEmergencies,
      as: "on_call",
      async input(world) {
        await aReviewedEmergency(world);
        return {};
      },
      showsMarker: true,
    },
    {
      query: listEmergencies,
      as: "protection_officer",
      async input(world) {
        await aReviewedEmergency(world);
        return { page: {} };
      },
      showsMarker: true,
    },
    { query: readEmergency, as: "auditor", input: aReviewedEmergency, showsMarker: true },
  ],
};
