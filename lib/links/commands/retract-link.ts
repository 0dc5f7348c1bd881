import { links } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { z } from "zod";
import { findLink } from "../find.ts";
import { LinkId } from "../vocabulary.ts";

/** Takes a link back with a reason; nothing is deleted. The same two records may be linked anew. */
export const retractLink = command({
  name: "link.retract",
  input: z.strictObject({ linkId: LinkId, version: RowVersion, reason: Reason }),
  permission: "link.write",
  load: (ctx, { linkId }) => findLink(ctx, linkId),
  async run(ctx, { linkId, version, reason }, link) {
    mustStand(link);
    const changes = { ...retraction(ctx, reason), pairKey: `${link.pairKey}:${linkId}` };
    return retracted(await ctx.write.amend(links, linkId, version, changes), reason);
  },
});
