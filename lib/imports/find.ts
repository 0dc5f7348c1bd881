import { and, eq, isNotNull } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import {
  actors,
  allegations,
  dependencies,
  evidenceLinks,
  figures,
  incidents,
  links,
  mediaItems,
  places,
  proceedings,
  sources,
  statements,
  testimonies,
  timelineNotes,
} from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";

type Imported = PgTable & { id: AnyPgColumn; caseId: AnyPgColumn; importKey: AnyPgColumn };

const TABLES: readonly Imported[] = [
  actors,
  allegations,
  dependencies,
  evidenceLinks,
  figures,
  incidents,
  links,
  mediaItems,
  places,
  proceedings,
  sources,
  statements,
  testimonies,
  timelineNotes,
];

/**
 * The ids of everything that imports have brought into a case, by import key. What was retracted since is among them: a
 * person took it back, and no import brings it again.
 */
export async function importedInto(read: Reader, caseId: string): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const table of TABLES) {
    for (const { key, id } of await keysIn(read, table, caseId)) known.set(key, id);
  }
  return known;
}

/** Guarantee: ids are text, and so is a key that is there; drizzle's builders lose this over a generic table. */
function keysIn(read: Reader, table: Imported, caseId: string): Promise<{ key: string; id: string }[]> {
  return read
    .select({ key: table.importKey, id: table.id })
    .from(table as PgTable)
    .where(and(eq(table.caseId, caseId), isNotNull(table.importKey))) as unknown as Promise<
    { key: string; id: string }[]
  >;
}
