import { and, eq, gte, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { figures, incidents, proceedings, testimonies, timelineNotes } from "#db/schema/index.ts";
import type { Permission } from "#lib/access/permissions.ts";
import type { AskContext } from "#lib/core/query.ts";
import { UNKNOWN_DATE, sortKey } from "#lib/core/uncertain-date.ts";
import { figureLabel } from "#lib/figures/find.ts";
import { dayOf } from "../rules/time-window.ts";
import type { TimelineLane } from "../vocabulary.ts";

/** Where the records of a lane lie, and which of their dates it shows. */
export interface LaneTable {
  readonly table: PgTable;
  readonly sight: Permission;
  readonly id: AnyPgColumn;
  readonly code: AnyPgColumn;
  readonly caseId: AnyPgColumn;
  readonly retractedAt: AnyPgColumn;
  readonly edtf: AnyPgColumn;
  /** The indexed column by which dates are found and ordered. */
  readonly sort: AnyPgColumn;
  readonly title: SQL<string>;
  readonly titleAr: SQL<string | null>;
  /** How an instant (epoch ms) is written in that column: a range of keys is a range of beginnings. */
  readonly keyOf: (instant: number) => string;
  /** No date at all, or one wholly unknown: each way of it by itself, for `anyOf`. */
  readonly undated: readonly SQL[];
  /** Dates that their key puts elsewhere than where they may lie, up to a last day; they are looked at one by one. */
  readonly misplaced: (lastDay: string) => readonly SQL[];
}

const words = (column: AnyPgColumn): SQL<string> => sql<string>`${column}`;
const maybeWords = (column: AnyPgColumn): SQL<string | null> => sql<string | null>`${column}`;
const none = sql<string | null>`null`;

/** The first 15 digits of a sort key are the earliest instant, moved by 10^14 ms (lib/core/uncertain-date.ts). */
const sortKeyOf = (instant: number): string => String(instant + 1e14).padStart(15, "0");
/** The first text of a date that begins on the day of an instant: a month or a year comes before its first day. */
const dateTextOf = (instant: number): string => dayOf(instant).replace(/(?:-01)?-01$/, "");
/** Dates with missing digits that hold a day but whose text comes after it: its month, year, decade and century. */
const gappyTextsAt = (day: string): string[] => [
  `${day.slice(0, 7)}-XX`,
  `${day.slice(0, 4)}-XX`,
  `${day.slice(0, 4)}-XX-XX`,
  `${day.slice(0, 3)}X`,
  `${day.slice(0, 2)}XX`,
];
/** What a record without a date, and one with a date wholly unknown, hold in their sort column. */
const UNDATED_KEYS = ["~", sortKey(UNKNOWN_DATE.edtf)];

/** From the first text on, and before the second. */
const between = (column: AnyPgColumn, first: string, end: string): SQL =>
  sql`(${column} >= ${first} and ${column} < ${end})`;

type Sorted = Pick<LaneTable, "table" | "sight" | "edtf" | "sort" | "title" | "titleAr"> &
  Pick<LaneTable, "id" | "code" | "caseId" | "retractedAt">;

const bySortKey = (lane: Sorted): LaneTable => ({
  ...lane,
  keyOf: sortKeyOf,
  undated: [inArray(lane.sort, UNDATED_KEYS)],
  misplaced: () => [],
});

const { id, code, caseId, retractedAt, eventEdtf, takenEdtf, takenSort } = testimonies;
const testimony = {
  table: testimonies,
  sight: "testimony.read" as const,
  id,
  code,
  caseId,
  retractedAt,
  title: words(testimonies.title),
  titleAr: none,
};

/**
 * The lanes. Of testimonies, the day they were taken has a sort key of its own; what they tell of is found by the text
 * of its date, which begins with its earliest day.
 */
const LANES: Record<TimelineLane, LaneTable> = {
  incident: bySortKey({
    table: incidents,
    sight: "incident.read",
    id: incidents.id,
    code: incidents.code,
    caseId: incidents.caseId,
    retractedAt: incidents.retractedAt,
    edtf: incidents.occurredEdtf,
    sort: incidents.occurredSort,
    title: words(incidents.title),
    titleAr: maybeWords(incidents.titleAr),
  }),
  testimony_event: {
    ...testimony,
    edtf: eventEdtf,
    sort: eventEdtf,
    keyOf: dateTextOf,
    undated: [isNull(eventEdtf), between(eventEdtf, "XXXX", "XXXY")],
    misplaced: (lastDay) => [
      // Open beginnings and lists do not begin with a year.
      lt(eventEdtf, "0"),
      between(eventEdtf, "A", "X"),
      gte(eventEdtf, "Y"),
      inArray(eventEdtf, gappyTextsAt(lastDay)),
    ],
  },
  testimony_taken: bySortKey({ ...testimony, edtf: takenEdtf, sort: takenSort }),
  figure: bySortKey({
    table: figures,
    sight: "figure.read",
    id: figures.id,
    code: figures.code,
    caseId: figures.caseId,
    retractedAt: figures.retractedAt,
    edtf: figures.asOfEdtf,
    sort: figures.asOfSort,
    title: figureLabel,
    titleAr: none,
  }),
  proceeding: bySortKey({
    table: proceedings,
    sight: "proceeding.read",
    id: proceedings.id,
    code: proceedings.code,
    caseId: proceedings.caseId,
    retractedAt: proceedings.retractedAt,
    edtf: proceedings.heldEdtf,
    sort: proceedings.heldSort,
    title: words(proceedings.title),
    titleAr: none,
  }),
  note: bySortKey({
    table: timelineNotes,
    sight: "proceeding.read",
    id: timelineNotes.id,
    code: timelineNotes.code,
    caseId: timelineNotes.caseId,
    retractedAt: timelineNotes.retractedAt,
    edtf: timelineNotes.notedEdtf,
    sort: timelineNotes.notedSort,
    title: words(timelineNotes.title),
    titleAr: none,
  }),
};

export const laneTable = (lane: TimelineLane): LaneTable => LANES[lane];

/** The records of a lane that the caller may see. */
export const inLane = ({ scope }: AskContext, lane: LaneTable, caseFile: string): SQL | undefined =>
  and(scope.cases(lane.caseId, lane.sight), eq(lane.caseId, caseFile), isNull(lane.retractedAt));

/** Dates that begin in a span of instants (epoch ms, the end left out). */
export const beginning = (lane: LaneTable, start: number, end: number): SQL | undefined =>
  and(gte(lane.sort, lane.keyOf(start)), lt(lane.sort, lane.keyOf(end)));

/**
 * Rows that are here and fit one of some conditions. Each condition has its own `here`: with one for all of them SQLite reads
 * the whole case and sifts it.
 */
export const anyOf = (here: SQL | undefined, ways: readonly SQL[]): SQL | undefined =>
  ways.length === 0 ? sql`1 = 0` : or(...ways.map((way) => and(here, way)));

/** What a lane shows of a record. */
export const laneColumns = (lane: LaneTable) => ({
  id: sql<string>`${lane.id}`,
  code: sql<string>`${lane.code}`,
  title: lane.title,
  titleAr: lane.titleAr,
  edtf: maybeWords(lane.edtf),
});
