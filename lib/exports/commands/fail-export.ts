import { caseExports } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { idOf, RowVersion } from "#lib/core/fields.ts";
import { tell } from "#lib/core/notices.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findExport } from "../find/records.ts";
import { BuildProblem } from "../vocabulary.ts";

/** Notes that an export could not be built; nothing of it can be fetched. */
export const failExport = command({
  name: "export.fail",
  input: z.strictObject({
    exportId: idOf("export"),
    version: RowVersion,
    problem: BuildProblem,
  }),
  permission: "export.start",
  load: (ctx, { exportId }) => findExport(ctx, exportId),
  async run(ctx, { exportId, version, problem }, row) {
    if (row.status !== "queued" && row.status !== "building") throw new Conflict("export.not_building");
    const changes = { status: "failed", problem, finishedAt: ctx.now, updatedAt: ctx.now } as const;
    const after = await ctx.write.amend(caseExports, exportId, version, changes);
    // Built in the background on their behalf: who asked is told, though it is they who act.
    const told = { kind: "export_failed", caseId: row.caseId, noun: "export", recordId: exportId } as const;
    await tell({ ...ctx, by: null }, { to: [row.requestedByHumanId], ...told });
    const object = { id: exportId, version: after.version };
    return { result: { ...object, code: after.code }, entry: { object, reason: problem } };
  },
});
