import { amendRecipient } from "#lib/recipients/commands/amend-recipient.ts";
import { recordRecipient } from "#lib/recipients/commands/record-recipient.ts";
import { retractRecipient } from "#lib/recipients/commands/retract-recipient.ts";
import { listRecipients } from "#lib/recipients/queries/list-recipients.ts";
import { readRecipient } from "#lib/recipients/queries/read-recipient.ts";
import { suggestRecipients } from "#lib/recipients/queries/suggest-recipients.ts";
import type { RecipientFields } from "#lib/recipients/vocabulary.ts";
import { ASSURANCES_OF } from "#lib/release/vocabulary.ts";
import type { Specimens } from "../specimen.ts";
import { MARKER, type World } from "../world.ts";

const DAY_MS = 86_400_000;
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The fields of a court's office with which everything is agreed for a year from the world's yesterday on. */
export function recipientFields(world: World, changes: Partial<RecipientFields> = {}): RecipientFields {
  const [from, until] = [dayOf(world.now() - DAY_MS), dayOf(world.now() + 365 * DAY_MS)];
  return {
    name: world.marked("office of the prosecutor"),
    nameAr: null,
    recipientClass: "icc",
    country: null,
    agreementFrom: from,
    agreementUntil: until,
    agreementNote: world.marked("letter on file"),
    assurances: ASSURANCES_OF.icc.map((kind) => ({ kind, from, until })),
    note: world.marked("note"),
    ...changes,
  };
}

/** A recipient of the world's case that may be handed something. */
export const aRecipient = (world: World, changes: Partial<RecipientFields> = {}) =>
  world.do("legal_officer", recordRecipient, { ...recipientFields(world, changes), caseId: world.caseId });

export const recipientSpecimens: Specimens = {
  commands: [
    {
      command: recordRecipient,
      as: "legal_officer",
      input: async (world) => ({ ...recipientFields(world), caseId: world.caseId }),
    },
    {
      command: amendRecipient,
      as: "legal_officer",
      async input(world) {
        const { id, version } = await aRecipient(world);
        const fields = recipientFields(world, { name: world.marked("renamed") });
        return { ...fields, recipientId: id, version };
      },
    },
    {
      command: retractRecipient,
      as: "legal_officer",
      async input(world) {
        const { id, version } = await aRecipient(world);
        return { recipientId: id, version, reason: world.marked("a mistake") };
      },
    },
  ],
  queries: [
    {
      query: listRecipients,
      as: "investigator",
      async input(world) {
        await aRecipient(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readRecipient,
      as: "legal_officer",
      input: async (world) => ({ recipientId: (await aRecipient(world)).id }),
      showsMarker: true,
    },
    {
      query: suggestRecipients,
      as: "legal_officer",
      async input(world) {
        await aRecipient(world);
        return { caseId: world.caseId, text: MARKER, limit: 5 };
      },
      showsMarker: true,
    },
  ],
};
