import { and, asc, desc, eq, gt, isNotNull, isNull, ne, notInArray, or } from "drizzle-orm";
import {
  auditEvents,
  caseExports,
  caseMembers,
  cases,
  findings,
  links,
  testimonyVersions,
} from "#db/schema/index.ts";
import { maybeCallerCode } from "#lib/core/caller-code.ts";
import type { AskContext } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import type { GuideStep } from "./vocabulary.ts";

/** The caller's roles in the oldest training case that they belong to. */
export async function practiceOf({ read, scope, now }: AskContext) {
  const rows = await read
    .select({ caseId: cases.id, title: cases.title, titleAr: cases.titleAr, role: caseMembers.role })
    .from(caseMembers)
    .innerJoin(cases, eq(cases.id, caseMembers.caseId))
    .where(
      and(
        eq(caseMembers.accountId, scope.accountId),
        isNull(caseMembers.endedAt),
        or(isNull(caseMembers.expiresAt), gt(caseMembers.expiresAt, now)),
        scope.cases(caseMembers.caseId, "case.read"),
        eq(cases.kind, "training"),
        isNull(cases.retractedAt),
      ),
    )
    .orderBy(asc(cases.createdAt), asc(cases.id));
  return rows.filter(({ caseId }) => caseId === rows[0]?.caseId);
}

/** Whether the caller has done a step, as their own acts in a training case show it. */
export async function isDone(ctx: AskContext, step: GuideStep, caseId: string): Promise<boolean> {
  const { read, scope } = ctx;
  const { humanId, accountId } = scope;
  const mine = and(
    scope.cases(testimonyVersions.caseId, "testimony.read"),
    eq(testimonyVersions.caseId, caseId),
  );
  switch (step) {
    case "log":
      return some(
        read
          .select({ id: testimonyVersions.id })
          .from(testimonyVersions)
          .where(and(mine, eq(testimonyVersions.authorHumanId, humanId)))
          .limit(1),
      );
    case "submit":
      return some(
        read
          .select({ id: testimonyVersions.id })
          .from(testimonyVersions)
          .where(
            and(mine, eq(testimonyVersions.authorHumanId, humanId), ne(testimonyVersions.stage, "draft")),
          )
          .limit(1),
      );
    case "decide":
      return some(
        read
          .select({ id: testimonyVersions.id })
          .from(testimonyVersions)
          .where(and(mine, eq(testimonyVersions.decidedByHumanId, humanId)))
          .limit(1),
      );
    case "link_incident":
      return some(linksMade(ctx, caseId, "testimony_incident"));
    case "link_suspect":
      return some(linksMade(ctx, caseId, "testimony_suspect"));
    case "take":
    case "judge":
      return some(
        read
          .select({ id: findings.id })
          .from(findings)
          .where(
            and(
              scope.cases(findings.caseId, "finding.read"),
              eq(findings.caseId, caseId),
              eq(findings.reviewerHumanId, humanId),
              step === "take" ? undefined : notInArray(findings.status, ["submitted", "in_review"]),
            ),
          )
          .limit(1),
      );
    case "export":
    case "download":
      return some(
        read
          .select({ id: caseExports.id })
          .from(caseExports)
          .where(
            and(
              scope.cases(caseExports.caseId, "export.read"),
              eq(caseExports.caseId, caseId),
              eq(caseExports.requestedByHumanId, humanId),
              step === "export" ? undefined : gt(caseExports.downloads, 0),
            ),
          )
          .limit(1),
      );
    case "verify":
      return hasVerified(ctx, accountId);
  }
}

/** Whoever takes their first steps made their links a moment ago; no case is walked through for older ones. */
const NEWEST = 2_000;

function linksMade(
  { read, scope }: AskContext,
  caseId: string,
  kind: "testimony_incident" | "testimony_suspect",
) {
  const newest = read
    .select({ id: links.id, kind: links.kind, createdBy: links.createdBy, testimonyId: links.testimonyId })
    .from(links)
    .where(and(scope.cases(links.caseId, "link.read"), eq(links.caseId, caseId), isNull(links.retractedAt)))
    .orderBy(desc(links.createdAt), desc(links.id))
    .limit(NEWEST)
    .as("newest");
  return read
    .select({ id: newest.id })
    .from(newest)
    .where(and(eq(newest.kind, kind), eq(newest.createdBy, scope.accountId), isNotNull(newest.testimonyId)))
    .limit(1);
}

/** The log knows a person by a code; their own is looked up, and nobody else's. */
async function hasVerified({ read, keys }: AskContext, accountId: string): Promise<boolean> {
  const code = await maybeCallerCode(read, keys, accountId, ORGANISATION);
  if (code === null) return false;
  return some(
    read
      .select({ seq: auditEvents.seq })
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.act, "audit.verifyNow"),
          eq(auditEvents.actor, code),
          eq(auditEvents.decision, "allow"),
        ),
      )
      .limit(1),
  );
}

const some = async (rows: PromiseLike<readonly unknown[]>): Promise<boolean> => (await rows).length > 0;
