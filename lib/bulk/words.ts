/** What became of each record, counted. `absent` is also what the person may not see: the two are never told apart. */
export const BULK_OUTCOMES = ["done", "already", "refused", "absent", "retracted", "conflict"] as const;
export type BulkOutcome = (typeof BULK_OUTCOMES)[number];
export type BulkCounts = Record<BulkOutcome, number>;
