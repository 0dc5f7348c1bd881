import { instant, integer, oneOf, table, text, uniqueIndex } from "../columns.ts";

export const cases = table(
  "cases",
  {
    id: text("id").primaryKey(),
    code: text("code").notNull(),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    titleAr: text("title_ar"),
    summary: text("summary").notNull(),
    /** A training case is invented and says so on every page and print. */
    kind: oneOf("kind", ["live", "training"]).notNull(),
    /** The rules of corroboration by which it goes, until its reviewers accept newer ones; what was there before has the first. */
    algorithmVersion: text("algorithm_version").notNull().default("attest-corroboration-1"),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    retractedAt: instant("retracted_at"),
    retractionReason: text("retraction_reason"),
  },
  (t) => [uniqueIndex("cases_code_key").on(t.code)],
);
