import { permitContact } from "#lib/contact/commands/permit-contact.ts";
import { setContact } from "#lib/contact/commands/set-contact.ts";
import { setPlan } from "#lib/contact/commands/set-plan.ts";
import { usePermit } from "#lib/contact/commands/use-permit.ts";
import { readPlan } from "#lib/contact/queries/read-plan.ts";
import { readContact } from "#lib/contact/queries/read-contact.ts";
import { recordTalk } from "#lib/contact/commands/record-talk.ts";
import { listTalks } from "#lib/contact/queries/list-talks.ts";
import type { PlanFields, TalkFields } from "#lib/contact/vocabulary.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aRecipient } from "./recipients.ts";
import { aWitness } from "./witnesses.ts";

/** A talk of today about a recipient, to which the person agreed. */
export const talk = (world: World, recipientId: string, changes: Partial<TalkFields> = {}) => ({
  recipientId,
  talkedOn: new Date(world.now()).toISOString().slice(0, 10),
  agrees: "yes" as const,
  howReached: "in_person" as const,
  note: world.marked("in the garden"),
  ...changes,
});

/** What somebody says who wants no contact. */
export const noContact = (world: World) => ({ mode: "never" as const, reason: world.marked("said so") });

/** A protection officer's permit for one act with a person. */
export const permitted = (world: World, witnessId: string, kind: "contact" | "interview") =>
  world.do("protection_officer", permitContact, { witnessId, kind, reason: world.marked("asked for") });

/** Lets a person who gave an account already be heard again, where a protection officer may see both. */
export async function heardAgain(world: World, witnessId: string): Promise<void> {
  const found = await world.ask("protection_officer", readContact, { witnessId }).catch(() => null);
  if (found !== null && found.accounts > 0) await permitted(world, witnessId, "interview");
}

/** How somebody is contacted safely. */
export const plan = (world: World, changes: Partial<PlanFields> = {}) => ({
  way: "telephone" as const,
  times: world.marked("weekday mornings"),
  ifAnother: world.marked("say it is about the garden"),
  mustNot: [{ what: world.marked("leave a message") }],
  codeWord: world.marked("heron"),
  ...changes,
});

/** Somebody whose plan is on record, and a reason to open it. */
export async function aPlan(world: World) {
  const { id: witnessId } = await aWitness(world);
  await world.do("investigator", setPlan, { ...plan(world), witnessId, seen: 0 });
  return { witnessId, reason: "other" as const, why: world.marked("they asked us to call") };
}

/** Somebody who was talked to about a recipient. */
async function aTalk(world: World) {
  const { id: witnessId } = await aWitness(world);
  const { id: recipientId } = await aRecipient(world);
  await world.do("investigator", recordTalk, { ...talk(world, recipientId), witnessId });
  return { witnessId };
}

export const contactSpecimens: Specimens = {
  commands: [
    {
      command: recordTalk,
      as: "protection_officer",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        const { id: recipientId } = await aRecipient(world);
        return { ...talk(world, recipientId), witnessId };
      },
    },
    {
      command: setContact,
      as: "investigator",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        return {
          ...noContact(world),
          mode: "only_through",
          through: world.marked("a lawyer"),
          witnessId,
          seen: 0,
        };
      },
    },
    {
      command: setPlan,
      as: "investigator",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        return { ...plan(world), witnessId, seen: 0 };
      },
    },
    {
      command: permitContact,
      as: "protection_officer",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        return { witnessId, kind: "contact", reason: world.marked("they called") };
      },
    },
    {
      command: usePermit,
      as: "investigator",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        return { permitId: (await permitted(world, witnessId, "contact")).id };
      },
    },
  ],
  queries: [
    { query: readPlan, as: "investigator", input: aPlan, showsMarker: true },
    { query: listTalks, as: "investigator", input: aTalk, showsMarker: true },
    {
      query: readContact,
      as: "reviewer",
      async input(world) {
        const { id: witnessId } = await aWitness(world);
        await world.do("investigator", setContact, { ...noContact(world), witnessId, seen: 0 });
        return { witnessId };
      },
      showsMarker: true,
    },
  ],
};
