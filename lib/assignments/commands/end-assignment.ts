import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { asTold, tell } from "#lib/core/notices.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findCaseRecord } from "#lib/records/find.ts";
import { z } from "zod";
import { endedAssignment } from "../acts.ts";
import { findAssignment } from "../find.ts";
import { AssignmentId, ENDINGS } from "../vocabulary.ts";

/** Ends an assignment: the work is done, or its holder hands it back. Only the holder can hand it back. */
export const endAssignment = command({
  name: "assignment.end",
  input: z.strictObject({ assignmentId: AssignmentId, version: RowVersion, ending: z.enum(ENDINGS) }),
  permission: "assignment.write",
  load: (ctx, { assignmentId }) => findAssignment(ctx, assignmentId),
  async run(ctx, { version, ending }, assignment) {
    if (assignment.endedAt !== null) throw new Conflict("assignment.ended");
    if (ending === "handed_back" && assignment.assigneeHumanId !== ctx.scope.humanId)
      throw new Conflict("assignment.of_another");
    const record = await findCaseRecord(ctx, assignment.recordId);
    const after = await endedAssignment(ctx, { ...assignment, version }, ending);
    const { caseId, noun, recordId, assignedByHumanId, assigneeHumanId } = assignment;
    const about = { caseId, noun, recordId };
    await tell(asTold(ctx), { to: [assignedByHumanId, assigneeHumanId], kind: "assignment_ended", ...about });
    return {
      result: { id: after.id, version: after.version },
      entry: { object: { id: record.id, version: record.version }, reason: ending },
    };
  },
});
