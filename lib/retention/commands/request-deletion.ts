import { deletions } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findTestimony } from "#lib/testimonies/find.ts";
import { TestimonyId } from "#lib/testimonies/vocabulary.ts";
import { z } from "zod";
import { mustBeDeletable, mustBeDue } from "../acts.ts";
import { liveDeletion } from "../find/retention.ts";
import { DeletionGround } from "../vocabulary.ts";

/**
 * Asks that an account be deleted: because its time is over, its person asks for it, it is kept against the law or by mistake
 * (GDPR, articles 5(1)(e) and 17(1)). Somebody else decides. What is deleted was taken back before, so that nothing rests on it.
 */
export const requestDeletion = command({
  name: "deletion.request",
  input: z.strictObject({ testimonyId: TestimonyId, ground: DeletionGround, reason: Reason }),
  permission: "deletion.request",
  sight: "testimony.read",
  load: (ctx, { testimonyId }) => findTestimony(ctx, testimonyId),
  async run(ctx, { testimonyId, ground, reason }, testimony) {
    const live = await liveDeletion(ctx.read, testimonyId);
    if (live) throw new Conflict(live.status === "approved" ? "deletion.done" : "deletion.waits");
    await mustBeDeletable(ctx, testimony);
    if (ground === "due") await mustBeDue(ctx, testimony);
    const row = await ctx.write.insert(deletions, {
      id: newId("deletion"),
      caseId: testimony.caseId,
      testimonyId,
      liveKey: testimonyId,
      ground,
      reason,
      status: "waiting",
      requestedAt: ctx.now,
      requestedByHumanId: ctx.scope.humanId,
      decidedAt: null,
      decidedByHumanId: null,
      refusal: null,
    });
    return {
      result: { id: row.id },
      entry: {
        object: { id: row.id, version: row.version },
        reason: ground,
        detail: { testimonyId, reason },
      },
    };
  },
});
