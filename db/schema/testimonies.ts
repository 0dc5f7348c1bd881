import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import {
  bigint,
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
import { places } from "./places.ts";
import { dateColumns, recordColumns } from "./record.ts";
import { sources, witnesses } from "./sources.ts";

export const askedAnswers = ["yes", "no", "not_asked"] as const;
export const consentAnswers = ["yes", "no", "not_asked", "not_needed"] as const;
export const testimonyStages = ["draft", "submitted", "accepted", "returned"] as const;

/** Being worked on by its author. As SQL without values, so that SQLite sees that the index of open versions holds it. */
export const isOpen = (stage: AnyPgColumn): SQL => sql`${stage} in ('draft', 'returned')`;

/** A numbered paragraph; its number stays with it for life and is never used again. */
export interface Paragraph {
  number: number;
  original: string;
  translation: string | null;
}

/** Somebody present when the account was given: a colleague as a human, anyone else by role in words. */
export interface PersonPresent {
  role: string;
  humanId: string | null;
  description: string | null;
}

/** What the witness talked about and saw before they told us (M6), question by question; null is a blank. */
export interface HeardBefore {
  talked: HeardAnswer | null;
  talkedWords: string | null;
  sawPosts: HeardAnswer | null;
  sawPostsWords: string | null;
  inGroup: HeardAnswer | null;
  inGroupWords: string | null;
  askedBefore: HeardAnswer | null;
  /** Kinds of those who asked, never names. */
  askedBeforeBy: string[];
}
type HeardAnswer = "yes" | "no" | "prefer_not_to_say" | "not_asked";

/** How an interview went (Méndez Principles; Rules of Procedure and Evidence of the ICC, rules 111–112). */
export interface InterviewRecord {
  placeType: string | null;
  /** Wall-clock time where it was held, `YYYY-MM-DDTHH:MM`. */
  startedAt: string | null;
  /** Nobody wrote down when it began: said, so that nothing has to be made up. */
  startUnknown: boolean;
  endedAt: string | null;
  breaks: { from: string; to: string | null }[];
  recording: string | null;
  informed: string | null;
  informedOf: string[];
  freeRecall: string | null;
  /** Leading questions that were put, as they were put. */
  leading: { question: string }[];
  support: string | null;
  supportWords: string | null;
}

/** What a version states beside its text: who told it, in what capacity, when, where, and who was present. */
export interface StatedFacts {
  title: string;
  witnessId: string | null;
  sourceId: string | null;
  publisherIds: string[];
  voice: string;
  basis: string;
  takenEdtf: string | null;
  takenWording: string | null;
  takenPlaceId: string | null;
  eventEdtf: string | null;
  eventWording: string | null;
  /** Follows from `heardBefore` (`contaminationOf`); what was stored before there was a list stays as it was. */
  contamination: (typeof askedAnswers)[number];
  note: string | null;
  people: PersonPresent[];
  /** Absent in what was stored before there were two: a first account. */
  form?: "first_account" | "full_statement";
  /** Absent in what was stored before it was asked, null for published accounts. */
  heardBefore?: HeardBefore | null;
  interview?: InterviewRecord | null;
}

const taken = dateColumns("taken");
const told = dateColumns("event");

/**
 * One account by one witness or one published source. Its text lives in versions. The facts here are those that stand:
 * of the newest accepted version, or of the newest version while none is accepted. What a later draft states is in the
 * draft alone, so that nothing unreviewed is read, weighed or handed over in place of what was accepted.
 */
export const testimonies = table(
  "testimonies",
  {
    ...recordColumns(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    kind: oneOf("kind", ["interview", "written_statement", "published_account"]).notNull(),
    title: text("title").notNull(),
    witnessId: text("witness_id"),
    sourceId: text("source_id"),
    /** Source ids of those who carried the account after its origin, in order. */
    publisherIds: json<string[]>("publisher_ids").notNull(),
    voice: text("voice").notNull(),
    /** Knowledge basis B0–B7. */
    basis: text("basis").notNull(),
    takenEdtf: taken.edtf,
    takenWording: taken.wording,
    takenSort: taken.sort,
    takenPlaceId: text("taken_place_id"),
    eventEdtf: told.edtf,
    eventWording: told.wording,
    /** Was the witness asked whom they talked with and what they saw before (contamination)? */
    contamination: oneOf("contamination", askedAnswers).notNull(),
    /** The witness read or watched what was published before they told it. */
    sawCoverage: boolean("saw_coverage").notNull().default(false),
    consentInternal: oneOf("consent_internal", consentAnswers).notNull(),
    consentExport: oneOf("consent_export", consentAnswers).notNull(),
    /** Stage of the newest version. */
    stage: oneOf("stage", testimonyStages).notNull(),
    versionNumber: integer("version_number").notNull(),
    /** Number of the newest accepted version, if any: what findings and exports rest on. */
    acceptedNumber: integer("accepted_number"),
    paragraphsUsed: integer("paragraphs_used").notNull(),
    note: text("note"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.witnessId], foreignColumns: [witnesses.caseId, witnesses.id] }),
    foreignKey({ columns: [t.caseId, t.sourceId], foreignColumns: [sources.caseId, sources.id] }),
    foreignKey({ columns: [t.caseId, t.takenPlaceId], foreignColumns: [places.caseId, places.id] }),
    uniqueIndex("testimonies_code_key").on(t.code),
    unique("testimonies_case_id_key").on(t.caseId, t.id),
    uniqueIndex("testimonies_import_key").on(t.caseId, t.importKey),
    // Lists are sifted and counted from these alone: what else is filtered by stands at their end.
    index("testimonies_case_taken_idx")
      .on(t.caseId, t.takenSort, t.id, t.stage, t.kind, t.consentExport)
      .where(sql`${t.retractedAt} is null`),
    index("testimonies_case_stage_idx")
      .on(t.caseId, t.stage, t.takenSort, t.id, t.kind, t.consentExport)
      .where(sql`${t.retractedAt} is null`),
    // The timeline reads what is told of by its day: the text of a date begins with its earliest day.
    index("testimonies_case_event_idx").on(t.caseId, t.eventEdtf, t.id),
    // With the id at its end: each recording asks for all that a witness told.
    index("testimonies_witness_idx").on(t.witnessId, t.id),
    index("testimonies_source_idx").on(t.sourceId),
    index("testimonies_place_idx").on(t.takenPlaceId, t.createdAt),
    // What is due to be deleted is found by when it was recorded, also when it was retracted.
    index("testimonies_case_recorded_idx").on(t.caseId, t.createdAt, t.id),
  ],
);

