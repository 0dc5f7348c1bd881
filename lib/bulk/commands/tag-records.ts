import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { putTag } from "#lib/tags/commands/put-tag.ts";
import { removeTag } from "#lib/tags/commands/remove-tag.ts";
import { TagId } from "#lib/tags/vocabulary.ts";
import { z } from "zod";
import { onEach } from "../acts.ts";
import { BulkRecords } from "../vocabulary.ts";

/** Puts a tag on several records, or takes it off. */
export const tagRecords = command({
  name: "bulk.tag",
  input: z.strictObject({
    caseId: CaseId,
    recordIds: BulkRecords,
    tagId: TagId,
    act: z.enum(["put", "remove"]),
  }),
  permission: "tag.write",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  run: (ctx, { recordIds, tagId, act }) =>
    onEach(recordIds, (recordId) => ctx.run(act === "put" ? putTag : removeTag, { recordId, tagId })),
});
