import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { allegations, findings, humans, incidents } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { listed } from "#lib/core/listing.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { isHiddenFromCaller } from "#lib/core/blind-review.ts";
import { veiled } from "../rules/veil.ts";
import { findingFilters, findingList } from "../find/listings.ts";
import { isOverride } from "../rules/appeal.ts";

/** Versions of findings of a case, newest first; `mine` are those that the caller wrote, or had any part in. */
export const listFindings = query({
  name: "finding.list",
  input: z.strictObject({
    caseId: CaseId,
    ...findingFilters,
    direction: z.enum(["asc", "desc"]).default("desc"),
    page: PageInput,
  }),
  permission: "finding.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, direction, page, ...filters }) {
    const { read } = ctx;
    const keys = keyset(page, direction, findings.createdAt, findings.id);
    const inList = listed(ctx, findingList, caseId, filters);
    const rows = await read
      .select({
        id: findings.id,
        code: findings.code,
        facet: findings.facet,
        number: findings.number,
        status: findings.status,
        conclusion: findings.conclusion,
        determination: findings.determination,
        standard: findings.standard,
        ceiling: findings.ceiling,
        contested: findings.contested,
        appealId: findings.appealId,
        isHidden: isHiddenFromCaller(ctx),
        submittedAt: findings.submittedAt,
        createdAt: findings.createdAt,
        authorName: humans.displayName,
        allegation: {
          id: allegations.id,
          code: allegations.code,
          violation: allegations.violation,
          wording: allegations.wording,
        },
        incident: {
          id: incidents.id,
          code: incidents.code,
          title: incidents.title,
          titleAr: incidents.titleAr,
        },
      })
      .from(findings)
      .innerJoin(humans, eq(humans.id, findings.authorHumanId))
      .innerJoin(allegations, eq(allegations.id, findings.allegationId))
      .innerJoin(incidents, eq(incidents.id, allegations.incidentId))
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, findings, inList);
    const shown = rows.map(({ isHidden, appealId, ...row }) => ({
      ...veiled(row, isHidden),
      isOverride: isOverride({ ...row, appealId }),
    }));
    return { ...paged(page, shown, (row) => ({ key: row.createdAt, id: row.id })), total };
  },
});
