import { findOpenCase } from "#lib/cases/find.ts";
import { command } from "#lib/core/command.ts";
import { idOf, Line } from "#lib/core/fields.ts";
import { recorded } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findServable } from "#lib/recipients/find.ts";
import { RecipientId } from "#lib/recipients/vocabulary.ts";
import { Purpose } from "#lib/release/vocabulary.ts";
import { z } from "zod";
import { queue } from "../acts.ts";
import { destinationOfKey, findBagForKey, peopleOfKey } from "../find/key.ts";
import { findExport } from "../find/records.ts";
import { RecipientKey } from "../rules/recipient-key.ts";
import { DossierLanguage } from "../vocabulary.ts";

/**
 * Queues the key to the codes of a bag: a second bag, encrypted to a key of its recipient's own, that two people approve by itself. It
 * names those alone who agreed to be named before this very recipient, for the purpose of the bag.
 */
export const startPseudonymKey = command({
  name: "pseudonymKey.start",
  input: z.strictObject({
    /** The bag of records whose codes it opens. */
    exportId: idOf("export"),
    recipientId: RecipientId,
    recipientKey: RecipientKey,
    language: DossierLanguage,
    purpose: Line,
  }),
  permission: "pseudonymKey.start",
  isSensitive: true,
  sight: "export.read",
  load: (ctx, { exportId }) => findExport(ctx, exportId),
  async run(ctx, { exportId, recipientId, recipientKey, language, purpose }) {
    const bag = await findBagForKey(ctx, exportId);
    await findOpenCase(ctx, bag.caseId);
    const releasePurpose = Purpose.parse(bag.releasePurpose);
    const recipient = await findServable(ctx, bag.caseId, recipientId, releasePurpose, "recipientId");
    const { named } = await peopleOfKey(ctx.read, bag, destinationOfKey(bag, recipient), ctx.now);
    if (named.length === 0) throw new Conflict("pseudonymKey.nobody_named");
    const row = await queue(ctx, {
      caseId: bag.caseId,
      recipientId,
      releasePurpose,
      language,
      purpose,
      contents: "pseudonyms",
      ofExportId: bag.id,
      recipientKey,
    });
    return recorded(row);
  },
});
