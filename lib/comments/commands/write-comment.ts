import { comments } from "#db/schema/index.ts";
import { liveAssignment } from "#lib/assignments/find.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command, type RunContext } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { asTold, tell } from "#lib/core/notices.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findCaseRecord, writersOf } from "#lib/records/find.ts";
import { RecordId } from "#lib/records/vocabulary.ts";
import { z } from "zod";
import { type Comment, findComment, humansCalled } from "../find.ts";
import { CommentFields, CommentId, VISIBILITIES } from "../vocabulary.ts";

/**
 * Says something about a record, to everybody who may read it or as a note to oneself. What is said stands in the comment
 * alone: not in the log, not in a notice.
 */
export const writeComment = command({
  name: "comment.write",
  input: CommentFields.extend({
    recordId: RecordId,
    visibility: z.enum(VISIBILITIES),
    replyToId: CommentId.nullable().optional(),
  }),
  permission: "comment.write",
  load: (ctx, { recordId }) => findCaseRecord(ctx, recordId),
  async run(ctx, { recordId, body, mentions, visibility, replyToId = null }, record) {
    mustStand(record);
    const { caseId, noun } = record;
    await findOpenCase(ctx, caseId);
    const answered = replyToId === null ? null : await findComment(ctx, replyToId);
    if (answered && answered.recordId !== recordId) throw new Conflict("comment.of_another_record");
    const called = await humansCalled(ctx, record, { mentions, visibility });
    const { id, version } = await ctx.write.insert(comments, {
      id: newId("comment"),
      caseId,
      noun,
      recordId,
      authorHumanId: ctx.scope.humanId,
      replyToId,
      visibility,
      body,
      mentions: [...new Set(mentions)],
      createdAt: ctx.now,
      createdBy: ctx.scope.accountId,
      updatedAt: ctx.now,
    });
    if (visibility === "team") await tellOf(ctx, record, { id, called, answered });
    return { result: { id, version }, entry: { object: { id, version } } };
  },
});

type Record = Awaited<ReturnType<typeof findCaseRecord>>;

/** Those called by name, and else those whose record it is: who has it, who wrote it, whom it answers. */
async function tellOf(
  ctx: RunContext,
  { id: recordId, caseId, noun, createdBy }: Record,
  { id: anchorId, called, answered }: { id: string; called: readonly string[]; answered: Comment | null },
): Promise<void> {
  const about = { caseId, noun, recordId, anchorId };
  await tell(asTold(ctx), { to: called, kind: "mentioned", ...about });
  const holder = await liveAssignment(ctx, caseId, recordId);
  const concerned = [
    ...(holder ? [holder.assigneeHumanId] : []),
    ...(answered ? [answered.authorHumanId] : []),
    ...(await writersOf(ctx, { noun, id: recordId, createdBy })),
  ];
  const others = concerned.filter((humanId) => !called.includes(humanId));
  await tell(asTold(ctx), { to: others, kind: "commented", ...about });
}
