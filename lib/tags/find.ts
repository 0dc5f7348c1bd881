import { and, asc, count, desc, eq, inArray, isNull, not, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { taggings, tags } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { LoadContext } from "#lib/core/command.ts";
import {
  type Facet,
  type FacetContext,
  type FacetCounts,
  facetOf,
  namesIn,
  ROWS_MAX,
  upToMax,
  VALUES_MAX,
} from "#lib/core/facet.ts";
import { UNSET } from "#lib/core/filters.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { given } from "#lib/core/where.ts";
import type { Tag } from "./vocabulary.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** @throws NotFound when absent or out of scope */
export const findTag = (ctx: Context, tagId: string) => findRecord(ctx, tags, tagId, "tag.read");

/** The live row that says that a record has a tag, or null. */
export async function liveTagging({ read }: Pick<Context, "read">, caseId: string, liveKey: string) {
  const [row] = await read
    .select({ id: taggings.id, version: taggings.version, liveKey: taggings.liveKey })
    .from(taggings)
    .where(and(eq(taggings.caseId, caseId), eq(taggings.liveKey, liveKey)));
  return row ?? null;
}

/** How many tags a case has. */
export async function tagsInCase({ read }: Pick<Context, "read">, caseId: string): Promise<number> {
  const [row] = await read
    .select({ count: count() })
    .from(tags)
    .where(and(eq(tags.caseId, caseId), isNull(tags.retractedAt)));
  return row?.count ?? 0;
}

/**
 * The tags of records that the caller was shown, by record, in the order of their names. A retracted tag is on none.
 * @param ids records that were found in scope
 */
export async function tagsOf(read: Reader, ids: readonly string[]): Promise<Map<string, Tag[]>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .select({ recordId: taggings.recordId, id: tags.id, version: tags.version, name: tags.name })
    .from(taggings)
    .innerJoin(tags, eq(tags.id, taggings.tagId))
    .where(and(inArray(taggings.recordId, [...ids]), isNull(taggings.endedAt), isNull(tags.retractedAt)))
    .orderBy(asc(tags.nameKey), asc(tags.id));
  return new Map(
    [...Map.groupBy(rows, (row) => row.recordId)].map(([recordId, own]) => [
      recordId,
      own.map(({ id, version, name }) => ({ id, version, name })),
    ]),
  );
}

/** A filter of a list by tag: a row with two tags counts for both. A retracted tag is on none. */
export const byTag = (table: PgTable & { id: AnyPgColumn }): Facet => ({
  has: (ctx, value) => (value === UNSET ? not(isTagged(ctx, table.id)) : isTagged(ctx, table.id, value)),
  count: (ctx, _, rows) => countTags(ctx, table, rows),
  namesOf: (ctx, ids) => namesIn(ctx, { table: tags, name: tags.name }, "tag.read", ids),
});

/** A record has a tag that the caller may see: the given one, or any. They are looked up once, not for every record. */
const isTagged = ({ read, scope }: FacetContext, recordId: AnyPgColumn, tagId?: string): SQL =>
  inArray(
    recordId,
    read
      .select({ recordId: taggings.recordId })
      .from(taggings)
      .innerJoin(tags, eq(tags.id, taggings.tagId))
      .where(and(given(taggings.tagId, tagId), isLive(scope))),
  );

const isLive = (scope: FacetContext["scope"]) =>
  and(isNull(taggings.endedAt), isNull(tags.retractedAt), scope.cases(tags.caseId, "tag.read"));

async function countTags(
  ctx: FacetContext,
  table: PgTable & { id: AnyPgColumn },
  rows: SQL | undefined,
): Promise<FacetCounts> {
  const { read, scope } = ctx;
  const whether = sql`case when ${isTagged(ctx, table.id)} then 'tagged' end`;
  const { values, isWhole } = await facetOf(read, table as PgTable, whether, rows);
  const looked = read
    .select({ id: sql<string>`${table.id}`.as("id") })
    .from(table as PgTable)
    .where(rows)
    .limit(ROWS_MAX);
  const each = await read
    .select({ value: taggings.tagId, count: count() })
    .from(taggings)
    .innerJoin(tags, eq(tags.id, taggings.tagId))
    .where(and(inArray(taggings.recordId, looked), isLive(scope)))
    .groupBy(taggings.tagId)
    .orderBy(desc(count()), asc(taggings.tagId))
    .limit(VALUES_MAX);
  return {
    values: [
      ...values.filter(({ value }) => value === null),
      ...each.map(({ value, count: many }) => ({ value, count: upToMax(many) })),
    ],
    isWhole,
  };
}
