import { and, desc, eq, inArray } from "drizzle-orm";
import { humans, identityShreds, reveals } from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { linesOf } from "#lib/records/find.ts";
import { z } from "zod";
import { demandOf } from "../find/demands.ts";
import { openWhy } from "../rules/sealing.ts";

/** What waits for a second person is shown at once. */
const SHOWN_MAX = 100;

/**
 * For those who watch over the identities of a case: who opened which, when and what for, and what waits for one of them. Nothing of
 * what an identity says; the words of whoever asks are.
 */
export const listReveals = query({
  name: "identity.listReveals",
  input: z.strictObject({ caseId: CaseId, page: PageInput }),
  permission: "vault.keep",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, page }) {
    const { read, scope, recordKeys } = ctx;
    const { retractedAt } = await findCase(ctx, caseId);
    const demand = await demandOf(read, caseId);
    const columns = {
      id: reveals.id,
      version: reveals.version,
      caseId: reveals.caseId,
      personId: reveals.personId,
      reason: reveals.reason,
      why: reveals.why,
      askedAt: reveals.askedAt,
      openedAt: reveals.openedAt,
      askedByHumanId: reveals.askedByHumanId,
      by: humans.displayName,
    };
    const inCase = and(eq(reveals.caseId, caseId), scope.cases(reveals.caseId));
    const keys = keyset(page, "desc", reveals.askedAt, reveals.id);
    const opened = await read
      .select(columns)
      .from(reveals)
      .innerJoin(humans, eq(humans.id, reveals.askedByHumanId))
      .where(and(inCase, eq(reveals.status, "opened"), keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const asked = await read
      .select(columns)
      .from(reveals)
      .innerJoin(humans, eq(humans.id, reveals.askedByHumanId))
      .where(and(inCase, eq(reveals.status, "waiting")))
      .orderBy(desc(reveals.askedAt), desc(reveals.id))
      .limit(SHOWN_MAX);
    const shreds = await read
      .select({
        id: identityShreds.id,
        version: identityShreds.version,
        personId: identityShreds.personId,
        ground: identityShreds.ground,
        requestedAt: identityShreds.requestedAt,
        requestedByHumanId: identityShreds.requestedByHumanId,
        by: humans.displayName,
      })
      .from(identityShreds)
      .innerJoin(humans, eq(humans.id, identityShreds.requestedByHumanId))
      .where(
        and(
          eq(identityShreds.caseId, caseId),
          scope.cases(identityShreds.caseId),
          inArray(identityShreds.status, ["waiting"]),
        ),
      )
      .orderBy(desc(identityShreds.requestedAt), desc(identityShreds.id))
      .limit(SHOWN_MAX);
    const listed = paged(page, opened, (row) => ({ key: row.askedAt, id: row.id }));
    const lines = await linesOf(ctx, [
      ...new Set([...listed.rows, ...asked, ...shreds].map((row) => row.personId)),
    ]);
    const codeOf = (personId: string) => lines.get(personId)?.code ?? null;
    return {
      caseId,
      demand,
      mayDemand: demand === null && retractedAt === null,
      ...listed,
      rows: listed.rows.map(({ id, personId, reason, openedAt, by }) => ({
        id,
        personId,
        reason,
        openedAt,
        by,
        code: codeOf(personId),
      })),
      asked: asked.map(({ askedByHumanId, ...row }) => ({
        ...row,
        ...openWhy(recordKeys, row),
        code: codeOf(row.personId),
        mayApprove: askedByHumanId !== scope.humanId,
      })),
      shreds: shreds.map(({ requestedByHumanId, ...row }) => ({
        ...row,
        code: codeOf(row.personId),
        mayApprove: requestedByHumanId !== scope.humanId,
      })),
    };
  },
  traceOf: ({ caseId }) => ({ caseId }),
});
