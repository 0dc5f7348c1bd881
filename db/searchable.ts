/**
 * What is found by words: for each table, which columns name a record and which hold what it says. Rows of the tables
 * that are not listed are not found. Of witnesses and victims only what their lists show; notes on them stay closed.
 */
import { getTableName } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import {
  actors,
  allegations,
  cases,
  figures,
  findings,
  incidents,
  mediaItems,
  places,
  proceedings,
  sources,
  testimonies,
  testimonyVersions,
  timelineNotes,
  victims,
  witnesses,
} from "./schema/index.ts";
import type { searchableTypes, searchParts } from "./schema/search.ts";

export type SearchableType = (typeof searchableTypes)[number];
export type SearchPart = (typeof searchParts)[number];
type SearchableTable = PgTable & { id: AnyPgColumn; createdAt: AnyPgColumn };

export interface Searchable {
  type: SearchableType;
  table: SearchableTable;
  /** The property with the case's id; a case is its own. */
  caseId: string;
  /** The property with the record's id: a version of a testimony speaks for the testimony. */
  recordId: string;
  /** Properties by the part that they make; the first name is the title. */
  name: readonly string[];
  text: readonly string[];
  /** Which parts a row writes: a testimony's name and its text come from two tables. */
  parts: readonly SearchPart[];
}

const BOTH = ["name", "text"] as const;
const ofCase = { caseId: "caseId", recordId: "id", parts: BOTH } as const;

export const searchables: readonly Searchable[] = [
  {
    type: "case",
    table: cases,
    ...ofCase,
    caseId: "id",
    name: ["title", "titleAr", "code"],
    text: ["summary"],
  },
  { type: "testimony", table: testimonies, ...ofCase, parts: ["name"], name: ["title", "code"], text: [] },
  {
    type: "testimony",
    table: testimonyVersions,
    caseId: "caseId",
    recordId: "testimonyId",
    parts: ["text"],
    name: [],
    text: ["paragraphs"],
  },
  {
    type: "incident",
    table: incidents,
    ...ofCase,
    name: ["title", "titleAr", "code"],
    text: ["summary", "victimGroup", "occurredWording", "note"],
  },
  {
    type: "actor",
    table: actors,
    ...ofCase,
    name: ["name", "nameAr", "aliases", "code"],
    text: ["affiliationAlleged", "note"],
  },
  { type: "place", table: places, ...ofCase, name: ["name", "nameAr", "variants", "code"], text: ["note"] },
  {
    type: "source",
    table: sources,
    ...ofCase,
    name: ["name", "nameAr", "code"],
    text: ["standpoint", "note"],
  },
  { type: "media", table: mediaItems, ...ofCase, name: ["title", "code"], text: ["description", "note"] },
  {
    type: "figure",
    table: figures,
    ...ofCase,
    name: ["code"],
    text: ["wording", "valueText", "note"],
  },
  { type: "proceeding", table: proceedings, ...ofCase, name: ["title", "code"], text: ["summary", "note"] },
  { type: "witness", table: witnesses, ...ofCase, name: ["code"], text: [] },
  { type: "victim", table: victims, ...ofCase, name: ["label", "code"], text: [] },
  { type: "allegation", table: allegations, ...ofCase, name: ["code"], text: ["wording", "note"] },
  { type: "finding", table: findings, ...ofCase, name: ["code"], text: ["reasoning"] },
  { type: "note", table: timelineNotes, ...ofCase, name: ["title", "code"], text: ["body"] },
];

const byTable = new Map(searchables.map((one) => [getTableName(one.table), one]));

/** How rows of a table are found, or null when they are not. */
export const searchableOf = (table: PgTable): Searchable | null => byTable.get(getTableName(table)) ?? null;

/** The texts of a row that make one part of it; a paragraph gives its original and its translation. */
export function textsOf(row: object, properties: readonly string[]): string[] {
  return properties.flatMap((property) => textsIn(Reflect.get(row, property)));
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((paragraph: { original: string; translation: string | null }) =>
    paragraph.translation === null ? [paragraph.original] : [paragraph.original, paragraph.translation],
  );
}
