import { boolean, index, instant, integer, json, oneOf, table, text, uniqueIndex } from "../columns.ts";
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

export const commentVisibilities = ["team", "own"] as const;

/** What somebody says about a record. It is not evidence and leaves in no export. */
export const comments = table(
  "comments",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    noun: oneOf("noun", recordNouns).notNull(),
    recordId: text("record_id").notNull(),
    authorHumanId: text("author_human_id")
      .notNull()
      .references(() => humans.id),
    replyToId: text("reply_to_id"),
    visibility: oneOf("visibility", commentVisibilities).notNull(),
    body: text("body").notNull(),
    /** Accounts that it calls by name. */
    mentions: json<string[]>("mentions").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    retractedAt: instant("retracted_at"),
  },
  (t) => [index("comments_record_idx").on(t.recordId, t.createdAt, t.id)],
);

/** What a comment said before it was changed, each text once. */
export const commentTexts = table(
  "comment_texts",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    commentId: text("comment_id")
      .notNull()
      .references(() => comments.id),
    /** The row version of the comment that said so. */
    number: integer("number").notNull(),
    body: text("body").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [uniqueIndex("comment_texts_number_key").on(t.commentId, t.number)],
);

export const noticeKinds = [
  "assigned",
  "assignment_ended",
  "mentioned",
  "commented",
  "testimony_returned",
  "testimony_accepted",
  "finding_returned",
  "finding_approved",
  "finding_contested",
  "review_waiting",
  "export_ready",
  "export_failed",
  "export_expiring",
  "admitted",
  "emergency_opened",
  "emergency_reviewed",
  "identity_opened",
  "identity_emptied",
  "identity_waiting",
  "seeking_many",
  "appeal_lodged",
  "appeal_decided",
] as const;
export const noticeNouns = [...recordNouns, "export", "case", "emergency"] as const;

/** Bookkeeping: that something was done which concerns somebody; which act, to what and by whom, never what it says. */
export const notices = table(
  "notices",
  {
    id: text("id").primaryKey(),
    humanId: text("human_id")
      .notNull()
      .references(() => humans.id),
    kind: oneOf("kind", noticeKinds).notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    noun: oneOf("noun", noticeNouns).notNull(),
    recordId: text("record_id").notNull(),
    /** A comment, to which the notice leads. */
    anchorId: text("anchor_id"),
    byHumanId: text("by_human_id").references(() => humans.id),
    /** For what is told once, however often it is noticed. */
    onceKey: text("once_key"),
    createdAt: instant("created_at").notNull(),
    readAt: instant("read_at"),
  },
  (t) => [
    uniqueIndex("notices_once_key").on(t.onceKey),
    index("notices_human_idx").on(t.humanId, t.createdAt, t.id),
    index("notices_unread_idx")
      .on(t.humanId, t.recordId)
      .where(sql`${t.readAt} is null`),
    index("notices_age_idx").on(t.createdAt),
  ],
);

/** Bookkeeping: of what somebody wants to be told, and whether by e-mail too. */
export const noticeSettings = table("notice_settings", {
  humanId: text("human_id")
    .primaryKey()
    .references(() => humans.id),
  muted: json<string[]>("muted").notNull(),
  email: text("email"),
  mail: boolean("mail").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

/** Bookkeeping: when somebody last opened a record, noted again only when something happened to it since. */
export const readMarks = table(
  "read_marks",
  {
    id: text("id").primaryKey(),
    humanId: text("human_id")
      .notNull()
      .references(() => humans.id),
    recordId: text("record_id").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [uniqueIndex("read_marks_key").on(t.humanId, t.recordId), index("read_marks_age_idx").on(t.seenAt)],
);

/** Bookkeeping: the one mail that waits for a person, however much they are told meanwhile. */
export const mails = table(
  "mails",
  {
    humanId: text("human_id")
      .primaryKey()
      .references(() => humans.id),
    /** When it may leave; null when none waits. */
    dueAt: instant("due_at"),
    attempts: integer("attempts").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [index("mails_due_idx").on(t.dueAt)],
);
