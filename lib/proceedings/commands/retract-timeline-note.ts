import { timelineNotes } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { z } from "zod";
import { findTimelineNote } from "../find.ts";
import { TimelineNoteId } from "../vocabulary.ts";

/** Takes a line of context back with a reason; nothing is deleted. */
export const retractTimelineNote = command({
  name: "timelineNote.retract",
  input: z.strictObject({ timelineNoteId: TimelineNoteId, version: RowVersion, reason: Reason }),
  permission: "proceeding.write",
  load: (ctx, { timelineNoteId }) => findTimelineNote(ctx, timelineNoteId),
  async run(ctx, { timelineNoteId, version, reason }, note) {
    mustStand(note);
    const after = await ctx.write.amend(timelineNotes, timelineNoteId, version, retraction(ctx, reason));
    return retracted(after, reason);
  },
});
