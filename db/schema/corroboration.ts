import { sql } from "drizzle-orm";
import {
  boolean,
  check,
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
import { actors } from "./actors.ts";
import { cases } from "./cases.ts";
import { figures, mediaItems } from "./figures.ts";
import { incidents, victims } from "./incidents.ts";
import { places } from "./places.ts";
import { dateColumns, recordColumns } from "./record.ts";
import { askedAnswers, testimonies } from "./testimonies.ts";

export const facets = [
  "occurrence",
  "victim",
  "time",
  "place",
  "unit",
  "individual",
  "victim_status",
  "count",
] as const;
export const stances = ["support", "contradict", "qualify", "context"] as const;
export const findingStatuses = [
  "draft",
  "submitted",
  "in_review",
  "returned",
  "first_approved",
  "approved",
  "contested",
  "refuted",
  "withdrawn",
  "superseded",
] as const;
export const countBases = ["none", "deduplicated_name_list", "declared_statistic"] as const;
export const mediaRanks = ["M0", "M1", "M2", "M3", "M4", "M5"] as const;
export const mediaConditions = ["usable", "recycled", "refuted"] as const;
export const exculpatoryAnswers = ["yes", "no"] as const;
/** Whether a claim says that an act happened, or that it did not. */
export const actSenses = ["happened", "denied"] as const;

const caseId = () =>
  text("case_id")
    .notNull()
    .references(() => cases.id);
const human = (name: string) => text(name).references(() => humans.id);

/** Words of one paragraph, as places between UTF-16 code units of its original or its translation. */
export interface CitedSpan {
  paragraph: number;
  text: "original" | "translation";
  from: number;
  to: number;
}

/** One claim cut from a testimony, a media item or a count claim. */
export const statements = table(
  "statements",
  {
    ...recordColumns(),
    caseId: caseId(),
    testimonyId: text("testimony_id"),
    /** Version of the testimony it was cut from. */
    testimonyNumber: integer("testimony_number"),
    mediaId: text("media_id"),
    figureId: text("figure_id"),
    /** Paragraph numbers; null means the whole text. */
    paragraphs: json<number[] | null>("paragraphs"),
    /** The very words within these paragraphs; null means all of them. */
    spans: json<CitedSpan[] | null>("spans"),
    claim: text("claim").notNull(),
    basis: text("basis").notNull(),
    /** 2–6; 1 is only ever derived; null while nobody has graded it. */
    plausibility: integer("plausibility"),
    identification: text("identification").notNull(),
    /** On what a number in it rests. */
    countBasis: oneOf("count_basis", countBases).notNull(),
    /** Our own verification of the media item it was cut from, as far as this claim goes; null for other statements. */
    mediaRank: oneOf("media_rank", mediaRanks),
    mediaCondition: oneOf("media_condition", mediaConditions),
    /** The act itself is seen or heard, not its aftermath or surroundings. */
    showsActItself: boolean("shows_act_itself"),
    /** A tag such as persecution without a base act. */
    tags: json<string[]>("tags").notNull(),
    note: text("note"),
    /** What the claim says exactly, each as far as it says it: when, where, by whom, what, how many. */
    saidEdtf: text("said_edtf"),
    saidWording: text("said_wording"),
    saidPlaceId: text("said_place_id").references(() => places.id),
    saidActorId: text("said_actor_id").references(() => actors.id),
    /** Codebook id (K0 … X3, N1 …). */
    saidAct: text("said_act"),
    saidActSense: oneOf("said_act_sense", actSenses),
    saidMin: integer("said_min"),
    saidMax: integer("said_max"),
    saidUnit: text("said_unit"),
    /** Who or what is counted, and what happened to them. */
    saidCategory: text("said_category"),
    saidOutcome: text("said_outcome"),
    /** May show innocence or mitigate guilt (Rome Statute, articles 54(1)(a) and 67(2)); null while nobody has said. */
    exculpatory: oneOf("exculpatory", exculpatoryAnswers),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.testimonyId], foreignColumns: [testimonies.caseId, testimonies.id] }),
    foreignKey({ columns: [t.caseId, t.mediaId], foreignColumns: [mediaItems.caseId, mediaItems.id] }),
    foreignKey({ columns: [t.caseId, t.figureId], foreignColumns: [figures.caseId, figures.id] }),
    uniqueIndex("statements_code_key").on(t.code),
    unique("statements_case_id_key").on(t.caseId, t.id),
    uniqueIndex("statements_import_key").on(t.caseId, t.importKey),
    index("statements_testimony_idx").on(t.testimonyId),
    index("statements_media_idx").on(t.mediaId),
    index("statements_figure_idx").on(t.figureId),
    index("statements_case_idx").on(t.caseId, t.createdAt, t.id),
    index("statements_exculpatory_idx")
      .on(t.caseId, t.createdAt, t.id)
      .where(sql`${t.exculpatory} = 'yes'`),
    check("statements_plausibility_given", sql`${t.plausibility} between 2 and 6`),
  ],
);

const occurred = dateColumns("occurred");

