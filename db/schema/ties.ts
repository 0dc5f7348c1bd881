import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, oneOf, table, text, uniqueIndex } from "../columns.ts";
import { cases } from "./cases.ts";
import { statements } from "./corroboration.ts";
import { recordColumns } from "./record.ts";
import { sources, witnesses } from "./sources.ts";

const caseId = () =>
  text("case_id")
    .notNull()
    .references(() => cases.id);

/** A dependency between two statements: a hard edge (one origin) or a soft edge (weight in tenths). */
export const dependencies = table(
  "dependencies",
  {
    ...recordColumns(),
    caseId: caseId(),
    family: oneOf("family", ["hard", "soft"]).notNull(),
    kind: text("kind").notNull(),
    statementId: text("statement_id").notNull(),
    otherStatementId: text("other_statement_id").notNull(),
    /** 0–9 for a soft edge, null for a hard one. */
    weightTenths: integer("weight_tenths"),
    /** Why a reviewer changed the weight; null while it is the kind's own. */
    weightReason: text("weight_reason"),
    note: text("note"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.statementId], foreignColumns: [statements.caseId, statements.id] }),
    foreignKey({
      columns: [t.caseId, t.otherStatementId],
      foreignColumns: [statements.caseId, statements.id],
    }),
    uniqueIndex("dependencies_code_key").on(t.code),
    uniqueIndex("dependencies_import_key").on(t.caseId, t.importKey),
    index("dependencies_statement_idx").on(t.statementId),
    index("dependencies_other_idx").on(t.otherStatementId),
    check("dependencies_weight_tenths", sql`${t.weightTenths} between 0 and 9`),
  ],
);

/**
 * A tie between two who speak, witnesses or sources: it holds between all that either of them tells. One origin (hard), or
 * something that makes them depend on each other in part.
 */
export const sourceTies = table(
  "source_ties",
  {
    ...recordColumns(),
    caseId: caseId(),
    family: oneOf("family", ["hard", "soft"]).notNull(),
    kind: text("kind").notNull(),
    /** Of each pair one is null: a witness or a source at either end. */
    witnessId: text("witness_id"),
    sourceId: text("source_id"),
    otherWitnessId: text("other_witness_id"),
    otherSourceId: text("other_source_id"),
    /** 0–9 for a soft tie, null for a hard one. */
    weightTenths: integer("weight_tenths"),
    /** Why a reviewer changed the weight; null while it is the kind's own. */
    weightReason: text("weight_reason"),
    note: text("note"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.witnessId], foreignColumns: [witnesses.caseId, witnesses.id] }),
    foreignKey({ columns: [t.caseId, t.sourceId], foreignColumns: [sources.caseId, sources.id] }),
    foreignKey({ columns: [t.caseId, t.otherWitnessId], foreignColumns: [witnesses.caseId, witnesses.id] }),
    foreignKey({ columns: [t.caseId, t.otherSourceId], foreignColumns: [sources.caseId, sources.id] }),
    uniqueIndex("source_ties_code_key").on(t.code),
    uniqueIndex("source_ties_import_key").on(t.caseId, t.importKey),
    index("source_ties_witness_idx").on(t.witnessId),
    index("source_ties_source_idx").on(t.sourceId),
    index("source_ties_other_witness_idx").on(t.otherWitnessId),
    index("source_ties_other_source_idx").on(t.otherSourceId),
    check("source_ties_weight_tenths", sql`${t.weightTenths} between 0 and 9`),
    check("source_ties_one_end", sql`(${t.witnessId} is null) <> (${t.sourceId} is null)`),
    check("source_ties_other_end", sql`(${t.otherWitnessId} is null) <> (${t.otherSourceId} is null)`),
  ],
);
