import { or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";

/** What a search-or-create box asks. */
export const SuggestInput = z.strictObject({
  text: z.string().trim().max(100),
  limit: z.number().int().min(1).max(20).default(12),
});

/** Columns hold the text, case-folded; `%` and `_` are themselves. Empty text matches all. */
export function matchesText(text: string, columns: AnyPgColumn[]): SQL | undefined {
  if (text === "") return undefined;
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return or(...columns.map((column) => sql`lower(${column}) like ${pattern} escape '\\'`));
}
