import { and, eq } from "drizzle-orm";
import { caseExports, cases, humans, jobs, recipients } from "#db/schema/index.ts";
import type { Permission } from "#lib/access/permissions.ts";
import { idOf } from "#lib/core/fields.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { z } from "zod";
import { approvalsOf } from "../find/approvals.ts";
import { bagNamed, codesNamed, keysOf } from "../find/keys-of.ts";
import { codesApart } from "../find/closed-since.ts";
import { stateNow } from "../rules/status.ts";

/** One export: its state and progress, its hash, and everything that stayed behind with the reason. */
export const readExport = query({
  name: "export.read",
  input: z.strictObject({ exportId: idOf("export") }),
  permission: "export.read",
  async run({ read, scope, now }, { exportId }) {
    const [row] = await read
      .select({
        id: caseExports.id,
        caseId: caseExports.caseId,
        caseCode: cases.code,
        caseRetractedAt: cases.retractedAt,
        code: caseExports.code,
        version: caseExports.version,
        status: caseExports.status,
        language: caseExports.language,
        contents: caseExports.contents,
        ofExportId: caseExports.ofExportId,
        recipientKey: caseExports.recipientKey,
        people: caseExports.people,
        purpose: caseExports.purpose,
        releasePurpose: caseExports.releasePurpose,
        recipient: { id: recipients.id, name: recipients.name, nameAr: recipients.nameAr },
        requestedBy: humans.displayName,
        requestedByHumanId: caseExports.requestedByHumanId,
        createdAt: caseExports.createdAt,
        finishedAt: caseExports.finishedAt,
        expiresAt: caseExports.expiresAt,
        includedCount: caseExports.includedCount,
        withheld: caseExports.withheld,
        sha256: caseExports.sha256,
        sizeBytes: caseExports.sizeBytes,
        downloads: caseExports.downloads,
        problem: caseExports.problem,
        progress: jobs.progress,
        jobStatus: jobs.status,
        jobProblem: jobs.problem,
      })
      .from(caseExports)
      .innerJoin(cases, eq(cases.id, caseExports.caseId))
      .innerJoin(humans, eq(humans.id, caseExports.requestedByHumanId))
      .leftJoin(recipients, eq(recipients.id, caseExports.recipientId))
      .leftJoin(jobs, eq(jobs.id, caseExports.jobId))
      .where(and(eq(caseExports.id, exportId), scope.cases(caseExports.caseId)));
    if (!row) throw new NotFound();
    const { jobStatus, jobProblem, caseRetractedAt, ...shown } = row;
    const apart = await codesApart(read, row.caseId, row.withheld?.map(({ code }) => code) ?? []);
    const state = stateNow({ ...shown, jobStatus, jobProblem }, now);
    const approvals = await approvalsOf(read, exportId);
    const isReady = state.status === "ready" && caseRetractedAt === null;
    const isOther =
      row.requestedByHumanId !== scope.humanId && approvals.every((one) => one.humanId !== scope.humanId);
    const mayApprove = (kind: "legal" | "protection", permission: Permission) =>
      isReady &&
      isOther &&
      approvals.every((one) => one.kind !== kind) &&
      scope.roleFor(permission, row.caseId) !== null;
    const { requestedByHumanId, ofExportId, people, ...said } = shown;
    const mayKey = isReady && scope.roleFor("pseudonymKey.start", row.caseId) !== null;
    const isKey = row.contents === "pseudonyms";
    return {
      ...said,
      ...state,
      isOwn: requestedByHumanId === scope.humanId,
      approvals: approvals.map(({ kind, by, approvedAt }) => ({ kind, by, approvedAt })),
      may: {
        legal: mayApprove("legal", "export.approveLegal"),
        protection: mayApprove("protection", "export.approveProtection"),
        /** To ask for the key to its codes. */
        key: mayKey && !isKey && approvals.length === 2,
      },
      withheld: row.withheld?.filter(({ code }) => !apart.has(code)) ?? null,
      mayFetch:
        isReady &&
        approvals.length === 2 &&
        (isKey ? mayKey : scope.roleFor("export.start", row.caseId) !== null),
      /** Of a key: the bag of records whose codes it opens. */
      of: ofExportId === null ? null : await bagNamed({ read, scope }, ofExportId),
      /** Of a key: the codes of those whom it names. */
      named: people === null ? null : await codesNamed({ read, scope }, people),
      /** Of a bag of records: the keys to its codes that were asked for. */
      keys: isKey ? [] : await keysOf({ read, scope, now }, exportId),
    };
  },
});
