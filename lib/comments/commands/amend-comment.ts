import { comments, commentTexts } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { asTold, tell } from "#lib/core/notices.ts";
import { findComment, humansCalled, humansOf, mustBeOwn } from "../find.ts";
import { CommentFields, CommentId } from "../vocabulary.ts";

/** Changes what one said; what stood there before is kept. Only who is newly called is told. */
export const amendComment = command({
  name: "comment.amend",
  input: CommentFields.extend({ commentId: CommentId, version: RowVersion }),
  permission: "comment.write",
  load: (ctx, { commentId }) => findComment(ctx, commentId),
  async run(ctx, { commentId, version, body, mentions }, comment) {
    mustBeOwn(comment, ctx.scope.humanId);
    const { caseId, noun, recordId } = comment;
    const called = await humansCalled(ctx, comment, { mentions, visibility: comment.visibility });
    const after = await ctx.write.amend(comments, commentId, version, {
      body,
      mentions: [...new Set(mentions)],
      updatedAt: ctx.now,
    });
    await ctx.write.insert(commentTexts, {
      id: newId("commentText"),
      caseId,
      commentId,
      number: version,
      body: comment.body,
      writtenAt: comment.updatedAt,
    });
    const before = new Set(await humansOf(ctx, comment.mentions));
    await tell(asTold(ctx), {
      to: called.filter((humanId) => !before.has(humanId)),
      kind: "mentioned",
      caseId,
      noun,
      recordId,
      anchorId: commentId,
    });
    const object = { id: commentId, version: after.version };
    return { result: object, entry: { object } };
  },
});
