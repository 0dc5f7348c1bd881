import {
  boolean,
  foreignKey,
  index,
  instant,
  integer,
  json,
  oneOf,
  table,
  text,
  unique,
  uniqueIndex,
} from "../columns.ts";
import { humans } from "./access.ts";
import { cases } from "./cases.ts";
import { victims } from "./incidents.ts";
import { dateColumns, recordColumns } from "./record.ts";
import { sources } from "./sources.ts";

const asOf = dateColumns("as_of");
const caseId = () =>
  text("case_id")
    .notNull()
    .references(() => cases.id);
const human = (name: string) => text(name).references(() => humans.id);

/** A list of victims as somebody published it. Who stands on it is sealed under a key of the list. */
export const victimLists = table(
  "victim_lists",
  {
    ...recordColumns(),
    caseId: caseId(),
    sourceId: text("source_id").notNull(),
    asOfEdtf: asOf.edtf,
    asOfSort: asOf.sort,
    title: text("title").notNull(),
    note: text("note"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.sourceId], foreignColumns: [sources.caseId, sources.id] }),
    uniqueIndex("victim_lists_code_key").on(t.code),
    unique("victim_lists_case_id_key").on(t.caseId, t.id),
    uniqueIndex("victim_lists_import_key").on(t.caseId, t.importKey),
    index("victim_lists_case_idx").on(t.caseId, t.asOfSort, t.id),
  ],
);

/**
 * A row of a list as it was published. It is written once and never again (trigger): who is the same person as whom stands in merges,
 * so that to undo one brings back exactly what was there.
 */
export const victimListEntries = table(
  "victim_list_entries",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: caseId(),
    listId: text("list_id").notNull(),
    /** Its place on the list, from 1. */
    position: integer("position").notNull(),
    /** The name in Arabic and in Latin letters, sealed for this row. */
    names: text("names").notNull(),
    /** Keyed hashes under which names that may be one are compared. */
    marks: json<string[]>("marks").notNull(),
    age: integer("age"),
    ageBand: text("age_band").notNull(),
    sex: text("sex").notNull(),
    place: text("place"),
    occurredEdtf: text("occurred_edtf"),
    outcome: text("outcome"),
    addedAt: instant("added_at").notNull(),
    addedBy: text("added_by").notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.listId], foreignColumns: [victimLists.caseId, victimLists.id] }),
    unique("victim_list_entries_position_key").on(t.listId, t.position),
    unique("victim_list_entries_case_id_key").on(t.caseId, t.id),
    index("victim_list_entries_case_idx").on(t.caseId, t.listId, t.position),
  ],
);

export const doubleModes = ["folded", "literal"] as const;
export const doubleStatuses = ["open", "different"] as const;

/** Two rows of lists that may be one person, as the program found them. People decide; that they are one is a merge. */
export const victimDoubles = table(
  "victim_doubles",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: caseId(),
    oneId: text("one_id").notNull(),
    otherId: text("other_id").notNull(),
    /** How alike the names are, in hundredths. */
    likeness: integer("likeness").notNull(),
    mode: oneOf("mode", doubleModes).notNull(),
    status: oneOf("status", doubleStatuses).notNull(),
    foundAt: instant("found_at").notNull(),
    decidedAt: instant("decided_at"),
    decidedByHumanId: human("decided_by_human_id"),
  },
  (t) => [
    foreignKey({
      columns: [t.caseId, t.oneId],
      foreignColumns: [victimListEntries.caseId, victimListEntries.id],
    }),
    foreignKey({
      columns: [t.caseId, t.otherId],
      foreignColumns: [victimListEntries.caseId, victimListEntries.id],
    }),
    unique("victim_doubles_pair_key").on(t.oneId, t.otherId),
    index("victim_doubles_case_idx").on(t.caseId, t.status, t.likeness),
  ],
);

export const mergeStatuses = ["waiting", "merged", "refused", "undone"] as const;

/** That rows of lists are one victim: proposed by one human and confirmed by another (trigger). */
export const victimMerges = table(
  "victim_merges",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: caseId(),
    /** The victim that they are; before it is confirmed, only where there is one already. */
    victimId: text("victim_id"),
    /** The victim was recorded by this merge, and goes with it. */
    hasMadeVictim: boolean("has_made_victim").notNull(),
    entryIds: json<string[]>("entry_ids").notNull(),
    status: oneOf("status", mergeStatuses).notNull(),
    proposedAt: instant("proposed_at").notNull(),
    proposedByHumanId: human("proposed_by_human_id").notNull(),
    decidedAt: instant("decided_at"),
    decidedByHumanId: human("decided_by_human_id"),
    undoneAt: instant("undone_at"),
    undoneByHumanId: human("undone_by_human_id"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.victimId], foreignColumns: [victims.caseId, victims.id] }),
    index("victim_merges_case_idx").on(t.caseId, t.status, t.proposedAt, t.id),
    index("victim_merges_victim_idx").on(t.victimId),
  ],
);

export const nameReasons = ["doubles", "correct_record", "danger", "court"] as const;

/** That somebody reads the names on the lists of a case, for a reason that stands for a working time, in one session. */
export const victimNameOpenings = table(
  "victim_name_openings",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: caseId(),
    reason: oneOf("reason", nameReasons).notNull(),
    openedAt: instant("opened_at").notNull(),
    openedByHumanId: human("opened_by_human_id").notNull(),
    openedBy: text("opened_by").notNull(),
    shownUntil: instant("shown_until").notNull(),
    /** A keyed hash of the session to which they are shown. */
    sessionMark: text("session_mark").notNull(),
  },
  (t) => [index("victim_name_openings_case_idx").on(t.caseId, t.openedBy, t.shownUntil)],
);
