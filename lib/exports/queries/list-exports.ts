import { and, eq } from "drizzle-orm";
import { caseExports, humans, jobs, recipients } from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { approvedByBoth } from "../find/approvals.ts";
import { endsSoon } from "../find/ending.ts";
import { waitsForCaller } from "../find/waiting.ts";
import { stateNow } from "../rules/status.ts";

/** Exports of a case, newest first: who, when, what, state, hash, until when. Of a retracted case none can be fetched. */
export const listExports = query({
  name: "export.list",
  input: z.strictObject({
    caseId: CaseId,
    /** Only those that are ready and run out within three days. */
    endingSoon: z.boolean().optional(),
    /** Only those that wait for an approval which the caller may give. */
    waitsForMe: z.boolean().optional(),
    page: PageInput,
  }),
  permission: "export.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope, now }, { caseId, endingSoon, waitsForMe, page }) {
    const { retractedAt } = await findCase({ read, scope }, caseId);
    const keys = keyset(page, "desc", caseExports.createdAt, caseExports.id);
    const inList = and(
      scope.cases(caseExports.caseId),
      eq(caseExports.caseId, caseId),
      endingSoon ? endsSoon(now) : undefined,
      waitsForMe ? waitsForCaller({ read, scope, now }) : undefined,
    );
    const rows = await read
      .select({
        id: caseExports.id,
        code: caseExports.code,
        version: caseExports.version,
        status: caseExports.status,
        contents: caseExports.contents,
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
      .innerJoin(humans, eq(humans.id, caseExports.requestedByHumanId))
      .leftJoin(recipients, eq(recipients.id, caseExports.recipientId))
      .leftJoin(jobs, eq(jobs.id, caseExports.jobId))
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, caseExports, inList);
    const mayFetch = retractedAt === null && scope.roleFor("export.start", caseId) !== null;
    const mayFetchKeys = retractedAt === null && scope.roleFor("pseudonymKey.start", caseId) !== null;
    const approved = await approvedByBoth(
      read,
      rows.map(({ id }) => id),
    );
    const shown = rows.map(({ withheld, jobStatus, jobProblem, ...row }) => {
      const state = stateNow({ ...row, jobStatus, jobProblem }, now);
      return {
        ...row,
        ...state,
        withheldCount: withheld?.length ?? null,
        waitsForApproval: state.status === "ready" && !approved.has(row.id),
        mayFetch:
          (row.contents === "records" ? mayFetch : mayFetchKeys) &&
          state.status === "ready" &&
          approved.has(row.id),
      };
    });
    return {
      ...paged(page, shown, (row) => ({ key: row.createdAt, id: row.id })),
      total,
      may: { start: mayFetch },
    };
  },
});
