import { AccountId } from "#lib/accounts/vocabulary.ts";
import { assignRecord } from "#lib/assignments/commands/assign-record.ts";
import { DueDay } from "#lib/assignments/vocabulary.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { OptionalLine } from "#lib/core/fields.ts";
import { z } from "zod";
import { onEach } from "../acts.ts";
import { BulkRecords } from "../vocabulary.ts";

/** Gives several records to one member of their case; who had them before is released. */
export const assignRecords = command({
  name: "bulk.assign",
  input: z.strictObject({
    caseId: CaseId,
    recordIds: BulkRecords,
    assigneeId: AccountId,
    dueOn: DueDay.optional(),
    note: OptionalLine.optional(),
  }),
  permission: "assignment.write",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  run: (ctx, { recordIds, caseId: _caseId, ...terms }) =>
    onEach(recordIds, (recordId) => ctx.run(assignRecord, { recordId, ...terms })),
});
