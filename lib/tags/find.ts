import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import { taggings, tags } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";
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
