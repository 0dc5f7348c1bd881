import { approveConsent } from "#lib/consent/commands/approve-consent.ts";
import { recordConsent } from "#lib/consent/commands/record-consent.ts";
import { withdrawConsent } from "#lib/consent/commands/withdraw-consent.ts";
import { foreseeWithdrawal } from "#lib/consent/queries/foresee-withdrawal.ts";
import { readConsent } from "#lib/consent/queries/read-consent.ts";
import type { CELL_KEYS } from "#lib/consent/vocabulary.ts";
import type { z } from "zod";
import type { Specimens } from "../specimen.ts";
import type { PersonKey, World } from "../world.ts";
import { aWitness } from "./witnesses.ts";

/** Questions have fields of their own, named after them; the command's schema looks at each. */
type Fields = Omit<z.input<typeof recordConsent.input>, "witnessId" | "seen"> &
  Partial<Record<(typeof CELL_KEYS)[number], unknown>>;

/** A sitting in which everything was done as it has to be: yes to our own use and to the court at The Hague, under a code. */
export const sitting = (world: World, changes: Partial<Fields> = {}): Fields => ({
  answeredOn: new Date(world.now()).toISOString().slice(0, 10),
  language: "ar",
  interpreterUsed: "no",
  risksExplained: "yes",
  rightToRefuse: "yes",
  noPaymentOrPromise: "yes",
  howGiven: "signed",
  safeCopy: "kept_for_person",
  ourselves_analysis: "identified",
  icc_proceedings: "pseudonymous",
  note: world.marked("said at home"),
  ...changes,
});

/** What somebody answers after what stands in their ledger already. */
export async function answered(
  world: World,
  witnessId: string,
  changes: Partial<Fields> = {},
  as: PersonKey = "investigator",
) {
  const { seen } = await world.ask(as, readConsent, { witnessId });
  return world.do(as, recordConsent, { ...sitting(world, changes), witnessId, seen });
}

/** A witness who answered, and then more broadly: that answer waits for a second person. */
async function aWideningOf(world: World) {
  const witness = await aWitness(world);
  await answered(world, witness.id);
  await answered(world, witness.id, { ourselves_analysis: null, icc_proceedings: "identified" });
  const { cells } = await world.ask("investigator", readConsent, { witnessId: witness.id });
  const [waiting] = cells.flatMap((cell) => cell.waiting);
  if (!waiting) throw new Error("nothing waits for a second person");
  return waiting;
}

export const consentSpecimens: Specimens = {
  commands: [
    {
      command: recordConsent,
      as: "investigator",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        const otherCondition = world.marked("not before the trial");
        return { ...sitting(world, { otherCondition }), witnessId, seen: 0 };
      },
    },
    {
      command: withdrawConsent,
      as: "protection_officer",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        await answered(world, witnessId);
        const { seen } = await world.ask("investigator", readConsent, { witnessId });
        return { witnessId, seen, cells: null, note: world.marked("by telephone") };
      },
    },
    {
      command: approveConsent,
      as: "protection_officer",
      async input(world) {
        const { id: answerId, version } = await aWideningOf(world);
        return { answerId, version };
      },
    },
  ],
  queries: [
    {
      query: readConsent,
      as: "investigator",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        await answered(world, witnessId);
        return { witnessId };
      },
      showsMarker: true,
    },
    {
      query: foreseeWithdrawal,
      as: "investigator",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        return { witnessId };
      },
      showsMarker: false,
    },
  ],
};
