import { index, instant, integer, oneOf, table, text, uniqueIndex } from "../columns.ts";
import { sql } from "drizzle-orm";
import { humans } from "./access.ts";
import { cases } from "./cases.ts";

/** What can be given to somebody to work on, and talked about. */
export const recordNouns = [
  "testimony",
  "witness",
  "victim",
  "incident",
  "actor",
  "allegation",
  "finding",
  "place",
  "source",
  "media",
  "figure",
  "proceeding",
] as const;

/** How an assignment ended; it is replaced when the record is given to somebody else or on other terms. */
export const assignmentEndings = ["done", "handed_back", "replaced"] as const;

/** Who is to work on a record: one live row a record. The record is of any noun, so no foreign key leads to it. */
export const assignments = table(
  "assignments",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    noun: oneOf("noun", recordNouns).notNull(),
    recordId: text("record_id").notNull(),
    assigneeHumanId: text("assignee_human_id")
      .notNull()
      .references(() => humans.id),
    assignedByHumanId: text("assigned_by_human_id")
      .notNull()
      .references(() => humans.id),
    /** A calendar day, `YYYY-MM-DD`. */
    dueOn: text("due_on"),
    /** The day again, and a day after all others when there is none. */
    dueSort: text("due_sort").notNull(),
    note: text("note"),
    /** The record's id while it is live; an ended one carries its own id too. */
    liveKey: text("live_key").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    endedAt: instant("ended_at"),
    ending: oneOf("ending", assignmentEndings),
  },
  (t) => [
    uniqueIndex("assignments_live_key").on(t.caseId, t.liveKey),
    index("assignments_record_idx").on(t.recordId, t.createdAt, t.id),
    index("assignments_assignee_idx")
      .on(t.assigneeHumanId, t.dueSort, t.id)
      .where(sql`${t.endedAt} is null`),
  ],
);
