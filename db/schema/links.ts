import { check, foreignKey, index, oneOf, table, text, uniqueIndex } from "../columns.ts";
import { sql } from "drizzle-orm";
import { actors } from "./actors.ts";
import { cases } from "./cases.ts";
import { figures, mediaItems } from "./figures.ts";
import { incidents } from "./incidents.ts";
import { places } from "./places.ts";
import { proceedings } from "./proceedings.ts";
import { dateColumns, recordColumns } from "./record.ts";
import { sources } from "./sources.ts";
import { testimonies } from "./testimonies.ts";

export const linkKinds = [
  "testimony_incident",
  "testimony_suspect",
  "testimony_place",
  "testimony_media",
  "testimony_figure",
  "incident_suspect",
  "incident_incident",
  "incident_place",
  "actor_actor",
  "media_incident",
  "media_place",
  "proceeding_incident",
  "proceeding_actor",
  "proceeding_place",
  "proceeding_figure",
  "proceeding_media",
  "proceeding_source",
] as const;

const held = dateColumns("held");

/**
 * A link is a record of its own: role, basis, source, dates, author. Each end has its own column with a foreign key over
 * (case, id), so the database itself refuses a link across cases.
 */
export const links = table(
  "links",
  {
    ...recordColumns(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    kind: oneOf("kind", linkKinds).notNull(),
    /** The two ends as ids again, so that links of one record are found by one index each. */
    fromId: text("from_id").notNull(),
    toId: text("to_id").notNull(),
    role: text("role"),
    /** On what the link rests, as a word of the codebook; how exactly it was put stands in the note. */
    basis: text("basis"),
    basisSourceId: text("basis_source_id"),
    heldEdtf: held.edtf,
    heldWording: held.wording,
    note: text("note"),
    /** kind, ends and role; one live link each (a retracted one carries its id). */
    pairKey: text("pair_key").notNull(),
    testimonyId: text("testimony_id"),
    incidentId: text("incident_id"),
    otherIncidentId: text("other_incident_id"),
    actorId: text("actor_id"),
    otherActorId: text("other_actor_id"),
    placeId: text("place_id"),
    mediaId: text("media_id"),
    figureId: text("figure_id"),
    proceedingId: text("proceeding_id"),
    sourceId: text("source_id"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.testimonyId], foreignColumns: [testimonies.caseId, testimonies.id] }),
    foreignKey({ columns: [t.caseId, t.incidentId], foreignColumns: [incidents.caseId, incidents.id] }),
    foreignKey({ columns: [t.caseId, t.otherIncidentId], foreignColumns: [incidents.caseId, incidents.id] }),
    foreignKey({ columns: [t.caseId, t.actorId], foreignColumns: [actors.caseId, actors.id] }),
    foreignKey({ columns: [t.caseId, t.otherActorId], foreignColumns: [actors.caseId, actors.id] }),
    foreignKey({ columns: [t.caseId, t.placeId], foreignColumns: [places.caseId, places.id] }),
    foreignKey({ columns: [t.caseId, t.mediaId], foreignColumns: [mediaItems.caseId, mediaItems.id] }),
    foreignKey({ columns: [t.caseId, t.figureId], foreignColumns: [figures.caseId, figures.id] }),
    foreignKey({ columns: [t.caseId, t.proceedingId], foreignColumns: [proceedings.caseId, proceedings.id] }),
    foreignKey({ columns: [t.caseId, t.sourceId], foreignColumns: [sources.caseId, sources.id] }),
    foreignKey({ columns: [t.caseId, t.basisSourceId], foreignColumns: [sources.caseId, sources.id] }),
    check("links_two_ends", sql`${t.fromId} <> ${t.toId}`),
    uniqueIndex("links_code_key").on(t.code),
    uniqueIndex("links_pair_key").on(t.caseId, t.pairKey),
    uniqueIndex("links_import_key").on(t.caseId, t.importKey),
    // A record's live links are counted and paged from the index alone, however many there are; where they lead to accounts,
    // the account tells whether they are shown.
    index("links_from_idx")
      .on(t.caseId, t.fromId, t.kind, t.createdAt, t.id)
      .where(sql`${t.retractedAt} is null`),
    index("links_to_idx")
      .on(t.caseId, t.toId, t.kind, t.createdAt, t.id, t.fromId)
      .where(sql`${t.retractedAt} is null`),
    index("links_case_idx").on(t.caseId, t.createdAt, t.id),
  ],
);
