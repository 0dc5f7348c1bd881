import { and, eq } from "drizzle-orm";
import { caseExports, cases, humans, jobs, recipients } from "#db/schema/index.ts";
import { idOf } from "#lib/core/fields.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { z } from "zod";
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
        purpose: caseExports.purpose,
        releasePurpose: caseExports.releasePurpose,
        recipient: { id: recipients.id, name: recipients.name, nameAr: recipients.nameAr },
        requestedBy: humans.displayName,
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
    return {
      ...shown,
      ...state,
      withheld: row.withheld?.filter(({ code }) => !apart.has(code)) ?? null,
      mayFetch:
        state.status === "ready" &&
        caseRetractedAt === null &&
        scope.roleFor("export.start", row.caseId) !== null,
    };
  },
});
