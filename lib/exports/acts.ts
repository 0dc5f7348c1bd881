import { type caseExports, exportApprovals, releaseDecisions } from "#db/schema/index.ts";
import type { RunContext } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import type { ApprovalKind } from "#lib/release/vocabulary.ts";
import { type BagDecision, decideBag, downloadStage } from "./find/gate-bars.ts";
import { builtStage } from "./find/gate-worlds.ts";
import { approvalsOf } from "./find/approvals.ts";

type ExportRow = typeof caseExports.$inferSelect;

/** Keeps what the gate decided about a bag, with all that it rested on, beside the act that follows from it. */
export async function writeDecision(
  ctx: RunContext,
  { id: exportId, caseId }: Pick<ExportRow, "id" | "caseId">,
  { release, decisions, staying }: BagDecision,
  of: { stage: "approval" | "download"; number: number; sha256: string },
): Promise<void> {
  await ctx.write.insert(releaseDecisions, {
    ...of,
    id: newId("releaseDecision"),
    caseId,
    exportId,
    decidedAt: ctx.now,
    allowed: decisions.size - staying.size,
    denied: staying.size,
    snapshot: release,
  });
}

/**
 * Adds one of the two yeses that a bag needs before it is handed out: to these very bytes, by a human who neither asked for it nor
 * gave the other one (ASVS 5.0, 2.3.5).
 * @param sha256 of the bytes that whoever approves was shown
 * @throws Conflict when it is not ready, other bytes were meant, or something in it may not leave any more; Refused to the same human
 */
export async function approve(ctx: RunContext, row: ExportRow, kind: ApprovalKind, sha256: string) {
  if (row.status !== "ready" || row.sha256 === null) throw new Conflict("export.not_ready");
  if (row.expiresAt !== null && row.expiresAt <= ctx.now) throw new Conflict("export.expired");
  if (row.sha256 !== sha256) throw new Conflict("export.other_bytes");
  const { humanId, accountId } = ctx.scope;
  if (row.requestedByHumanId === humanId) throw new Refused("export.second_person");
  const given = await approvalsOf(ctx.read, row.id);
  if (given.some((one) => one.kind === kind)) throw new Conflict("export.approved_already");
  if (given.some((one) => one.humanId === humanId)) throw new Refused("export.second_person");
  const { leakScan } = await downloadStage(ctx.read, row, sha256);
  const stage = builtStage(row.requestedByHumanId, leakScan, sha256);
  if (leakScan !== "empty") throw new Conflict("export.not_scanned");
  const decided = await decideBag(ctx.read, row, row.included ?? [], ctx.now, stage);
  if (!decided || decided.staying.size > 0) throw new Conflict("export.consent_changed");
  const { id } = await ctx.write.insert(exportApprovals, {
    id: newId("exportApproval"),
    caseId: row.caseId,
    exportId: row.id,
    kind,
    sha256,
    humanId,
    accountId,
    approvedAt: ctx.now,
  });
  return {
    result: { id: row.id },
    entry: {
      object: { id: row.id, version: row.version },
      rules: ["export.second_person"],
      detail: { approval: id, kind, sha256 },
    },
  };
}
