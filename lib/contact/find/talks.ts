/** Talks before a release, as they are on record. */
import { asc, inArray } from "drizzle-orm";
import { contactTalks } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import type { TalkRow } from "../rules/talks.ts";

/** The talks with some witnesses, about whichever recipient; whoever was never talked to has none. */
export async function talksOf(read: Reader, witnessIds: Iterable<string>): Promise<Map<string, TalkRow[]>> {
  const rows = await inPieces(witnessIds, (some) =>
    read
      .select()
      .from(contactTalks)
      .where(inArray(contactTalks.witnessId, some))
      .orderBy(asc(contactTalks.witnessId), asc(contactTalks.talkedAt), asc(contactTalks.id)),
  );
  return Map.groupBy(rows, ({ witnessId }) => witnessId);
}
