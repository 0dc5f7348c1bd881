import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { EVERY } from "#db/hidden-by.ts";
import { inList } from "#db/in-list.ts";
import { cases, compartmentMarks, searchEntries } from "#db/schema/index.ts";
import type { SearchScope } from "#db/search-index.ts";
import type { Permission } from "#lib/access/permissions.ts";
import type { AskContext } from "#lib/core/query.ts";
import { blindCasesAmong } from "#lib/core/blind-review.ts";
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
export async function scopesIn(
  { read, scope }: Pick<AskContext, "read" | "scope">,
  searched: readonly SearchedCase[],
  wanted: readonly FoundType[] | undefined,
): Promise<SearchScope[]> {
  const scopes: SearchScope[] = [];
  for (const { id } of searched) {
    const seen = foundTypes.filter((type) => scope.roleFor(sightOfType(type), id) !== null);
    const some = wanted === undefined ? seen : seen.filter((type) => wanted.includes(type));
    if (some.length === 0) continue;
    const types = some.length === foundTypes.length ? "all" : some;
    for (const compartments of [0, ...(await openCompartments(read, scope, id))])
      scopes.push({ caseId: id, compartments, types });
  }
  return scopes;
}

/** The same without the reasoning of findings in cases where the caller reviews blind: not even a count says what it holds. */
export async function withoutConclusions(
  ctx: Pick<AskContext, "read" | "scope" | "now">,
  scopes: readonly SearchScope[],
): Promise<SearchScope[]> {
  const blind = await blindCasesAmong(ctx, [...new Set(scopes.map(({ caseId }) => caseId))]);
  return scopes.flatMap((one) => {
    if (!blind.has(one.caseId)) return [one];
    const types = (one.types === "all" ? foundTypes : one.types).filter((type) => type !== "finding");
    return types.length === 0 ? [] : [{ ...one, types }];
  });
}

/** The sets of compartments, as bits, in which records of a case are that the caller is cleared to see. */
async function openCompartments(
  read: AskContext["read"],
  scope: AskContext["scope"],
  caseId: string,
): Promise<number[]> {
  const closed = scope.closed(caseId);
  if (closed === EVERY) return [];
  const rows = await read
    .selectDistinct({ mask: compartmentMarks.mask })
    .from(compartmentMarks)
    .where(
      and(
        eq(compartmentMarks.caseId, caseId),
        ne(compartmentMarks.mask, 0),
        sql`(${compartmentMarks.mask} & ${closed}) = 0`,
      ),
    );
  return rows.map(({ mask }) => mask);
}

/** What entries of the index stand for, in the order in which they were asked for. @param searched where they may be */
export async function recordsOfEntries(
  { read }: Pick<AskContext, "read">,
  searched: readonly SearchedCase[],
  entryIds: readonly number[],
) {
  if (entryIds.length === 0) return [];
  const entries = read.kept("search.entries", (from) =>
    from
      .select({ id: searchEntries.id, type: searchEntries.recordType, recordId: searchEntries.recordId })
      .from(searchEntries)
      .where(and(inList(searchEntries.id, ASKED), inList(searchEntries.caseId, SEEN, "sifts"))),
  );
  const rows = await entries.execute({ asked: asList(entryIds), seen: asList(searched.map(({ id }) => id)) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return entryIds.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

/** Placeholders of kept statements: what is asked for, and the cases in which the caller may see it. */
export const ASKED = sql.placeholder("asked");
const SEEN = sql.placeholder("seen");
export const asList = (all: readonly (string | number)[]): string => JSON.stringify(all);

/** Rows of one type that stand and that the caller may see, in a statement that is kept; `seenAs` fills it. */
export const visible = (caseId: AnyPgColumn, retractedAt: AnyPgColumn): SQL | undefined =>
  and(inList(caseId, SEEN, "sifts"), isNull(retractedAt));

/** The cases among those searched in which the caller may see a type. */
export const seenAs = (
  { scope }: Pick<AskContext, "scope">,
  searched: readonly SearchedCase[],
  type: FoundType,
): { seen: string } => ({
  seen: asList(searched.map(({ id }) => id).filter((id) => scope.sees(id, sightOfType(type)))),
});
