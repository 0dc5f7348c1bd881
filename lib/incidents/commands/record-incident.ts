import { incidents } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded, sortOf } from "#lib/core/outcome.ts";
import { mustHoldParentIncident } from "../find.ts";
import { IncidentFields } from "../vocabulary.ts";

/** Records an incident as sources report it. */
export const recordIncident = command({
  name: "incident.record",
  input: IncidentFields.extend({ caseId: CaseId, importKey: ImportKey }),
  permission: "incident.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, ...fields }) {
    await mustHoldParentIncident(ctx, caseId, null, fields.parentId);
    const row = await ctx.write.insert(incidents, {
      ...newRecord(ctx, "incident", "I"),
      caseId,
      importKey,
      ...fields,
      occurredSort: sortOf(fields.occurredEdtf),
    });
    return recorded(row);
  },
});
