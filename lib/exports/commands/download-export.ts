import { caseExports } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command } from "#lib/core/command.ts";
import { idOf } from "#lib/core/fields.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { lastClosed } from "../find/closed-since.ts";
import { findExport, findReceiver } from "../find/records.ts";
import { ledgerStaying } from "../find/ledger-bars.ts";
import { nowStaying } from "../find/staying.ts";

/**
 * Hands a finished export out: once a download, each with its own entry. The recipient and the release
 * rules are asked again: what may no longer leave – a consent withdrawn since, something put into a compartment, a case that was retracted – refuses the whole bag, because its bytes cannot be
 * unbuilt and would not say so.
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
    const included = new Set(row.included);
    if ((await ledgerStaying(ctx.read, row, included, ctx.now)).size > 0)
      throw new Conflict("export.consent_changed");
    const staying = await nowStaying(ctx.read, row.caseId);
    if (((await lastClosed(ctx.read, row.caseId)) ?? 0) >= row.createdAt)
      throw new Conflict("export.consent_changed");
    if (staying.some((id) => included.has(id))) throw new Conflict("export.consent_changed");
    const after = await ctx.write.amend(caseExports, exportId, row.version, { downloads: row.downloads + 1 });
    const object = { id: exportId, version: after.version };
    return {
      result: { id: exportId, code: row.code, sha256: row.sha256 },
      entry: { object, detail: { sha256: row.sha256, download: after.downloads } },
    };
  },
});
