import { and, inArray, isNull, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { cases, searchEntries } from "#db/schema/index.ts";
import type { SearchScope } from "#db/search-index.ts";
import type { Permission } from "#lib/access/permissions.ts";
import type { AskContext } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";
import { type FoundType, foundTypes } from "./vocabulary.ts";

/** A case in which something may be found, as the hits name it. */
export interface SearchedCase {
  id: string;
  code: string;
  title: string;
  titleAr: string | null;
}

/** The permission under which records of a type are seen. */
export const sightOfType = (type: FoundType): Permission =>
  type === "note" ? "proceeding.read" : `${type}.read`;

/** The cases in which the caller may look, without those that were retracted. @param caseId only this one */
export function casesToSearch(
  { read, scope }: Pick<AskContext, "read" | "scope">,
  caseId: string | undefined,
): Promise<SearchedCase[]> {
  return read
    .select({ id: cases.id, code: cases.code, title: cases.title, titleAr: cases.titleAr })
    .from(cases)
    .where(and(scope.cases(cases.id), isNull(cases.retractedAt), given(cases.id, caseId)));
}

/** Where the index is asked: of each case the types that the caller may see there and wants. */
export function scopesIn(
  { scope }: Pick<AskContext, "scope">,
  searched: readonly SearchedCase[],
  wanted: readonly FoundType[] | undefined,
): SearchScope[] {
  return searched.flatMap(({ id }) => {
    const seen = foundTypes.filter((type) => scope.roleFor(sightOfType(type), id) !== null);
    const types = wanted === undefined ? seen : seen.filter((type) => wanted.includes(type));
    if (types.length === 0) return [];
    return [{ caseId: id, types: types.length === foundTypes.length ? "all" : types }];
  });
}

/** What entries of the index stand for, in the order in which they were asked for. */
export async function recordsOfEntries(
  { read, scope }: Pick<AskContext, "read" | "scope">,
  entryIds: readonly number[],
) {
  if (entryIds.length === 0) return [];
  const rows = await read
    .select({ id: searchEntries.id, type: searchEntries.recordType, recordId: searchEntries.recordId })
    .from(searchEntries)
    .where(and(inArray(searchEntries.id, [...entryIds]), scope.cases(searchEntries.caseId)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return entryIds.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

/** Rows of one type by id or by code that stand and that the caller may see. */
export const visible = (
  { scope }: Pick<AskContext, "scope">,
  type: FoundType,
  caseId: AnyPgColumn,
  retractedAt: AnyPgColumn,
): SQL | undefined => and(scope.cases(caseId, sightOfType(type)), isNull(retractedAt));
