import { deletions, jobs } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { newId } from "#lib/core/ids.ts";
import { findTestimony } from "#lib/testimonies/find.ts";
import { z } from "zod";
import { mustBeDeletable, mustBeDue, mustBeSecond, mustWait } from "../acts.ts";
import { DeletionId, FINISHING } from "../vocabulary.ts";
import { shredRecord } from "./shred-record.ts";

/**
 * The second person's yes to a deletion, which is carried out in the same act. A hold that was placed meanwhile wins.
 */
export const approveDeletion = command({
  name: "deletion.approve",
  input: z.strictObject({ deletionId: DeletionId, version: RowVersion }),
  permission: "deletion.decide",
  sight: "testimony.read",
  isSensitive: true,
  alone: true,
  load: (ctx, { deletionId }) => findRecord(ctx, deletions, deletionId),
  async run(ctx, { deletionId, version }, deletion) {
    mustWait(deletion);
    mustBeSecond(ctx, deletion);
    const { testimonyId, ground } = deletion;
    const testimony = await findTestimony(ctx, testimonyId);
    await mustBeDeletable(ctx, testimony);
    if (ground === "due") await mustBeDue(ctx, testimony);
    const after = await ctx.write.amend(deletions, deletionId, version, {
      status: "approved",
      decidedAt: ctx.now,
      decidedByHumanId: ctx.scope.humanId,
    });
    await ctx.run(shredRecord, { testimonyId, ground });
    // Files are no part of a transaction, and the index of words is slow to be written anew: both once this one is committed.
    await ctx.books.insert(jobs).values({
      id: newId("job"),
      kind: FINISHING,
      accountId: ctx.scope.accountId,
      subjectId: testimonyId,
      status: "queued",
      progress: 0,
      attempts: 0,
      queuedAt: ctx.now,
      updatedAt: ctx.now,
    });
    return {
      result: { id: deletionId },
      entry: {
        object: { id: deletionId, version: after.version },
        reason: ground,
        rules: ["deletion.second_person"],
        detail: { testimonyId },
      },
    };
  },
});
