import { comments } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { z } from "zod";
import { findComment, mustBeOwn } from "../find.ts";
import { CommentId } from "../vocabulary.ts";

/** Takes back what one said: its place stays, its words are shown to nobody any more. */
export const retractComment = command({
  name: "comment.retract",
  input: z.strictObject({ commentId: CommentId, version: RowVersion }),
  permission: "comment.write",
  load: (ctx, { commentId }) => findComment(ctx, commentId),
  async run(ctx, { commentId, version }, comment) {
    mustBeOwn(comment, ctx.scope.humanId);
    const after = await ctx.write.amend(comments, commentId, version, {
      retractedAt: ctx.now,
      updatedAt: ctx.now,
    });
    const object = { id: commentId, version: after.version };
    return { result: object, entry: { object } };
  },
});
