import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  instant,
  integer,
  json,
  oneOf,
  table,
  text,
  unique,
  uniqueIndex,
} from "../columns.ts";
import { humans } from "./access.ts";
import { cases } from "./cases.ts";
import { allegations, evidenceLinks, facets, statements } from "./corroboration.ts";

export const contradictionKinds = ["time", "place", "number", "actor", "act", "other"] as const;
export const contradictionStates = ["proposed", "standing", "dismissed", "resolved"] as const;
/** Which of the two speaks against what the allegation's facet says. */
export const contradictionSides = ["statement", "other", "neither"] as const;

/** What one of the two said of the thing in which they differ, as it stood when that was noticed. */
export interface SaidThen {
  edtf?: string;
  placeId?: string;
  actorId?: string;
  act?: string;
  sense?: string;
  min?: number | null;
  max?: number | null;
  unit?: string;
  category?: string;
  outcome?: string;
}

const human = (name: string) => text(name).references(() => humans.id);

/**
 * Two statements that cannot both be right as they stand. One is proposed by a rule or recorded by hand; people decide. It is
 * never deleted, and what was dismissed or resolved stays so, with its reason.
 */
export const contradictions = table(
  "contradictions",
  {
    id: text("id").primaryKey(),
    code: text("code").notNull(),
    version: integer("version").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    /** The two in the order of their ids (commands put them so), so that a pair is one pair. */
    statementId: text("statement_id").notNull(),
    otherStatementId: text("other_statement_id").notNull(),
    kind: oneOf("kind", contradictionKinds).notNull(),
    allegationId: text("allegation_id"),
    facet: oneOf("facet", facets),
    /** The pair, the kind and the facet; one open contradiction each (what is dismissed or resolved carries its id). */
    pairKey: text("pair_key").notNull(),
    /** What each said then; null where it was recorded in words alone. */
    said: json<{ statement: SaidThen; other: SaidThen } | null>("said"),
    /** In what they differ, in the words of whoever recorded it by hand. */
    note: text("note"),
    /** The rules that proposed it; null when a person did. */
    ruleVersion: text("rule_version"),
    state: oneOf("state", contradictionStates).notNull(),
    material: boolean("material"),
    against: oneOf("against", contradictionSides),
    evidenceLinkId: text("evidence_link_id"),
    decidedAt: instant("decided_at"),
    decidedByHumanId: human("decided_by_human_id"),
    decisionReason: text("decision_reason"),
    resolvedAt: instant("resolved_at"),
    resolvedByHumanId: human("resolved_by_human_id"),
    resolutionReason: text("resolution_reason"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.statementId], foreignColumns: [statements.caseId, statements.id] }),
    foreignKey({
      columns: [t.caseId, t.otherStatementId],
      foreignColumns: [statements.caseId, statements.id],
    }),
    foreignKey({ columns: [t.caseId, t.allegationId], foreignColumns: [allegations.caseId, allegations.id] }),
    foreignKey({ columns: [t.evidenceLinkId], foreignColumns: [evidenceLinks.id] }),
    uniqueIndex("contradictions_code_key").on(t.code),
    unique("contradictions_case_id_key").on(t.caseId, t.id),
    uniqueIndex("contradictions_pair_key").on(t.caseId, t.pairKey),
    index("contradictions_statement_idx").on(t.statementId),
    index("contradictions_other_idx").on(t.otherStatementId),
    index("contradictions_allegation_idx").on(t.allegationId),
    index("contradictions_link_idx").on(t.evidenceLinkId),
    index("contradictions_case_idx").on(t.caseId, t.createdAt, t.id),
    check("contradictions_two", sql`${t.statementId} <> ${t.otherStatementId}`),
  ],
);
