import { timelineNotes } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand, sortOf } from "#lib/core/outcome.ts";
import { findTimelineNote } from "../find.ts";
import { TimelineNoteFields, TimelineNoteId } from "../vocabulary.ts";

/** Changes a line of context on the timeline; the former values stay in the log. */
export const amendTimelineNote = command({
  name: "timelineNote.amend",
  input: TimelineNoteFields.extend({ timelineNoteId: TimelineNoteId, version: RowVersion }),
  permission: "proceeding.write",
  load: (ctx, { timelineNoteId }) => findTimelineNote(ctx, timelineNoteId),
  async run(ctx, { timelineNoteId, version, ...fields }, note) {
    mustStand(note);
    const changes = { ...fields, notedSort: sortOf(fields.notedEdtf), updatedAt: ctx.now };
    return amended(note, await ctx.write.amend(timelineNotes, timelineNoteId, version, changes));
  },
});
