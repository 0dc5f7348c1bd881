import { and, count, desc, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import { z } from "zod";
import { allegations, contradictions, evidenceLinks, statements, testimonies } from "#db/schema/index.ts";
import { idOf } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { AllegationId, StatementId } from "#lib/corroboration/vocabulary.ts";
import { pairLines } from "../find/listed.ts";
import { COMPARED_MAX } from "../vocabulary.ts";

/** So many are shown beside a record; the list of the case has all. */
const SHOWN_MAX = 50;

/** The contradictions of one record: between statements of a testimony or allegation, or of one statement. */
export const contradictionsOf = query({
  name: "contradiction.ofRecord",
  input: z.strictObject({ recordId: z.union([StatementId, AllegationId, idOf("testimony")]) }),
  permission: "contradiction.read",
  async run(ctx, { recordId }) {
    const { caseId, where, allegationId } = await conditionOf(ctx, recordId);
    const orderBy = [desc(contradictions.createdAt), desc(contradictions.id)] as const;
    const inScope = and(ctx.scope.cases(contradictions.caseId), eq(contradictions.caseId, caseId), where);
    const rows = await pairLines(ctx, inScope, { orderBy, limit: SHOWN_MAX + 1 });
    return {
      rows: rows.slice(0, SHOWN_MAX),
      isMore: rows.length > SHOWN_MAX,
      /** More statements than the rules compare with a new one: the rest is for people. */
      isPastRules: allegationId !== null && (await linked(ctx, allegationId)) > COMPARED_MAX,
      comparedMax: COMPARED_MAX,
    };
  },
});

interface Condition {
  caseId: string;
  where: SQL | undefined;
  allegationId: string | null;
}

async function conditionOf(ctx: AskContext, recordId: string): Promise<Condition> {
  const either = (ids: readonly string[] | SQL | ReturnType<typeof cutFrom>) =>
    or(
      inArray(contradictions.statementId, ids as never),
      inArray(contradictions.otherStatementId, ids as never),
    );
  if (StatementId.safeParse(recordId).success) {
    const { caseId } = await findRecord(ctx, statements, recordId, "statement.read");
    return { caseId, where: either([recordId]), allegationId: null };
  }
  if (AllegationId.safeParse(recordId).success) {
    const { caseId } = await findRecord(ctx, allegations, recordId, "allegation.read");
    return { caseId, where: eq(contradictions.allegationId, recordId), allegationId: recordId };
  }
  const { caseId } = await findRecord(ctx, testimonies, recordId, "testimony.read");
  return { caseId, where: either(cutFrom(ctx, recordId)), allegationId: null };
}

const cutFrom = ({ read }: AskContext, testimonyId: string) =>
  read.select({ id: statements.id }).from(statements).where(eq(statements.testimonyId, testimonyId));

async function linked({ read, scope }: AskContext, allegationId: string): Promise<number> {
  const [found] = await read
    .select({ many: count() })
    .from(evidenceLinks)
    .where(
      and(
        eq(evidenceLinks.allegationId, allegationId),
        scope.cases(evidenceLinks.caseId, "evidence.read"),
        isNull(evidenceLinks.retractedAt),
        ne(evidenceLinks.stance, "context"),
      ),
    );
  return found?.many ?? 0;
}
