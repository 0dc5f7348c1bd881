import { timelineNotes } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey } from "#lib/core/fields.ts";
import { newRecord, recorded, sortOf } from "#lib/core/outcome.ts";
import { TimelineNoteFields } from "../vocabulary.ts";

/** Records a line of context on the timeline that is no record of its own. */
export const recordTimelineNote = command({
  name: "timelineNote.record",
  input: TimelineNoteFields.extend({ caseId: CaseId, importKey: ImportKey }),
  permission: "proceeding.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, ...fields }) {
    const note = await ctx.write.insert(timelineNotes, {
      ...newRecord(ctx, "timelineNote", "TN"),
      caseId,
      importKey,
      ...fields,
      notedSort: sortOf(fields.notedEdtf),
    });
    return recorded(note);
  },
});
