import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  instant,
  integer,
  oneOf,
  table,
  text,
  unique,
  uniqueIndex,
} from "../columns.ts";
import { humans } from "./access.ts";
import { cases } from "./cases.ts";
import { findings } from "./corroboration.ts";
import { recordColumns } from "./record.ts";

const standards = ["none", "reasonable_suspicion", "reasonable_grounds"] as const;
const caseId = () =>
  text("case_id")
    .notNull()
    .references(() => cases.id);
const human = (name: string) => text(name).references(() => humans.id);

/** Whether reviewers of a case grade the evidence of a finding before they see what its author concluded; none: they do not. */
export const blindReviews = table(
  "blind_reviews",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: caseId(),
    isOn: boolean("is_on").notNull(),
    setAt: instant("set_at").notNull(),
    setBy: text("set_by").notNull(),
  },
  (t) => [uniqueIndex("blind_reviews_case_key").on(t.caseId)],
);

/** What a reviewer found before they saw what the author had concluded of a version: one each, and never changed (trigger). */
export const blindGrades = table(
  "blind_grades",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: caseId(),
    findingId: text("finding_id").notNull(),
    humanId: human("human_id").notNull(),
    level: integer("level").notNull(),
    standard: oneOf("standard", standards).notNull(),
    reasoning: text("reasoning").notNull(),
    gradedAt: instant("graded_at").notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.findingId], foreignColumns: [findings.caseId, findings.id] }),
    uniqueIndex("blind_grades_finding_key").on(t.findingId, t.humanId),
    check("blind_grades_level", sql`${t.level} between 0 and 5`),
  ],
);

export const appealGrounds = [
  "new_evidence",
  "error_of_fact",
  "independence_misjudged",
  "procedure",
  "disproportionate",
  "other",
] as const;
export const appealStates = ["lodged", "in_panel", "upheld", "varied", "remanded"] as const;
export const appealOutcomes = ["upheld", "varied", "remanded"] as const;

/**
 * An appeal against one version of a finding. Two senior reviewers who had no part in it take a seat each and vote; what they
 * decide follows from both votes, and nothing that was said in it ever changes (trigger). The version that follows names it.
 */
export const appeals = table(
  "appeals",
  {
    ...recordColumns(),
    caseId: caseId(),
    /** The version appealed against. */
    findingId: text("finding_id").notNull(),
    ground: oneOf("ground", appealGrounds).notNull(),
    /** Which ground it is, where none of the list fits. */
    groundWords: text("ground_words"),
    reasons: text("reasons").notNull(),
    appellantHumanId: human("appellant_human_id").notNull(),
    /** Hash of the evidence when it was lodged: a ground that was heard is heard again only on other evidence. */
    inputsHash: text("inputs_hash").notNull(),
    state: oneOf("state", appealStates).notNull(),
    firstHumanId: human("first_human_id"),
    /** What they answered when asked for a conflict of interest: whoever does not say no sits on no panel (trigger). */
    firstConflict: text("first_conflict"),
    firstOutcome: oneOf("first_outcome", appealOutcomes),
    /** The level and standard of whoever votes to vary; null otherwise. */
    firstDetermination: integer("first_determination"),
    firstStandard: oneOf("first_standard", standards),
    firstReasons: text("first_reasons"),
    firstVotedAt: instant("first_voted_at"),
    secondHumanId: human("second_human_id"),
    secondConflict: text("second_conflict"),
    secondOutcome: oneOf("second_outcome", appealOutcomes),
    secondDetermination: integer("second_determination"),
    secondStandard: oneOf("second_standard", standards),
    secondReasons: text("second_reasons"),
    secondVotedAt: instant("second_voted_at"),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.findingId], foreignColumns: [findings.caseId, findings.id] }),
    uniqueIndex("appeals_code_key").on(t.code),
    unique("appeals_case_id_key").on(t.caseId, t.id),
    uniqueIndex("appeals_import_key").on(t.caseId, t.importKey),
    uniqueIndex("appeals_heard_key").on(t.findingId, t.ground, t.inputsHash),
    index("appeals_case_idx").on(t.caseId, t.createdAt, t.id),
    check("appeals_first_level", sql`${t.firstDetermination} between 0 and 5`),
    check("appeals_second_level", sql`${t.secondDetermination} between 0 and 5`),
  ],
);
