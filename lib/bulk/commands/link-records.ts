import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { recordLink } from "#lib/links/commands/record-link.ts";
import { LinkEndId, LinkFields, LinkKind, LinkSide } from "#lib/links/vocabulary.ts";
import { onEach } from "../acts.ts";
import { BulkRecords } from "../vocabulary.ts";

/** Links several records to one other, each in the same role and on the same basis. */
export const linkRecords = command({
  name: "bulk.link",
  input: LinkFields.extend({
    caseId: CaseId,
    recordIds: BulkRecords,
    kind: LinkKind,
    /** Which end of the link each of the records is. */
    side: LinkSide,
    otherId: LinkEndId,
  }),
  permission: "link.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  run: (ctx, { recordIds, side, otherId, ...fields }) =>
    onEach(recordIds, (recordId) => {
      const [fromId, toId] = side === "from" ? [recordId, otherId] : [otherId, recordId];
      return ctx.run(recordLink, { ...fields, fromId, toId });
    }),
});
