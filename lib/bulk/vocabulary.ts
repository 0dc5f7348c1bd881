import { z } from "zod";
import { RecordId } from "#lib/records/vocabulary.ts";

export * from "./words.ts";

/** As many as a page of a list shows. */
export const BULK_MAX = 100;

export const BulkRecords = z
  .array(RecordId)
  .min(1)
  .max(BULK_MAX)
  .transform((ids) => [...new Set(ids)]);
