import { sql } from "drizzle-orm";
import { foreignKey, index, instant, integer, oneOf, table, text, unique, uniqueIndex } from "../columns.ts";
import { cases } from "./cases.ts";
import { recordNouns } from "./teamwork.ts";

/** A word by which the people of a case group its records. It says nothing of a record's worth and changes no right. */
export const tags = table(
  "tags",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    name: text("name").notNull(),
    /** The name as it is compared: one tag a word, however it is written; a retracted tag carries its id. */
    nameKey: text("name_key").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    retractedAt: instant("retracted_at"),
  },
  (t) => [
    unique("tags_case_id_key").on(t.caseId, t.id),
    uniqueIndex("tags_name_key").on(t.caseId, t.nameKey),
  ],
);

/** That a record has a tag. Taken off, the row ends and stays. The record is of any noun, so no foreign key leads to it. */
export const taggings = table(
  "taggings",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    tagId: text("tag_id").notNull(),
    noun: oneOf("noun", recordNouns).notNull(),
    recordId: text("record_id").notNull(),
    /** Tag and record while it holds; an ended one carries its own id too. */
    liveKey: text("live_key").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.tagId], foreignColumns: [tags.caseId, tags.id] }),
    uniqueIndex("taggings_live_key").on(t.caseId, t.liveKey),
    index("taggings_record_idx")
      .on(t.recordId, t.tagId)
      .where(sql`${t.endedAt} is null`),
    index("taggings_tag_idx")
      .on(t.tagId, t.recordId)
      .where(sql`${t.endedAt} is null`),
  ],
);
