import type { BulkSpec } from "#components/bulk/bulk-spec.ts";
import { asked } from "#lib/api/asked.ts";
import { readRights } from "#lib/cases/queries/read-rights.ts";
import type { RecordNoun } from "#lib/records/vocabulary.ts";

/** What the caller may do to several records of a list at once. */
export async function bulkOf(caseId: string, noun: RecordNoun): Promise<BulkSpec> {
  const { rights } = await asked(readRights, { caseId });
  return {
    caseId,
    noun,
    may: {
      tag: rights.includes("tag.write"),
      assign: rights.includes("assignment.write"),
      link: rights.includes("link.write"),
    },
  };
}
