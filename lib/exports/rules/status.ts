import type { exportStatuses } from "#db/schema/exports.ts";

type ExportStatus = (typeof exportStatuses)[number];

export interface ExportState {
  status: ExportStatus;
  /** Milliseconds since 1970. */
  expiresAt: number | null;
  problem: string | null;
  jobStatus: string | null;
  jobProblem: string | null;
}

/**
 * Where an export stands at a time. The row alone does not say it: a bag runs out without anybody's doing, and a job
 * whose person lost their rights, or that was cut off too often, ends without being allowed to note it on the export.
 * @param now milliseconds since 1970
 */
export function stateNow(row: ExportState, now: number): { status: ExportStatus; problem: string | null } {
  const { status, problem } = row;
  if (status === "ready" && row.expiresAt !== null && row.expiresAt <= now)
    return { status: "expired", problem };
  if (!isUnderWay(status)) return { status, problem };
  if (row.jobStatus === "running") return { status: "building", problem };
  if (row.jobStatus === "failed") {
    return { status: "failed", problem: row.jobProblem === "interrupted" ? "interrupted" : "rights_lost" };
  }
  return { status, problem };
}

/** True while a build may still come to its end. */
export const isUnderWay = (status: ExportStatus): boolean => status === "queued" || status === "building";
