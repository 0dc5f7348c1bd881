import { testimonies } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { ledgerOf } from "#lib/consent/find/ledger.ts";
import { z } from "zod";
import { findTestimony, findVersion } from "../find.ts";
import { mustBeAskedOfTheWitness } from "../rules.ts";
import { ConsentAnswer, TestimonyId } from "../vocabulary.ts";

/**
 * Records what the witness answered: may we use this ourselves, may it leave the house. Anything but yes is no. Once the person
 * has a ledger of answers, these follow from it and are recorded nowhere else.
 */
export const setConsent = command({
  name: "testimony.setConsent",
  input: z.strictObject({
    testimonyId: TestimonyId,
    version: RowVersion,
    consentInternal: ConsentAnswer,
    consentExport: ConsentAnswer,
    /** How and when the answer was given. */
    reason: Reason,
  }),
  permission: "testimony.consent",
  load: (ctx, { testimonyId }) => findTestimony(ctx, testimonyId),
  async run(ctx, { testimonyId, version, consentInternal, consentExport, reason }, testimony) {
    mustStand(testimony);
    if (testimony.kind === "published_account") throw new Conflict("consent.not_needed");
    const { witnessId } = testimony;
    if (witnessId !== null && (await ledgerOf(ctx.read, witnessId)).length > 0)
      throw new Conflict("consent.in_ledger");
    const { facts } = await findVersion(ctx, testimonyId, testimony.versionNumber);
    mustBeAskedOfTheWitness(testimony, facts, [consentInternal, consentExport]);
    const answers = { consentInternal, consentExport, updatedAt: ctx.now };
    const after = await ctx.write.amend(testimonies, testimonyId, version, answers);
    await recheckFindings(ctx, { testimonyId });
    return amended(testimony, after, reason);
  },
});
