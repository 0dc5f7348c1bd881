import { sources } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { findSource, mustHoldBearings } from "../find.ts";
import { SourceFields, SourceId } from "../vocabulary.ts";

/** Changes what is recorded of a source; its grades are untouched and the former values stay in the log. */
export const amendSource = command({
  name: "source.amend",
  input: SourceFields.extend({ sourceId: SourceId, version: RowVersion }),
  permission: "source.write",
  load: (ctx, { sourceId }) => findSource(ctx, sourceId),
  async run(ctx, { sourceId, version, ...fields }, source) {
    mustStand(source);
    await mustHoldBearings(ctx, source.caseId, sourceId, fields);
    const after = await ctx.write.amend(sources, sourceId, version, { ...fields, updatedAt: ctx.now });
    const { partyId, organisationId, isUnattributed } = source;
    const isBorneOtherwise =
      fields.partyId !== partyId ||
      fields.organisationId !== organisationId ||
      fields.isUnattributed !== isUnattributed;
    // The organisation that it belongs to, or belonged to, shares a trait with it or no longer does.
    const wholes = [organisationId, fields.organisationId].flatMap((id) => id ?? []);
    if (isBorneOtherwise) {
      await recheckFindings(ctx, { sourceId });
      for (const whole of new Set(wholes)) await recheckFindings(ctx, { sourceId: whole });
    }
    return amended(source, after);
  },
});
