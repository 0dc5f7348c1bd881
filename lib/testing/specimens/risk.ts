import { assessRisk } from "#lib/risk/commands/assess-risk.ts";
import { reportRiskEvent } from "#lib/risk/commands/report-risk-event.ts";
import { readRisk } from "#lib/risk/queries/read-risk.ts";
import type { z } from "zod";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aWitness } from "./witnesses.ts";

const DAY_MS = 86_400_000;
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

type Fields = Omit<z.input<typeof assessRisk.input>, "witnessId" | "seen">;

/** A low risk, for thirty days, about which everything was done. */
export const risk = (world: World, changes: Partial<Fields> = {}): Fields => ({
  likelihood: 1,
  impact: 2,
  threats: ["community"],
  triggers: ["trial"],
  mitigations: [{ text: world.marked("moved to relatives"), done: true }],
  validOn: dayOf(world.now() + 30 * DAY_MS),
  note: world.marked("asked at home"),
  ...changes,
});

/** What is assessed of a person after what was assessed before. */
export async function assessed(world: World, witnessId: string, changes: Partial<Fields> = {}) {
  const { seen } = await world.ask("investigator", readRisk, { witnessId });
  return world.do("investigator", assessRisk, { ...risk(world, changes), witnessId, seen });
}

/** Something happens to a person, or to everybody in the case. */
export const happened = (world: World, witnessId: string, everybody = false) =>
  world.do("protection_officer", reportRiskEvent, {
    witnessId,
    everybody,
    kind: "arrest",
    happenedOn: dayOf(world.now() - DAY_MS),
    note: world.marked("a neighbour was arrested"),
  });

export const riskSpecimens: Specimens = {
  commands: [
    {
      command: assessRisk,
      as: "protection_officer",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        return { ...risk(world), witnessId, seen: 0 };
      },
    },
    {
      command: reportRiskEvent,
      as: "investigator",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        const happenedOn = dayOf(world.now());
        return {
          witnessId,
          everybody: false,
          kind: "leak",
          happenedOn,
          note: world.marked("a list was read"),
        };
      },
    },
  ],
  queries: [
    {
      query: readRisk,
      as: "reviewer",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        await assessed(world, witnessId);
        return { witnessId };
      },
      showsMarker: true,
    },
  ],
};
