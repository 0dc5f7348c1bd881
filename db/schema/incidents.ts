import { sql } from "drizzle-orm";
import { foreignKey, index, json, table, text, unique, uniqueIndex } from "../columns.ts";
import { cases } from "./cases.ts";
import { dateColumns, recordColumns } from "./record.ts";

const occurred = dateColumns("occurred");

export const incidents = table(
  "incidents",
  {
    ...recordColumns(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    title: text("title").notNull(),
    titleAr: text("title_ar"),
    /** event, aggregate, pattern or umbrella; the last two take no finding but a count. */
    recordKind: text("record_kind").notNull(),
    occurredEdtf: occurred.edtf,
    occurredWording: occurred.wording,
    occurredSort: occurred.sort,
    dateNote: text("date_note"),
    /** Clock time as told, in words. */
    localTime: text("local_time"),
    victimGroup: text("victim_group"),
    attributedSide: text("attributed_side"),
    /** Codebook ids of the violations alleged. */
    violations: json<string[]>("violations").notNull(),
    summary: text("summary").notNull(),
    parentId: text("parent_id"),
    note: text("note"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.parentId], foreignColumns: [t.caseId, t.id] }),
    uniqueIndex("incidents_code_key").on(t.code),
    unique("incidents_case_id_key").on(t.caseId, t.id),
    uniqueIndex("incidents_import_key").on(t.caseId, t.importKey),
    index("incidents_parent_idx")
      .on(t.parentId, t.occurredSort, t.id)
      .where(sql`${t.parentId} is not null`),
    index("incidents_case_occurred_idx").on(t.caseId, t.occurredSort, t.id),
  ],
);

export const victims = table(
  "victims",
  {
    ...recordColumns(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    /** person (by code only) or group. */
    kind: text("kind").notNull(),
    /** Role or group, never a name: names belong to the vault. */
    label: text("label").notNull(),
    ageBand: text("age_band").notNull(),
    sex: text("sex").notNull(),
    outcome: text("outcome"),
    incidentId: text("incident_id"),
    sourceId: text("source_id"),
    note: text("note"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.incidentId], foreignColumns: [incidents.caseId, incidents.id] }),
    uniqueIndex("victims_code_key").on(t.code),
    unique("victims_case_id_key").on(t.caseId, t.id),
    uniqueIndex("victims_import_key").on(t.caseId, t.importKey),
    index("victims_case_idx").on(t.caseId, t.createdAt, t.id),
  ],
);
