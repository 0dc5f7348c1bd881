import { instant, integer, text } from "../columns.ts";

/** Columns of every record of a case. `version` is the row version for compare-and-set; nothing is ever deleted. */
export const recordColumns = () => ({
  id: text("id").primaryKey(),
  /** Short human code with a check character, random: a gap would betray a hidden record. */
  code: text("code").notNull(),
  version: integer("version").notNull(),
  createdAt: instant("created_at").notNull(),
  /** Account that recorded it. */
  createdBy: text("created_by").notNull(),
  updatedAt: instant("updated_at").notNull(),
  retractedAt: instant("retracted_at"),
  retractionReason: text("retraction_reason"),
  /** `file:id` of the import that brought it, unique in its case, so that a second import adds nothing. */
  importKey: text("import_key"),
});

/** An uncertain date: the EDTF string, its wording as told, and a fixed-width key for sorting. */
export const dateColumns = (prefix: string) => ({
  edtf: text(`${prefix}_edtf`),
  wording: text(`${prefix}_wording`),
  sort: text(`${prefix}_sort`).notNull(),
});
