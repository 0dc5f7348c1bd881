import { assignments } from "#db/schema/index.ts";
import { maybeMember } from "#lib/accounts/find.ts";
import { AccountId } from "#lib/accounts/vocabulary.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command, type RunContext } from "#lib/core/command.ts";
import { OptionalLine } from "#lib/core/fields.ts";
import { clearedFor } from "#lib/core/cleared.ts";
import { newId } from "#lib/core/ids.ts";
import { asTold, tell } from "#lib/core/notices.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { Conflict, Invalid } from "#lib/core/refusals.ts";
import { findCaseRecord, sightOfRecord } from "#lib/records/find.ts";
import { RecordId } from "#lib/records/vocabulary.ts";
import { z } from "zod";
import { endedAssignment } from "../acts.ts";
import { liveAssignment } from "../find.ts";
import { AssignmentId, DueDay } from "../vocabulary.ts";

/** After every day that can be written, so that what has no day comes last. */
const NO_DAY = "9999-12-31";

/**
 * Gives a record to a member of its case to work on, until a day and with a note if there are any; who had it before is
 * released. It changes no right: who may not write a record does not come to by having it.
 */
export const assignRecord = command({
  name: "assignment.assign",
  input: z.strictObject({
    recordId: RecordId,
    assigneeId: AccountId,
    dueOn: DueDay.optional(),
    note: OptionalLine.optional(),
    /** The assignment that the caller saw, null for none; absent: whoever has it is released. */
    replacesId: AssignmentId.nullable().optional(),
  }),
  permission: "assignment.write",
  load: (ctx, { recordId }) => findCaseRecord(ctx, recordId),
  async run(ctx, { recordId, assigneeId, dueOn = null, note = null, replacesId }, record) {
    mustStand(record);
    const { caseId, noun } = record;
    await findOpenCase(ctx, caseId);
    const member = await maybeMember(ctx, caseId, assigneeId, sightOfRecord(noun));
    const isCleared = await clearedFor(ctx.read, { caseId, recordId }, ctx.now, "accountId");
    if (member === null || !isCleared(assigneeId))
      throw new Invalid([{ path: "assigneeId", code: "not_a_member" }]);
    const before = await liveAssignment(ctx, caseId, recordId);
    if (replacesId !== undefined && replacesId !== (before?.id ?? null))
      throw new Conflict("assignment.moved_on");
    const terms = { assigneeHumanId: member.humanId, dueOn, note };
    if (before && isSame(before, terms)) throw new Conflict("assignment.held");
    if (before) await endedAssignment(ctx, before, "replaced");
    const after = await ctx.write.insert(assignments, {
      id: newId("assignment"),
      caseId,
      noun,
      recordId,
      ...terms,
      assignedByHumanId: ctx.scope.humanId,
      dueSort: dueOn ?? NO_DAY,
      liveKey: recordId,
      createdAt: ctx.now,
      createdBy: ctx.scope.accountId,
    });
    const about = { caseId, noun, recordId };
    await tell(asTold(ctx), { to: [member.humanId], kind: "assigned", ...about });
    return {
      result: { id: after.id, version: after.version },
      entry: {
        object: { id: recordId, version: record.version },
        detail: { after: { assignee: member.displayName, dueOn } },
      },
    };
  },
});

type Row = typeof assignments.$inferSelect;
type Terms = Pick<Row, "assigneeHumanId" | "dueOn" | "note">;

const isSame = (a: Terms, b: Terms): boolean =>
  a.assigneeHumanId === b.assigneeHumanId && a.dueOn === b.dueOn && a.note === b.note;

/** Tells whoever has a record that it waits for review. */
export async function tellWhoHas(ctx: RunContext, caseId: string, recordId: string): Promise<void> {
  const held = await liveAssignment(ctx, caseId, recordId);
  if (!held) return;
  const { noun, assigneeHumanId } = held;
  await tell(asTold(ctx), { to: [assigneeHumanId], kind: "review_waiting", caseId, noun, recordId });
}
