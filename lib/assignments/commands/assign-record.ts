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
import { NO_DAY } from "../rules.ts";
import { AssignmentId, DueDay } from "../vocabulary.ts";

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

type Held = Pick<Row, "id" | "version" | "liveKey" | "noun" | "recordId" | "dueOn" | "dueSort" | "note">;
type Given = Pick<Row, "noun" | "recordId">;

/**
 * Ends live assignments of a case and gives their records, on the same terms, to somebody else; and records besides, on no
 * terms, where nobody has them. What they are not cleared to see is given to nobody.
 * @param to the human who goes on with it; null for nobody
 */
export async function passOn(
  ctx: RunContext,
  { caseId, held, besides, to }: { caseId: string; held: Held[]; besides: Given[]; to: string | null },
): Promise<void> {
  for (const one of held) await endedAssignment(ctx, one, to === null ? "handed_back" : "replaced");
  if (to === null) return;
  const open = { dueOn: null, dueSort: NO_DAY, note: null };
  for (const { noun, recordId, dueOn, dueSort, note } of [
    ...held,
    ...besides.map((one) => ({ ...one, ...open })),
  ]) {
    if (await liveAssignment(ctx, caseId, recordId)) continue;
    const isCleared = await clearedFor(ctx.read, { caseId, recordId }, ctx.now, "humanId");
    if (!isCleared(to)) continue;
    await ctx.write.insert(assignments, {
      id: newId("assignment"),
      caseId,
      noun,
      recordId,
      assigneeHumanId: to,
      assignedByHumanId: ctx.scope.humanId,
      dueOn,
      dueSort,
      note,
      liveKey: recordId,
      createdAt: ctx.now,
      createdBy: ctx.scope.accountId,
    });
    await tell(asTold(ctx), { to: [to], kind: "assigned", caseId, noun, recordId });
  }
}
