import { table, type TableOf } from "./table.ts";

/** What speaks against an allegation, and which two statements speak against each other. */
export const CONTRADICTION_TABLES: readonly TableOf[] = [
  table(
    "contradictions",
    "code statement_code allegation_code facet rationale state resolution_reason resolved_at resolved_by_role resolved_by_case_code",
    ({ contradictions }) =>
      contradictions.map((it) => [
        it.code,
        it.statementCode,
        it.allegationCode,
        it.facet,
        it.rationale,
        it.resolution === null ? "open" : "resolved",
        it.resolution?.reason ?? null,
        it.resolution?.at ?? null,
        it.resolution?.role ?? null,
        it.resolution?.caseCode ?? null,
      ]),
  ),
  table(
    "statement_contradictions",
    "code statement_code other_statement_code kind allegation_code facet state material note reason decided_at",
    ({ statementContradictions }) =>
      statementContradictions.map((it) => [
        it.code,
        it.statementCode,
        it.otherStatementCode,
        it.kind,
        it.allegationCode,
        it.facet,
        it.state,
        it.material,
        it.note,
        it.reason,
        it.decidedAt,
      ]),
  ),
];