/**
 * A version of the text and of the facts stated with it. Once submitted it never changes (trigger); an amendment is the
 * next version, with a reason.
 */
export const testimonyVersions = table(
  "testimony_versions",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id").notNull(),
    testimonyId: text("testimony_id").notNull(),
    number: integer("number").notNull(),
    stage: oneOf("stage", testimonyStages).notNull(),
    textBasis: oneOf("text_basis", ["verbatim", "notes", "paraphrase"]).notNull(),
    originalLanguage: text("original_language").notNull(),
    translationLanguage: text("translation_language"),
    /** Who translated: a role or a machine, as words; and whether it was reviewed. */
    translator: text("translator"),
    paragraphs: json<Paragraph[]>("paragraphs").notNull(),
    facts: json<StatedFacts>("facts").notNull(),
    /** Why this version was made; null for the first. */
    amendmentReason: text("amendment_reason"),
    /** Who opened the version; all who wrote on it are in `testimony_writers`. */
    authorHumanId: text("author_human_id")
      .notNull()
      .references(() => humans.id),
    authorAccountId: text("author_account_id").notNull(),
    createdAt: instant("created_at").notNull(),
    submittedAt: instant("submitted_at"),
    decidedAt: instant("decided_at"),
    decidedByHumanId: text("decided_by_human_id").references(() => humans.id),
    /** The reviewer's comment when returned. */
    comment: text("comment"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.testimonyId], foreignColumns: [testimonies.caseId, testimonies.id] }),
    uniqueIndex("testimony_versions_number_key").on(t.testimonyId, t.number),
    index("testimony_versions_case_stage_idx").on(t.caseId, t.stage, t.submittedAt),
    // What a person has open: few, however many others have (`myOpenTestimonies`).
    index("testimony_versions_open_idx")
      .on(t.authorHumanId, t.caseId, t.testimonyId, t.number, t.stage)
      .where(isOpen(t.stage)),
  ],
);

/** Humans who opened, saved or submitted a version. Only grows: none of them ever decides on the testimony. */
export const testimonyWriters = table(
  "testimony_writers",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id").notNull(),
    testimonyId: text("testimony_id").notNull(),
    humanId: text("human_id")
      .notNull()
      .references(() => humans.id),
    firstAt: instant("first_at").notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.testimonyId], foreignColumns: [testimonies.caseId, testimonies.id] }),
    uniqueIndex("testimony_writers_human_key").on(t.testimonyId, t.humanId),
  ],
);

/**
 * Everyone a version ever named as present. A colleague is a human, so that no one reviews an interview they took or
 * interpreted, also when a later version no longer names them.
 */
export const testimonyPeople = table(
  "testimony_people",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id").notNull(),
    testimonyId: text("testimony_id").notNull(),
    role: text("role").notNull(),
    humanId: text("human_id").references(() => humans.id),
    /** Role or function in words when it is no colleague; never a name. */
    description: text("description"),
    /** Empty while the facts that stand name them. */
    endedAt: instant("ended_at"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.testimonyId], foreignColumns: [testimonies.caseId, testimonies.id] }),
    index("testimony_people_testimony_idx").on(t.testimonyId),
  ],
);

/** A plain file attached to a testimony, hashed by the server; its bytes lie in the data folder under its hash. */
export const attachments = table(
  "attachments",
  {
    ...recordColumns(),
    caseId: text("case_id").notNull(),
    testimonyId: text("testimony_id").notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    sizeBytes: bigint("size_bytes").notNull(),
    sha256: text("sha256").notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.testimonyId], foreignColumns: [testimonies.caseId, testimonies.id] }),
    uniqueIndex("attachments_code_key").on(t.code),
    index("attachments_testimony_idx").on(t.testimonyId),
  ],
);
