import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { Line } from "#lib/core/fields.ts";
import { recorded } from "#lib/core/outcome.ts";
import { findServable } from "#lib/recipients/find.ts";
import { RecipientId } from "#lib/recipients/vocabulary.ts";
import { Purpose } from "#lib/release/vocabulary.ts";
import { z } from "zod";
import { queue } from "../acts.ts";
import { DossierLanguage } from "../vocabulary.ts";

/**
 * Queues an export for a recipient who may be handed something now (IIIM and IIMM: nothing without agreement and assurances):
 * it is built in the background, as the person who asked and with their rights at that time.
 */
export const startExport = command({
  name: "export.start",
  input: z.strictObject({
    caseId: CaseId,
    recipientId: RecipientId,
    /** What the recipient may use it for: the purpose that people were asked about. */
    releasePurpose: Purpose,
    language: DossierLanguage,
    purpose: Line,
  }),
  permission: "export.start",
  isSensitive: true,
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, recipientId, releasePurpose, language, purpose }) {
    await findServable(ctx, caseId, recipientId, releasePurpose);
    const what = { caseId, recipientId, releasePurpose, language, purpose };
    return recorded(await queue(ctx, { ...what, contents: "records", ofExportId: null, recipientKey: null }));
  },
});
