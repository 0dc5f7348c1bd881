import { caseExports, exportApprovals, jobs, releaseDecisions } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import type { RunContext } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { asTold, tell } from "#lib/core/notices.ts";
import { newRecord } from "#lib/core/outcome.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { whyApprovalsBar } from "#lib/release/rules/approvals.ts";
import type { ApprovalKind } from "#lib/release/vocabulary.ts";
import { custodiansOf, nounOf } from "#lib/vault/find/identities.ts";
import { approvalsOf } from "./find/approvals.ts";
import { lastClosed } from "./find/closed-since.ts";
import { type BagDecision, decideBag, downloadStage } from "./find/gate-bars.ts";
import { builtStage } from "./find/gate-worlds.ts";
import { keyStands } from "./find/key.ts";
import { findReceiver } from "./find/records.ts";
import { nowStaying } from "./find/staying.ts";

type ExportRow = typeof caseExports.$inferSelect;
type Asked = Pick<
  ExportRow,
  | "caseId"
  | "recipientId"
  | "releasePurpose"
  | "language"
  | "purpose"
  | "contents"
  | "ofExportId"
  | "recipientKey"
>;

/** Puts an export on record and queues its building, as whoever asks and with their rights at that time. */
export async function queue(ctx: RunContext, asked: Asked): Promise<ExportRow> {
  const jobId = newId("job");
  const row = await ctx.write.insert(caseExports, {
    ...newRecord(ctx, "export", "X"),
    ...asked,
    status: "queued",
    requestedByHumanId: ctx.scope.humanId,
    jobId,
    downloads: 0,
  });
  await ctx.books.insert(jobs).values({
    id: jobId,
    kind: "export.build",
    accountId: ctx.scope.accountId,
    subjectId: row.id,
    status: "queued",
    progress: 0,
    attempts: 0,
    queuedAt: ctx.now,
    updatedAt: ctx.now,
  });
  return row;
}

/**
 * Hands a finished bag out, of records or with the key to codes: only once two people have approved its bytes, and while the release
 * gate lets all of it go. The bag is judged as a whole, because its bytes cannot be unbuilt and would not say so.
 * @throws Conflict with what bars it
 */
export async function handOut(ctx: RunContext, row: ExportRow) {
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
  if (!(await keyStands(ctx.read, row, row, ctx.now))) throw new Conflict("pseudonymKey.changed");
  const downloads = row.downloads + 1;
  await writeDecision(ctx, row, decided, { stage: "download", number: downloads, sha256: row.sha256 });
  const after = await ctx.write.amend(caseExports, row.id, row.version, { downloads });
  return {
    result: { id: row.id, code: row.code, sha256: row.sha256 },
    entry: {
      object: { id: row.id, version: after.version },
      detail: { sha256: row.sha256, download: after.downloads },
    },
  };
}

/**
 * Tells those who keep the vault whose names were opened for a key, each by code. The vault tells of its own openings by an act of its
 * own: no room writes by the acts of another.
 */
export async function tellOpened(
  ctx: RunContext,
  caseId: string,
  people: readonly { readonly personId: string }[],
): Promise<void> {
  if (people.length === 0) return;
  const to = await custodiansOf(ctx.read, caseId, ctx.now);
  for (const { personId } of people)
    await tell(asTold(ctx), {
      to,
      kind: "identity_opened",
      caseId,
      noun: nounOf(personId),
      recordId: personId,
    });
}

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
  if (!(await keyStands(ctx.read, row, row, ctx.now))) throw new Conflict("pseudonymKey.changed");
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
