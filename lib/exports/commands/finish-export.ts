import { caseExports } from "#db/schema/index.ts";
import { humansWith } from "#lib/accounts/find.ts";
import { command } from "#lib/core/command.ts";
import { idOf, RowVersion } from "#lib/core/fields.ts";
import { tell } from "#lib/core/notices.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { TestimonyId } from "#lib/testimonies/vocabulary.ts";
import { WitnessId } from "#lib/witnesses/vocabulary.ts";
import { z } from "zod";
import { ScanResult } from "#lib/release/vocabulary.ts";
import { tellOpened, writeDecision } from "../acts.ts";
import { decideBag } from "../find/gate-bars.ts";
import { builtStage } from "../find/gate-worlds.ts";
import { keyStands } from "../find/key.ts";
import { nowStaying } from "../find/staying.ts";
import { findExport } from "../find/records.ts";
import { Sha256 } from "../vocabulary.ts";

/** Notes that a bag lies ready: its hash, its size, what it holds and what was left out, and until when it can be fetched. */
export const finishExport = command({
  name: "export.finish",
  input: z.strictObject({
    exportId: idOf("export"),
    version: RowVersion,
    sha256: Sha256,
    sizeBytes: z.number().int().min(1),
    included: z.array(TestimonyId).max(100_000),
    /** Whom a key to codes names; nobody, of a bag of records. */
    people: z
      .array(z.strictObject({ personId: WitnessId, identityId: idOf("identity"), version: RowVersion }))
      .max(100_000)
      .optional()
      .default([]),
    withheld: z.array(z.strictObject({ kind: z.string(), code: z.string(), rule: z.string() })).max(100_000),
    expiresAt: z.number().int(),
    /** Whether anything was found in it that is not to leave. */
    leakScan: ScanResult,
  }),
  permission: "export.start",
  load: (ctx, { exportId }) => findExport(ctx, exportId),
  async run(ctx, { exportId, version, leakScan, people, ...bag }, row) {
    const built = { ...bag, people: row.contents === "pseudonyms" ? people : null };
    if (row.status !== "queued" && row.status !== "building") throw new Conflict("export.not_building");
    if (leakScan === "found") throw new Conflict("export.leak_found");
    // What was taken back while it was built stops it: its bytes cannot be unbuilt.
    const stage = builtStage(row.requestedByHumanId, leakScan, built.sha256);
    const decided = await decideBag(ctx.read, row, built.included, ctx.now, stage);
    const staying = new Set(await nowStaying(ctx.read, row.caseId));
    if (!decided || decided.staying.size > 0 || built.included.some((id) => staying.has(id)))
      throw new Conflict("export.consent_changed");
    if (!(await keyStands(ctx.read, row, built, ctx.now))) throw new Conflict("pseudonymKey.changed");
    await writeDecision(ctx, row, decided, { stage: "approval", number: 1, sha256: built.sha256 });
    const after = await ctx.write.amend(caseExports, exportId, version, {
      ...built,
      includedCount: built.included.length,
      status: "ready",
      finishedAt: ctx.now,
      updatedAt: ctx.now,
    });
    // Built in the background on their behalf: who asked is told, though it is they who act.
    const told = { kind: "export_ready", caseId: row.caseId, noun: "export", recordId: exportId } as const;
    await tell({ ...ctx, by: null }, { to: [row.requestedByHumanId], ...told });
    const approving = await humansWith(ctx, row.caseId, ["export.approveLegal", "export.approveProtection"]);
    const others = approving.filter((humanId) => humanId !== row.requestedByHumanId);
    await tell({ ...ctx, by: null }, { ...told, to: others, kind: "review_waiting" });
    await tellOpened(ctx, row.caseId, built.people ?? []);
    const object = { id: exportId, version: after.version };
    const opened = built.people?.map(({ personId, version: of }) => `${personId}:${of}`);
    return {
      result: { ...object, code: after.code },
      entry: {
        object,
        detail: { sha256: built.sha256, sizeBytes: built.sizeBytes, ...(opened ? { opened } : {}) },
      },
    };
  },
});