/** One alleged act: who did what to whom, when, where. */
export const allegations = table(
  "allegations",
  {
    ...recordColumns(),
    caseId: caseId(),
    incidentId: text("incident_id").notNull(),
    /** Codebook id (K0 … X3, N1 …). */
    violation: text("violation").notNull(),
    actorId: text("actor_id"),
    victimId: text("victim_id"),
    placeId: text("place_id"),
    occurredEdtf: occurred.edtf,
    occurredWording: occurred.wording,
    occurredSort: occurred.sort,
    wording: text("wording").notNull(),
    childConcerned: boolean("child_concerned").notNull(),
    note: text("note"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.incidentId], foreignColumns: [incidents.caseId, incidents.id] }),
    foreignKey({ columns: [t.caseId, t.actorId], foreignColumns: [actors.caseId, actors.id] }),
    foreignKey({ columns: [t.caseId, t.victimId], foreignColumns: [victims.caseId, victims.id] }),
    foreignKey({ columns: [t.caseId, t.placeId], foreignColumns: [places.caseId, places.id] }),
    uniqueIndex("allegations_code_key").on(t.code),
    unique("allegations_case_id_key").on(t.caseId, t.id),
    uniqueIndex("allegations_import_key").on(t.caseId, t.importKey),
    index("allegations_incident_idx").on(t.incidentId),
    index("allegations_actor_idx").on(t.actorId, t.createdAt),
    index("allegations_victim_idx").on(t.victimId, t.createdAt),
    index("allegations_place_idx").on(t.placeId, t.createdAt),
    index("allegations_case_idx").on(t.caseId, t.createdAt, t.id),
  ],
);

/** Statement → one facet of an allegation, with a stance. Contradictions are never deleted; they may be resolved with a reason. */
export const evidenceLinks = table(
  "evidence_links",
  {
    ...recordColumns(),
    caseId: caseId(),
    statementId: text("statement_id").notNull(),
    allegationId: text("allegation_id").notNull(),
    facet: oneOf("facet", facets).notNull(),
    stance: oneOf("stance", stances).notNull(),
    rationale: text("rationale").notNull(),
    authorHumanId: human("author_human_id").notNull(),
    resolvedAt: instant("resolved_at"),
    resolutionReason: text("resolution_reason"),
    resolvedByHumanId: human("resolved_by_human_id"),
    /** statement, allegation and facet; one live link each (a retracted one carries its id). */
    pairKey: text("pair_key").notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.statementId], foreignColumns: [statements.caseId, statements.id] }),
    foreignKey({ columns: [t.caseId, t.allegationId], foreignColumns: [allegations.caseId, allegations.id] }),
    uniqueIndex("evidence_links_code_key").on(t.code),
    uniqueIndex("evidence_links_pair_key").on(t.caseId, t.pairKey),
    uniqueIndex("evidence_links_import_key").on(t.caseId, t.importKey),
    index("evidence_links_allegation_idx").on(t.allegationId, t.facet),
    index("evidence_links_statement_idx").on(t.statementId),
  ],
);

/** A version of the reviewed determination of one facet of one allegation. Approved versions never change. */
export const findings = table(
  "findings",
  {
    ...recordColumns(),
    caseId: caseId(),
    allegationId: text("allegation_id").notNull(),
    facet: oneOf("facet", facets).notNull(),
    /** Version of the finding, from 1; each is a row. */
    number: integer("number").notNull(),
    status: oneOf("status", findingStatuses).notNull(),
    /** Determined at a level, or refuted; it decides where the last approval leads. */
    conclusion: oneOf("conclusion", ["determined", "refuted"]).notNull(),
    /** 0–5, at or below the ceiling but where a panel set it on appeal. */
    determination: integer("determination"),
    standard: oneOf("standard", ["none", "reasonable_suspicion", "reasonable_grounds"]).notNull(),
    reasoning: text("reasoning").notNull(),
    /** Was evidence to the contrary searched for (Rome Statute article 54(1)(a))? */
    contrarySearch: oneOf("contrary_search", askedAnswers).notNull(),
    contrarySearchOn: text("contrary_search_on"),
    contrarySearchResult: text("contrary_search_result"),
    /** The engine's answer when last computed. */
    ceiling: integer("ceiling").notNull(),
    contested: boolean("contested").notNull(),
    refutedProposed: boolean("refuted_proposed").notNull(),
    witnessSet: json<string[]>("witness_set").notNull(),
    /** Unresolved contradictions that counted for something then: quality by statement. */
    contradictions: json<Record<string, number> | null>("contradictions"),
    inputsHash: text("inputs_hash").notNull(),
    algorithmVersion: text("algorithm_version").notNull(),
    codebookVersion: text("codebook_version").notNull(),
    needsSecond: boolean("needs_second").notNull(),
    authorHumanId: human("author_human_id").notNull(),
    submittedAt: instant("submitted_at"),
    reviewerHumanId: human("reviewer_human_id"),
    /** What they answered when asked for a conflict of interest: whoever does not say no reviews nothing (trigger). */
    reviewerConflict: text("reviewer_conflict"),
    reviewedAt: instant("reviewed_at"),
    secondHumanId: human("second_human_id"),
    secondConflict: text("second_conflict"),
    approvedAt: instant("approved_at"),
    /** The case reviewed blind when it was taken up: it stays so until it is decided, whatever the case does meanwhile. */
    blindReview: boolean("blind_review"),
    comment: text("comment"),
    /** Why it is contested, in words or as the rule that found it. */
    contestReason: text("contest_reason"),
    /** Why the reviewer approved another conclusion than they had reached before they saw it. */
    differenceReason: text("difference_reason"),
    /** The appeal that this version follows; only a varied one lets a determination stand above the ceiling (trigger). */
    appealId: text("appeal_id"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.allegationId], foreignColumns: [allegations.caseId, allegations.id] }),
    uniqueIndex("findings_code_key").on(t.code),
    unique("findings_case_id_key").on(t.caseId, t.id),
    uniqueIndex("findings_number_key").on(t.allegationId, t.facet, t.number),
    uniqueIndex("findings_import_key").on(t.caseId, t.importKey),
    index("findings_case_status_idx").on(t.caseId, t.status, t.submittedAt),
    index("findings_appeal_idx").on(t.appealId),
  ],
);
