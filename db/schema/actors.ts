import { sql } from "drizzle-orm";
import { foreignKey, index, table, text, unique, uniqueIndex } from "../columns.ts";
import { cases } from "./cases.ts";
import { recordColumns } from "./record.ts";

/** A person, unit, armed group, state body or unidentified group. Being a suspect is a role on a link, not a table. */
export const actors = table(
  "actors",
  {
    ...recordColumns(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    name: text("name").notNull(),
    nameAr: text("name_ar"),
    aliases: text("aliases"),
    kind: text("kind").notNull(),
    parentId: text("parent_id"),
    affiliationAlleged: text("affiliation_alleged"),
    attributedSide: text("attributed_side"),
    note: text("note"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.parentId], foreignColumns: [t.caseId, t.id] }),
    uniqueIndex("actors_code_key").on(t.code),
    unique("actors_case_id_key").on(t.caseId, t.id),
    uniqueIndex("actors_import_key").on(t.caseId, t.importKey),
    index("actors_parent_idx")
      .on(t.parentId, t.name, t.id)
      .where(sql`${t.parentId} is not null`),
    index("actors_case_name_idx").on(t.caseId, t.name, t.id),
  ],
);
