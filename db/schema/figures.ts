import { boolean, foreignKey, index, integer, json, table, text, unique, uniqueIndex } from "../columns.ts";
import { cases } from "./cases.ts";
import { incidents } from "./incidents.ts";
import { places } from "./places.ts";
import { dateColumns, recordColumns } from "./record.ts";
import { sources } from "./sources.ts";

const asOf = dateColumns("as_of");

/** A count claim: a scoped figure by one publisher. Figures are never summed or averaged. */
export const figures = table(
  "figures",
  {
    ...recordColumns(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    scope: text("scope").notNull(),
    incidentId: text("incident_id"),
    placeId: text("place_id"),
    sourceId: text("source_id").notNull(),
    reportedViaId: text("reported_via_id"),
    asOfEdtf: asOf.edtf,
    asOfSort: asOf.sort,
    periodEdtf: text("period_edtf"),
    category: text("category").notNull(),
    outcome: text("outcome").notNull(),
    unit: text("unit").notNull(),
    attributedTo: text("attributed_to").notNull(),
    min: integer("min"),
    max: integer("max"),
    /** True for "more than N": the minimum itself is excluded. */
    minExclusive: boolean("min_exclusive").notNull(),
    certainty: text("certainty").notNull(),
    /** The figure in the publisher's words when it is no number. */
    valueText: text("value_text"),
    wording: text("wording").notNull(),
    note: text("note"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.incidentId], foreignColumns: [incidents.caseId, incidents.id] }),
    foreignKey({ columns: [t.caseId, t.placeId], foreignColumns: [places.caseId, places.id] }),
    foreignKey({ columns: [t.caseId, t.sourceId], foreignColumns: [sources.caseId, sources.id] }),
    foreignKey({ columns: [t.caseId, t.reportedViaId], foreignColumns: [sources.caseId, sources.id] }),
    uniqueIndex("figures_code_key").on(t.code),
    unique("figures_case_id_key").on(t.caseId, t.id),
    uniqueIndex("figures_import_key").on(t.caseId, t.importKey),
    index("figures_case_as_of_idx").on(t.caseId, t.asOfSort, t.id),
    index("figures_incident_idx").on(t.incidentId),
  ],
);

export interface ReportedVerification {
  sourceId: string;
  /** What that outlet said of the item; never our own rank. */
  state: string;
  note: string | null;
}

const circulated = dateColumns("circulated");

/** A media item described, not held. */
export const mediaItems = table(
  "media_items",
  {
    ...recordColumns(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull(),
    circulatedEdtf: circulated.edtf,
    circulatedSort: circulated.sort,
    /** Source ids, in order. */
    circulatedBy: json<string[]>("circulated_by").notNull(),
    verifications: json<ReportedVerification[]>("verifications").notNull(),
    note: text("note"),
  },
  (t) => [
    uniqueIndex("media_items_code_key").on(t.code),
    unique("media_items_case_id_key").on(t.caseId, t.id),
    uniqueIndex("media_items_import_key").on(t.caseId, t.importKey),
    index("media_items_case_idx").on(t.caseId, t.circulatedSort, t.id),
  ],
);
