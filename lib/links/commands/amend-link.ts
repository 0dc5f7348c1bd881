import { links } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { findLink, mustBeTheOnlyOne, mustHoldBasisSource, mustNotLoop } from "../find.ts";
import { mustSayWhatTheKindAsks, pairKeyOf } from "../rules.ts";
import { LinkFields, LinkId } from "../vocabulary.ts";

/** Changes what a link says. Its ends stay: a link to another record is another link. */
export const amendLink = command({
  name: "link.amend",
  input: LinkFields.extend({ linkId: LinkId, version: RowVersion }),
  permission: "link.write",
  load: (ctx, { linkId }) => findLink(ctx, linkId),
  async run(ctx, { linkId, version, ...fields }, link) {
    mustStand(link);
    mustSayWhatTheKindAsks(link.kind, fields);
    await mustHoldBasisSource(ctx, link.caseId, fields.basisSourceId);
    const after = { ...link, ...fields };
    await mustBeTheOnlyOne(ctx, after, linkId);
    await mustNotLoop(ctx, after, linkId);
    const changes = { ...fields, pairKey: pairKeyOf(after), updatedAt: ctx.now };
    return amended(link, await ctx.write.amend(links, linkId, version, changes));
  },
});
