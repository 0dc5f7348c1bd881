import type { reviewQueue } from "#lib/corroboration/queries/review-queue.ts";

export type Waiting = Awaited<ReturnType<typeof reviewQueue.run>>["rows"][number];

/** The screen on which something of the queue is decided; it then shows what is next. */
export const queueHref = (caseId: string, row: Waiting): string =>
  row.act === "testimony"
    ? `/cases/${caseId}/testimonies/${row.testimonyId}?queue=1`
    : `/cases/${caseId}/findings/${row.id}?queue=1`;
