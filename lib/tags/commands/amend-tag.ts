import { and, eq, ne } from "drizzle-orm";
import { tags } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { nameKey } from "#lib/core/name-key.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { mustStand } from "../rules.ts";
import { findTag } from "../find.ts";
import { TagId, TagName } from "../vocabulary.ts";

/** Renames a tag on every record that has it. */
export const amendTag = command({
  name: "tag.amend",
  input: z.strictObject({ tagId: TagId, version: RowVersion, name: TagName }),
  permission: "tag.write",
  load: (ctx, { tagId }) => findTag(ctx, tagId),
  async run(ctx, { tagId, version, name }, tag) {
    mustStand(tag);
    const key = nameKey(name);
    const [same] = await ctx.read
      .select({ id: tags.id })
      .from(tags)
      .where(and(eq(tags.caseId, tag.caseId), eq(tags.nameKey, key), ne(tags.id, tagId)));
    if (same) throw new Conflict("tag.name_taken");
    const after = await ctx.write.amend(tags, tagId, version, { name, nameKey: key, updatedAt: ctx.now });
    return {
      result: { id: tagId, version: after.version },
      entry: {
        object: { id: tagId, version: after.version },
        detail: { before: { name: tag.name }, after: { name } },
      },
    };
  },
});
