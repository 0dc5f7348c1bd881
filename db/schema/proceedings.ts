import { foreignKey, index, table, text, unique, uniqueIndex } from "../columns.ts";
import { actors } from "./actors.ts";
import { cases } from "./cases.ts";
import { dateColumns, recordColumns } from "./record.ts";

const held = dateColumns("held");

/** A proceeding (arrest, trial, hearing, inquiry, complaint) or a response (call, appeal, statement by a body). */
export const proceedings = table(
  "proceedings",
  {
    ...recordColumns(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    /** proceeding or response; decided by the kind. */
    family: text("family").notNull(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    bodyActorId: text("body_actor_id"),
    heldEdtf: held.edtf,
    heldWording: held.wording,
    heldSort: held.sort,
    status: text("status"),
    statusAsOfEdtf: text("status_as_of_edtf"),
    parentId: text("parent_id"),
    summary: text("summary").notNull(),
    note: text("note"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.bodyActorId], foreignColumns: [actors.caseId, actors.id] }),
    foreignKey({ columns: [t.caseId, t.parentId], foreignColumns: [t.caseId, t.id] }),
    uniqueIndex("proceedings_code_key").on(t.code),
    unique("proceedings_case_id_key").on(t.caseId, t.id),
    uniqueIndex("proceedings_import_key").on(t.caseId, t.importKey),
    index("proceedings_case_idx").on(t.caseId, t.heldSort, t.id),
  ],
);

const noted = dateColumns("noted");

/** A line of context on the timeline that is no record of its own. */
export const timelineNotes = table(
  "timeline_notes",
  {
    ...recordColumns(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    notedEdtf: noted.edtf,
    notedSort: noted.sort,
    title: text("title").notNull(),
    body: text("body").notNull(),
  },
  (t) => [
    uniqueIndex("timeline_notes_code_key").on(t.code),
    uniqueIndex("timeline_notes_import_key").on(t.caseId, t.importKey),
    index("timeline_notes_case_idx").on(t.caseId, t.notedSort, t.id),
  ],
);
