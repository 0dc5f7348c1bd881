/** What waits for a reviewer: only what they may act on. The same conditions hold in the commands. */
import { and, count, eq, exists, inArray, isNotNull, ne, notExists, or, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { alias } from "#db/columns.ts";
import {
  allegations,
  appeals,
  cases,
  evidenceLinks,
  findings,
  humans,
  statements,
  testimonies,
  testimonyPeople,
  testimonyVersions,
  testimonyWriters,
} from "#db/schema/index.ts";
import type { Permission } from "#lib/access/permissions.ts";
import { countUpTo, keyset, type PageInput } from "#lib/core/page.ts";
import type { AskContext } from "#lib/core/query.ts";
import { isHiddenFromCaller } from "#lib/core/blind-review.ts";

const TOOK_PART = ["interviewer", "interpreter"];

/** How many records wait for the caller: counted by the database, not read. */
export async function waitingCount(ctx: AskContext, caseId: string | undefined): Promise<number> {
  const { read } = ctx;
  const texts = await countUpTo(read, testimonyVersions, testimoniesInQueue(ctx, caseId));
  return texts + (await countUpTo(read, findings, findingsInQueue(ctx, caseId)));
}

/** The same case by case, over all cases of the caller, in two rows at most for each; none where nothing waits. */
export async function waitingByCase(ctx: AskContext) {
  const texts = await ctx.read
    .select({ caseId: testimonyVersions.caseId, count: count() })
    .from(testimonyVersions)
    .where(testimoniesInQueue(ctx, undefined))
    .groupBy(testimonyVersions.caseId);
  const judgements = await ctx.read
    .select({ caseId: findings.caseId, count: count() })
    .from(findings)
    .where(findingsInQueue(ctx, undefined))
    .groupBy(findings.caseId);
  return [...texts, ...judgements];
}

/** In one case, or in all in which the caller holds the permission. */
function inCases(
  { scope }: AskContext,
  column: AnyPgColumn,
  permission: Permission,
  caseId: string | undefined,
): SQL | undefined {
  if (caseId === undefined) return scope.acrossCases(column, permission);
  return and(eq(column, caseId), scope.cases(column, permission));
}

/** Submitted versions of testimonies that the caller neither wrote on nor took part in. */
function testimoniesInQueue(ctx: AskContext, caseId: string | undefined) {
  const { read, scope } = ctx;
  const written = read
    .select({ id: testimonyWriters.id })
    .from(testimonyWriters)
    .where(
      and(
        eq(testimonyWriters.testimonyId, testimonyVersions.testimonyId),
        eq(testimonyWriters.humanId, scope.humanId),
      ),
    );
  const tookPart = read
    .select({ id: testimonyPeople.id })
    .from(testimonyPeople)
    .where(
      and(
        eq(testimonyPeople.testimonyId, testimonyVersions.testimonyId),
        inArray(testimonyPeople.role, TOOK_PART),
        eq(testimonyPeople.humanId, scope.humanId),
      ),
    );
  const retracted = read
    .select({ id: testimonies.id })
    .from(testimonies)
    .where(and(eq(testimonies.id, testimonyVersions.testimonyId), isNotNull(testimonies.retractedAt)));
  return and(
    inCases(ctx, testimonyVersions.caseId, "testimony.decide", caseId),
    eq(testimonyVersions.stage, "submitted"),
    isNotNull(testimonyVersions.submittedAt),
    notExists(retracted),
    notExists(written),
    notExists(tookPart),
  );
}

/** One page of the testimonies that wait for the caller. */
export async function waitingTestimonies(ctx: AskContext, caseId: string | undefined, page: PageInput) {
  const keys = keyset(page, "asc", testimonyVersions.submittedAt, testimonyVersions.id);
  const rows = await ctx.read
    .select({
      id: testimonyVersions.id,
      testimonyId: testimonies.id,
      code: testimonies.code,
      facts: testimonyVersions.facts,
      number: testimonyVersions.number,
      at: testimonyVersions.submittedAt,
      authorName: humans.displayName,
      case: { id: cases.id, code: cases.code, title: cases.title, titleAr: cases.titleAr },
    })
    .from(testimonyVersions)
    .innerJoin(testimonies, eq(testimonies.id, testimonyVersions.testimonyId))
    .innerJoin(humans, eq(humans.id, testimonyVersions.authorHumanId))
    .innerJoin(cases, eq(cases.id, testimonyVersions.caseId))
    .where(and(testimoniesInQueue(ctx, caseId), keys.where))
    .orderBy(...keys.orderBy)
    .limit(keys.limit);
  return rows.map(({ at, facts, ...row }) => ({
    act: "testimony" as const,
    ...row,
    title: facts.title,
    at: at ?? 0,
  }));
}

const others = alias(findings, "others");
const heard = alias(findings, "heard");

/** Findings whose next step is one for the caller. */
function findingsInQueue(ctx: AskContext, caseId: string | undefined) {
  const { scope } = ctx;
  return and(
    inCases(ctx, findings.caseId, "finding.review", caseId),
    isNotNull(findings.submittedAt),
    ne(findings.authorHumanId, scope.humanId),
    notExists(myPartIn(ctx)),
    notExists(heardByMe(ctx)),
    mayActNow(ctx),
  );
}

/** One page of the findings that wait for the caller. */
export async function waitingFindings(ctx: AskContext, caseId: string | undefined, page: PageInput) {
  const keys = keyset(page, "asc", findings.submittedAt, findings.id);
  const rows = await ctx.read
    .select({
      id: findings.id,
      code: findings.code,
      title: allegations.wording,
      allegationId: allegations.id,
      facet: findings.facet,
      number: findings.number,
      status: findings.status,
      determination: findings.determination,
      isHidden: isHiddenFromCaller(ctx),
      at: findings.submittedAt,
      authorName: humans.displayName,
      case: { id: cases.id, code: cases.code, title: cases.title, titleAr: cases.titleAr },
    })
    .from(findings)
    .innerJoin(allegations, eq(allegations.id, findings.allegationId))
    .innerJoin(humans, eq(humans.id, findings.authorHumanId))
    .innerJoin(cases, eq(cases.id, findings.caseId))
    .where(and(findingsInQueue(ctx, caseId), keys.where))
    .orderBy(...keys.orderBy)
    .limit(keys.limit);
  return rows.map(({ at, determination, ...row }) => ({
    act: "finding" as const,
    ...row,
    determination: row.isHidden ? null : determination,
    at: at ?? 0,
  }));
}

/** A panel over an earlier version in which the caller sat: who heard the appeal does not approve what follows. */
function heardByMe({ read, scope }: AskContext) {
  return read
    .select({ id: appeals.id })
    .from(appeals)
    .innerJoin(heard, eq(heard.id, appeals.findingId))
    .where(
      and(
        eq(heard.allegationId, findings.allegationId),
        eq(heard.facet, findings.facet),
        or(eq(appeals.firstHumanId, scope.humanId), eq(appeals.secondHumanId, scope.humanId)),
      ),
    );
}

/** Links of the facet that the caller made, or that rest on an interview they led or interpreted, taken back or not. */
function myPartIn({ read, scope }: AskContext) {
  const interviewed = read
    .select({ id: testimonyPeople.id })
    .from(testimonyPeople)
    .innerJoin(statements, eq(statements.testimonyId, testimonyPeople.testimonyId))
    .where(
      and(
        eq(statements.id, evidenceLinks.statementId),
        inArray(testimonyPeople.role, TOOK_PART),
        eq(testimonyPeople.humanId, scope.humanId),
      ),
    );
  return read
    .select({ id: evidenceLinks.id })
    .from(evidenceLinks)
    .where(
      and(
        eq(evidenceLinks.allegationId, findings.allegationId),
        eq(evidenceLinks.facet, findings.facet),
        or(eq(evidenceLinks.authorHumanId, scope.humanId), exists(interviewed)),
      ),
    );
}

/** The step that is due is one for the caller: nobody decides on what they approved, or on what another has taken up. */
function mayActNow({ read, scope }: AskContext): SQL | undefined {
  const { humanId } = scope;
  const sameFacet = (...more: (SQL | undefined)[]) =>
    read
      .select({ id: others.id })
      .from(others)
      .where(and(eq(others.allegationId, findings.allegationId), eq(others.facet, findings.facet), ...more));
  const approvedContested = sameFacet(
    eq(others.status, "contested"),
    or(eq(others.reviewerHumanId, humanId), eq(others.secondHumanId, humanId)),
  );
  const open = sameFacet(
    inArray(others.status, ["draft", "submitted", "in_review", "returned", "first_approved"]),
  );
  return or(
    and(eq(findings.status, "in_review"), eq(findings.reviewerHumanId, humanId)),
    and(
      notExists(approvedContested),
      or(
        eq(findings.status, "submitted"),
        and(eq(findings.status, "first_approved"), ne(findings.reviewerHumanId, humanId)),
        and(eq(findings.status, "contested"), notExists(open)),
      ),
    ),
  );
}
