import { foreignKey, index, integer, table, text, unique, uniqueIndex } from "../columns.ts";
import { cases } from "./cases.ts";
import { recordColumns } from "./record.ts";

export const places = table(
  "places",
  {
    ...recordColumns(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    name: text("name").notNull(),
    nameAr: text("name_ar"),
    /** Other spellings, one a line. */
    variants: text("variants"),
    kind: text("kind").notNull(),
    /** P0–P7 of the codebook: how exactly the place is known. */
    precision: text("precision").notNull(),
    parentId: text("parent_id"),
    parentBasis: text("parent_basis"),
    /** Degrees × 100,000 (WGS 84), with no more digits than the precision allows. */
    latE5: integer("lat_e5"),
    lonE5: integer("lon_e5"),
    coordinateBasis: text("coordinate_basis"),
    /** A proposed merge, to be decided by a person. */
    possibleDuplicateOfId: text("possible_duplicate_of_id"),
    note: text("note"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.parentId], foreignColumns: [t.caseId, t.id] }),
    foreignKey({ columns: [t.caseId, t.possibleDuplicateOfId], foreignColumns: [t.caseId, t.id] }),
    uniqueIndex("places_code_key").on(t.code),
    unique("places_case_id_key").on(t.caseId, t.id),
    uniqueIndex("places_import_key").on(t.caseId, t.importKey),
    index("places_case_name_idx").on(t.caseId, t.name, t.id),
  ],
);
