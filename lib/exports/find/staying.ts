import { and, eq, isNotNull, isNull, not, notInArray, or, sql } from "drizzle-orm";
import { EVERY, outside } from "#db/hidden-by.ts";
import { testimonies } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { CONSENTING } from "../rules/release.ts";

/**
 * Ids of a case's testimonies that may not leave now: the rule of `whyTestimonyStays`, asked of the database, so that a
 * bag is judged again without reading all accounts. Which of them the caller may see changes nothing in it.
 */
export async function nowStaying(read: Reader, caseId: string): Promise<string[]> {
  const rows = await read
    .select({ id: testimonies.id })
    .from(testimonies)
    .where(
      and(
        eq(testimonies.caseId, caseId),
        or(
          not(sql`${outside(testimonies, EVERY)}`),
          isNotNull(testimonies.retractedAt),
          isNull(testimonies.acceptedNumber),
          notInArray(testimonies.consentInternal, CONSENTING),
          notInArray(testimonies.consentExport, CONSENTING),
        ),
      ),
    );
  return rows.map(({ id }) => id);
}
