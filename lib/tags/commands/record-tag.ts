import { and, eq } from "drizzle-orm";
import { tags } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { nameKey } from "#lib/core/name-key.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { tagsInCase } from "../find.ts";
import { TagName, TAGS_PER_CASE_MAX } from "../vocabulary.ts";

/** Makes a tag of a case. */
export const recordTag = command({
  name: "tag.record",
  input: z.strictObject({ caseId: CaseId, name: TagName }),
  permission: "tag.write",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, name }) {
    const key = nameKey(name);
    const [same] = await ctx.read
      .select({ id: tags.id })
      .from(tags)
      .where(and(eq(tags.caseId, caseId), eq(tags.nameKey, key)));
    if (same) throw new Conflict("tag.name_taken");
    if ((await tagsInCase(ctx, caseId)) >= TAGS_PER_CASE_MAX) throw new Conflict("tag.too_many");
    const tag = await ctx.write.insert(tags, {
      id: newId("tag"),
      caseId,
      name,
      nameKey: key,
      createdAt: ctx.now,
      createdBy: ctx.scope.accountId,
      updatedAt: ctx.now,
    });
    const { id, version } = tag;
    return { result: { id, version }, entry: { object: { id, version }, detail: { after: { name } } } };
  },
});
