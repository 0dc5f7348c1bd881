import { and, eq, or } from "drizzle-orm";
import { z } from "zod";
import { allegations, findings, humans, incidents } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { anyOf, given } from "#lib/core/where.ts";
import { FINDING_STATUSES, Facet, FindingStatus, OWN_PARTS } from "../vocabulary.ts";

/** Versions of findings of a case, newest first; `mine` are those that the caller wrote, or had any part in. */
export const listFindings = query({
  name: "finding.list",
  input: z.strictObject({
    caseId: CaseId,
    statuses: z.array(FindingStatus).max(FINDING_STATUSES.length).optional(),
    facet: Facet.optional(),
    mine: z.enum(OWN_PARTS).optional(),
    direction: z.enum(["asc", "desc"]).default("desc"),
    page: PageInput,
  }),
  permission: "finding.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, statuses, facet, mine, direction, page }) {
    const { humanId } = scope;
    const keys = keyset(page, direction, findings.createdAt, findings.id);
    const inList = and(
      scope.cases(findings.caseId),
      eq(findings.caseId, caseId),
      anyOf(findings.status, statuses),
      given(findings.facet, facet),
      mine === "author" ? eq(findings.authorHumanId, humanId) : undefined,
      mine === "any"
        ? or(
            eq(findings.authorHumanId, humanId),
            eq(findings.reviewerHumanId, humanId),
            eq(findings.secondHumanId, humanId),
          )
        : undefined,
    );
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
    return { ...paged(page, rows, (row) => ({ key: row.createdAt, id: row.id })), total };
  },
});
