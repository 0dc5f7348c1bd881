import { and, eq, isNotNull, isNull, notInArray, or, type SQL } from "drizzle-orm";
import { testimonies } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { CONSENTING } from "../rules/release.ts";

/**
 * Ids of a case's testimonies that may not leave now: the rule of `whyTestimonyStays`, asked of the database, so that a
 * bag is judged again without reading all accounts.
 * @param scope which cases the caller may see; none for the sweeper, which is nobody
 */
export async function nowStaying(read: Reader, caseId: string, scope?: SQL): Promise<string[]> {
  const rows = await read
    .select({ id: testimonies.id })
    .from(testimonies)
    .where(
      and(
        scope,
        eq(testimonies.caseId, caseId),
        or(
          isNotNull(testimonies.retractedAt),
          isNull(testimonies.acceptedNumber),
          notInArray(testimonies.consentInternal, CONSENTING),
          notInArray(testimonies.consentExport, CONSENTING),
        ),
      ),
    );
  return rows.map(({ id }) => id);
}
