/** Who else is in accounts, by the newest reading of each. */
import { desc, eq, inArray } from "drizzle-orm";
import { personIndexes } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import type { PersonIndexRow } from "./rules.ts";

/** The newest reading of an account; nothing where nobody has looked. */
export async function newestReading(read: Reader, testimonyId: string): Promise<PersonIndexRow | undefined> {
  const [row] = await read
    .select()
    .from(personIndexes)
    .where(eq(personIndexes.testimonyId, testimonyId))
    .orderBy(desc(personIndexes.number))
    .limit(1);
  return row;
}

/** The newest readings of some accounts. */
export async function newestReadings(
  read: Reader,
  testimonyIds: Iterable<string>,
): Promise<Map<string, PersonIndexRow>> {
  const rows = await inPieces(testimonyIds, (some) =>
    read.select().from(personIndexes).where(inArray(personIndexes.testimonyId, some)),
  );
  const newest = new Map<string, PersonIndexRow>();
  for (const row of rows)
    if (row.number > (newest.get(row.testimonyId)?.number ?? 0)) newest.set(row.testimonyId, row);
  return newest;
}
