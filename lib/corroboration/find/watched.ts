/** The findings that a change of the evidence still concerns. */
import { and, inArray, type SQL } from "drizzle-orm";
import { findings } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { WATCHED } from "../rules/recheck.ts";
import { facetKey, type FacetRef } from "./affected-facets.ts";
import { inPieces } from "./in-pieces.ts";
import type { Finding } from "./records.ts";

/**
 * The findings of some facets that are being written, reviewed, or approved.
 * @param where narrows them to what a caller may see; absent: all of them
 */
export async function watchedFindings(
  read: Reader,
  facets: readonly FacetRef[],
  where?: SQL,
): Promise<Finding[]> {
  const touched = new Set(facets.map(facetKey));
  const found = await inPieces(
    facets.map(({ allegationId }) => allegationId),
    (some) =>
      read
        .select()
        .from(findings)
        .where(and(where, inArray(findings.allegationId, some), inArray(findings.status, [...WATCHED]))),
  );
  return found.filter((one) => touched.has(facetKey(one)));
}
