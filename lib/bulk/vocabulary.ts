import { z } from "zod";
import { RecordId } from "#lib/records/vocabulary.ts";

/** As many as a page of a list shows. */
export const BULK_MAX = 100;

export const BulkRecords = z
  .array(RecordId)
  .min(1)
  .max(BULK_MAX)
  .transform((ids) => [...new Set(ids)]);

/** What became of each record, counted. `absent` is also what the person may not see: the two are never told apart. */
export const BULK_OUTCOMES = ["done", "already", "refused", "absent", "retracted", "conflict"] as const;
export type BulkOutcome = (typeof BULK_OUTCOMES)[number];
export type BulkCounts = Record<BulkOutcome, number>;
