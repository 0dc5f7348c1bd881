import { tags } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { z } from "zod";
import { findTag } from "../find.ts";
import { mustStand } from "../rules.ts";
import { TagId } from "../vocabulary.ts";

/** Takes a tag out of use: it is shown on no record any more, and its name is free. */
export const retractTag = command({
  name: "tag.retract",
  input: z.strictObject({ tagId: TagId, version: RowVersion }),
  permission: "tag.write",
  load: (ctx, { tagId }) => findTag(ctx, tagId),
  async run(ctx, { tagId, version }, tag) {
    mustStand(tag);
    const after = await ctx.write.amend(tags, tagId, version, {
      retractedAt: ctx.now,
      updatedAt: ctx.now,
      nameKey: `${tag.nameKey}:${tagId}`,
    });
    return {
      result: { id: tagId, version: after.version },
      entry: { object: { id: tagId, version: after.version } },
    };
  },
});
