import { index, instant, integer, oneOf, table, text, uniqueIndex } from "../columns.ts";
import { cases } from "./cases.ts";

/** The lists of a case of which a view can be saved. */
export const listIds = [
  "testimonies",
  "witnesses",
  "victims",
  "incidents",
  "actors",
  "places",
  "proceedings",
  "sources",
  "media",
  "figures",
  "allegations",
  "findings",
] as const;

export const viewSharings = ["personal", "shared"] as const;

/** A list as somebody wants to see it again: its filters and order as an address of ids and enums, under a name. */
export const savedViews = table(
  "saved_views",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    list: oneOf("list", listIds).notNull(),
    name: text("name").notNull(),
    /** The query of the list's address, without its question mark. */
    address: text("address").notNull(),
    ownerAccountId: text("owner_account_id").notNull(),
    /** Shared: everybody in the case sees it. */
    sharing: oneOf("sharing", viewSharings).notNull(),
    /** List, owner and name as it is compared, while it stands; a retracted one carries its id. */
    nameKey: text("name_key").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    retractedAt: instant("retracted_at"),
  },
  (t) => [
    uniqueIndex("saved_views_name_key").on(t.caseId, t.nameKey),
    index("saved_views_list_idx").on(t.caseId, t.list, t.name, t.id),
  ],
);
