import { and, desc, eq, getTableColumns, inArray } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { accounts, auditEvents, deletions, humans, jobs, legalHolds } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { query } from "#lib/core/query.ts";
import { findTestimony } from "#lib/testimonies/find.ts";
import { TestimonyId } from "#lib/testimonies/vocabulary.ts";
import { z } from "zod";
import { holdsOver, keptUntil } from "../find/retention.ts";
import { FINISHING } from "../words.ts";

/** Requests and holds that are shown; the newest. */
const SHOWN_MAX = 50;
const deciders = alias(humans, "deciders");

/**
 * For how long an account is kept and why, what holds it, who asked for its deletion and who decided. Of a deleted one, the entry of
 * the log that certifies it. It is traced.
 */
export const readTestimonyRetention = query({
  name: "retention.readTestimony",
  input: z.strictObject({ testimonyId: TestimonyId }),
  permission: "retention.read",
  async run(ctx, { testimonyId }) {
    const { read, scope, now } = ctx;
    const testimony = await findTestimony(ctx, testimonyId);
    const { caseId, retractedAt } = testimony;
    const { row, retentionClass, dueAt } = await keptUntil(read, testimony);
    const holds = await read
      .select({
        id: legalHolds.id,
        version: legalHolds.version,
        reason: legalHolds.reason,
        placedAt: legalHolds.placedAt,
        testimonyId: legalHolds.testimonyId,
        by: humans.displayName,
      })
      .from(legalHolds)
      .leftJoin(accounts, eq(accounts.id, legalHolds.placedBy))
      .leftJoin(humans, eq(humans.id, accounts.humanId))
      .where(and(holdsOver(testimony), scope.cases(legalHolds.caseId)))
      .orderBy(desc(legalHolds.placedAt), desc(legalHolds.id))
      .limit(SHOWN_MAX);
    const requests = await read
      .select({
        ...getTableColumns(deletions),
        by: humans.displayName,
        decidedBy: deciders.displayName,
      })
      .from(deletions)
      .innerJoin(humans, eq(humans.id, deletions.requestedByHumanId))
      .leftJoin(deciders, eq(deciders.id, deletions.decidedByHumanId))
      .where(and(eq(deletions.testimonyId, testimonyId), scope.cases(deletions.caseId)))
      .orderBy(desc(deletions.requestedAt), desc(deletions.id))
      .limit(SHOWN_MAX);
    const live = requests.find(({ status }) => status !== "refused");
    const isDeleted = live?.status === "approved";
    const holdsPermission = (permission: "retention.write" | "hold.write" | "deletion.request") =>
      !isDeleted && scope.roleFor(permission, caseId) !== null;
    return {
      testimony: {
        id: testimonyId,
        code: testimony.code,
        title: testimony.title,
        version: testimony.version,
        caseId,
        createdAt: testimony.createdAt,
        retractedAt,
      },
      seen: row?.version ?? 0,
      retentionClass,
      reason: row?.reason ?? null,
      dueAt,
      isDue: dueAt !== null && dueAt <= now,
      holds,
      requests: requests.map(
        ({ id, version, ground, reason, status, requestedAt, decidedAt, refusal, by, decidedBy }) => ({
          id,
          version,
          ground,
          reason,
          status,
          requestedAt,
          decidedAt,
          refusal,
          by,
          decidedBy,
        }),
      ),
      certificate: isDeleted ? await certificateOf(read, testimonyId) : null,
      /** Files and pieces of the index are still being removed. */
      isBeingFinished: isDeleted && (await isBeingFinished(read, testimonyId)),
      may: {
        write: holdsPermission("retention.write"),
        hold: holdsPermission("hold.write"),
        request: live === undefined && holdsPermission("deletion.request"),
        decide: live?.status === "waiting" && scope.roleFor("deletion.decide", caseId) !== null,
        approve:
          live?.status === "waiting" &&
          live.requestedByHumanId !== scope.humanId &&
          scope.roleFor("deletion.decide", caseId) !== null,
      },
    };
  },
  traceOf: ({ testimony: { id, version, caseId } }) => ({ caseId, object: { id, version } }),
});

/** Whether the job of a deletion waits, is at it, or has to be taken up again. */
async function isBeingFinished(read: Reader, testimonyId: string): Promise<boolean> {
  const [job] = await read
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        inArray(jobs.status, ["queued", "running", "failed"]),
        eq(jobs.kind, FINISHING),
        eq(jobs.subjectId, testimonyId),
      ),
    )
    .limit(1);
  return job !== undefined;
}

/** The entry of the log that says that the words of a record were destroyed: its number and its hash. */
async function certificateOf(read: Reader, testimonyId: string) {
  const [entry] = await read
    .select({ seq: auditEvents.seq, leaf: auditEvents.leaf, at: auditEvents.at })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.objectId, testimonyId),
        eq(auditEvents.act, "record.shred"),
        eq(auditEvents.decision, "allow"),
      ),
    )
    .limit(1);
  return entry ?? null;
}
