import { caseExports } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command } from "#lib/core/command.ts";
import { idOf } from "#lib/core/fields.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { lastClosed } from "../find/closed-since.ts";
import { findExport, findReceiver } from "../find/records.ts";
import { decideBag, downloadStage } from "../find/gate-bars.ts";
import { writeDecision } from "../acts.ts";
import { whyApprovalsBar } from "#lib/release/rules/approvals.ts";
import { nowStaying } from "../find/staying.ts";

/**
 * Hands a finished export out, once two people have approved its bytes: once a download, each with its own entry and the decision it
 * rests on. The release gate is asked again: what may no longer leave – a consent withdrawn since, a risk that grew, something put
 * into a compartment, a case that was retracted – refuses the whole bag, because its bytes cannot be unbuilt and would not say so.
 */
export const downloadExport = command({
  name: "export.download",
  input: z.strictObject({ exportId: idOf("export") }),
  permission: "export.start",
  load: (ctx, { exportId }) => findExport(ctx, exportId),
  async run(ctx, { exportId }, row) {
    await findOpenCase(ctx, row.caseId);
    if (row.status !== "ready" || row.sha256 === null) throw new Conflict("export.not_ready");
    if (row.expiresAt !== null && row.expiresAt <= ctx.now) throw new Conflict("export.expired");
    await findReceiver(ctx, row);
    const stage = await downloadStage(ctx.read, row, row.sha256);
    const [lacking] = whyApprovalsBar(stage);
    if (lacking)
      throw new Conflict(lacking.rule.startsWith("scan.") ? "export.not_scanned" : "export.not_approved");
    const included = new Set(row.included);
    const decided = await decideBag(ctx.read, row, [...included], ctx.now, stage);
    if (!decided || decided.staying.size > 0) throw new Conflict("export.consent_changed");
    const staying = await nowStaying(ctx.read, row.caseId);
    if (((await lastClosed(ctx.read, row.caseId)) ?? 0) >= row.createdAt)
      throw new Conflict("export.consent_changed");
    if (staying.some((id) => included.has(id))) throw new Conflict("export.consent_changed");
    const downloads = row.downloads + 1;
    await writeDecision(ctx, row, decided, { stage: "download", number: downloads, sha256: row.sha256 });
    const after = await ctx.write.amend(caseExports, exportId, row.version, { downloads });
    const object = { id: exportId, version: after.version };
    return {
      result: { id: exportId, code: row.code, sha256: row.sha256 },
      entry: { object, detail: { sha256: row.sha256, download: after.downloads } },
    };
  },
});
