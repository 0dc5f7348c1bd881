import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { boolean, foreignKey, index, instant, oneOf, table, text, unique, uniqueIndex } from "../columns.ts";
import { actors } from "./actors.ts";
import { cases } from "./cases.ts";
import { recordColumns } from "./record.ts";

const caseId = () =>
  text("case_id")
    .notNull()
    .references(() => cases.id);

/** Who gave or published something. */
export const sources = table(
  "sources",
  {
    ...recordColumns(),
    caseId: caseId(),
    name: text("name").notNull(),
    nameAr: text("name_ar"),
    /** Codebook id of the source kind. */
    kind: text("kind").notNull(),
    /** How the publishing text describes its standpoint; a claim, not our view. */
    standpoint: text("standpoint"),
    /** Actor for whom it speaks: bodies of one government or force are one party. */
    partyId: text("party_id").references(() => actors.id),
    /** The source of which it is a part: what one organisation says is not independent of itself. */
    organisationId: text("organisation_id").references((): AnyPgColumn => sources.id),
    /** It says of nothing from whom it comes. */
    isUnattributed: boolean("is_unattributed").notNull().default(false),
    note: text("note"),
  },
  (t) => [
    index("sources_party_idx").on(t.partyId),
    index("sources_organisation_idx").on(t.organisationId),
    uniqueIndex("sources_code_key").on(t.code),
    unique("sources_case_id_key").on(t.caseId, t.id),
    uniqueIndex("sources_import_key").on(t.caseId, t.importKey),
    index("sources_case_name_idx").on(t.caseId, t.name, t.id),
  ],
);

/** A witness by pseudonym code. No identity is held here; a note never holds one. */
export const witnesses = table(
  "witnesses",
  {
    ...recordColumns(),
    caseId: caseId(),
    ageBand: oneOf("age_band", ["child", "adult", "older_person", "unknown"]).notNull(),
    sex: oneOf("sex", ["female", "male", "other", "unknown"]).notNull(),
    /** How the witness may be reached is not kept yet; what protection asks of us is. */
    protectionNote: text("protection_note"),
    note: text("note"),
  },
  (t) => [
    uniqueIndex("witnesses_code_key").on(t.code),
    unique("witnesses_case_id_key").on(t.caseId, t.id),
    uniqueIndex("witnesses_import_key").on(t.caseId, t.importKey),
    index("witnesses_case_idx").on(t.caseId, t.createdAt, t.id),
  ],
);

/** Reliability of a source or a witness, dated, with a reason; the newest one counts. */
export const sourceGrades = table(
  "source_grades",
  {
    ...recordColumns(),
    caseId: caseId(),
    sourceId: text("source_id"),
    witnessId: text("witness_id"),
    reliability: oneOf("reliability", ["A", "B", "C", "D", "E", "F"]).notNull(),
    reason: text("reason").notNull(),
    gradedAt: instant("graded_at").notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.sourceId], foreignColumns: [sources.caseId, sources.id] }),
    foreignKey({ columns: [t.caseId, t.witnessId], foreignColumns: [witnesses.caseId, witnesses.id] }),
    uniqueIndex("source_grades_code_key").on(t.code),
    uniqueIndex("source_grades_import_key").on(t.caseId, t.importKey),
    index("source_grades_source_idx").on(t.sourceId, t.gradedAt),
    index("source_grades_witness_idx").on(t.witnessId, t.gradedAt),
  ],
);
