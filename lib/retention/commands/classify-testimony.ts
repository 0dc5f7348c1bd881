import { retentions } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findTestimony } from "#lib/testimonies/find.ts";
import { TestimonyId } from "#lib/testimonies/vocabulary.ts";
import { z } from "zod";
import { liveDeletion, maybeRetention } from "../find/retention.ts";
import { RetentionClass } from "../vocabulary.ts";

/** Says for how long an account is kept. */
export const classifyTestimony = command({
  name: "retention.classify",
  /** `seen` is the version of its class that whoever says it has seen, 0 where nobody said one. */
  input: z.strictObject({
    testimonyId: TestimonyId,
    retentionClass: RetentionClass,
    reason: Reason,
    seen: z.number().int().min(0),
  }),
  permission: "retention.write",
  sight: "testimony.read",
  load: (ctx, { testimonyId }) => findTestimony(ctx, testimonyId),
  async run(ctx, { testimonyId, retentionClass, reason, seen }, { caseId, version }) {
    if ((await liveDeletion(ctx.read, testimonyId))?.status === "approved")
      throw new Conflict("deletion.done");
    const before = await maybeRetention(ctx.read, testimonyId);
    if ((before?.version ?? 0) !== seen) throw new Conflict("retention.moved_on");
    const said = { retentionClass, reason, setAt: ctx.now, setBy: ctx.scope.accountId };
    if (before) await ctx.write.amend(retentions, before.id, before.version, said);
    else await ctx.write.insert(retentions, { id: newId("retention"), caseId, testimonyId, ...said });
    return {
      result: { id: testimonyId },
      entry: {
        object: { id: testimonyId, version },
        detail: {
          before: { retentionClass: before?.retentionClass ?? "standard" },
          after: { retentionClass },
          reason,
        },
      },
    };
  },
});
