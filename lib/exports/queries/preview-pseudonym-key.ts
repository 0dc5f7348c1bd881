import { recipients } from "#db/schema/index.ts";
import { idOf } from "#lib/core/fields.ts";
import { findReference } from "#lib/core/find-record.ts";
import { query } from "#lib/core/query.ts";
import { RecipientId } from "#lib/recipients/vocabulary.ts";
import { Purpose } from "#lib/release/vocabulary.ts";
import { z } from "zod";
import { destinationOfKey, peopleOfKey, whyNoKey } from "../find/key.ts";
import { findExport } from "../find/records.ts";

/**
 * Whom the key to the codes of a bag would name to a recipient now, by code alone, and who stays behind their code and why; without
 * a recipient, of which bag it would be and for what. Where there is none to be had, the rule that bars it. No identity is opened.
 */
export const previewPseudonymKey = query({
  name: "pseudonymKey.preview",
  input: z.strictObject({ exportId: idOf("export"), recipientId: RecipientId.optional() }),
  permission: "pseudonymKey.start",
  async run(ctx, { exportId, recipientId }) {
    const bag = await findExport(ctx, exportId, "pseudonymKey.start");
    const { id, code, caseId } = bag;
    const barredBy = await whyNoKey(ctx, bag);
    const of = { bag: { id, code, caseId }, purpose: Purpose.parse(bag.releasePurpose), barredBy };
    if (barredBy !== null || recipientId === undefined) return { ...of, people: null };
    const recipient = await findReference(ctx, recipients, recipientId, caseId, "recipient.read");
    const found = await peopleOfKey(ctx.read, bag, destinationOfKey(bag, recipient), ctx.now);
    const named = found.named.map((one) => ({ code: one.code, accounts: one.accounts.length }));
    return { ...of, people: { named, unnamed: found.unnamed } };
  },
});
