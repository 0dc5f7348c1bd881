import { z } from "zod";
import { sourceGrades } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { idOf, ImportKey, Reason } from "#lib/core/fields.ts";
import { mustStand, newRecord, recorded } from "#lib/core/outcome.ts";
import { recheckFindings } from "#lib/corroboration/commands/recheck-finding.ts";
import { Reliability } from "#lib/corroboration/vocabulary.ts";
import { findGraded, newestGradeAt } from "../find.ts";
import { SourceId } from "../vocabulary.ts";

/**
 * Grades how reliable a source or a witness is, A to F, with a reason (Admiralty code; the credibility of what they say
 * is graded apart). Grades are added, never changed: the newest counts from now on, and findings that rest on the source
 * or witness are computed again. In the log it is an act on the source or witness.
 */
export const gradeSource = command({
  name: "source.grade",
  input: z.strictObject({
    /** One of the two is null. */
    sourceId: SourceId.nullable(),
    witnessId: idOf("witness").nullable(),
    reliability: Reliability,
    reason: Reason,
    importKey: ImportKey,
  }),
  permission: "source.grade",
  load: findGraded,
  async run(ctx, { sourceId, witnessId, reliability, reason, importKey = null }, graded) {
    mustStand(graded);
    const earlier = await newestGradeAt(ctx, sourceId === null ? "witnessId" : "sourceId", graded.id);
    const row = await ctx.write.insert(sourceGrades, {
      ...newRecord(ctx, "grade", "G"),
      caseId: graded.caseId,
      importKey,
      sourceId,
      witnessId,
      reliability,
      reason,
      // A clock that stood still or was set back must not let an earlier grade count.
      gradedAt: earlier === null ? ctx.now : Math.max(ctx.now, earlier + 1),
    });
    await recheckFindings(ctx, sourceId === null ? { witnessId: graded.id } : { sourceId });
    const { result, entry } = recorded(row);
    return { result, entry: { ...entry, object: { id: graded.id, version: graded.version } } };
  },
});
