/** Assessments of risk and what happened since, as they are on record. */
import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { riskAssessments, riskEvents } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import { type AssessmentRow, BANDS, type RiskEventRow } from "./rules.ts";

/** The level of an assessment, as an expression: the number of bands that it reaches, as `levelOf` says it. */
export const levelInSql: SQL<number> = sql`(${sql.join(
  BANDS.map(
    (from) =>
      sql`case when ${riskAssessments.likelihood} * ${riskAssessments.impact} >= ${sql.raw(String(from))} then 1 else 0 end`,
  ),
  sql` + `,
)})`;

/** The assessments of some witnesses, each by number. */
export async function assessmentsOf(
  read: Reader,
  witnessIds: Iterable<string>,
): Promise<Map<string, AssessmentRow[]>> {
  const rows = await inPieces(witnessIds, (some) =>
    read
      .select()
      .from(riskAssessments)
      .where(inArray(riskAssessments.witnessId, some))
      .orderBy(asc(riskAssessments.witnessId), asc(riskAssessments.number)),
  );
  return Map.groupBy(rows, ({ witnessId }) => witnessId);
}

/** What happened to some witnesses of a case, and what happened to all in it, by when it was heard of. */
export async function riskEventsOf(
  read: Reader,
  caseId: string,
  witnessIds: Iterable<string>,
): Promise<(witnessId: string) => RiskEventRow[]> {
  const toAll = await read
    .select()
    .from(riskEvents)
    .where(and(eq(riskEvents.caseId, caseId), isNull(riskEvents.witnessId)));
  const own = await inPieces(witnessIds, (some) =>
    read
      .select()
      .from(riskEvents)
      .where(and(eq(riskEvents.caseId, caseId), inArray(riskEvents.witnessId, some))),
  );
  const of = Map.groupBy(own, ({ witnessId }) => witnessId);
  return (witnessId) =>
    [...toAll, ...(of.get(witnessId) ?? [])].toSorted((a, b) => a.recordedAt - b.recordedAt);
}
