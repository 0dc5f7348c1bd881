import { REVIEW_MS_MAX } from "#lib/core/emergency.ts";

/** How often somebody opens a case, and once more where half an hour was too short, before somebody else looks at it. */
export const UNREVIEWED_MAX = 2;

interface Times {
  openedAt: number;
  expiresAt: number;
  endedAt: number | null;
  reviewedAt: number | null;
}

/** When it was over, or will be, in ms since 1970. */
export const overAt = ({ expiresAt, endedAt }: Pick<Times, "expiresAt" | "endedAt">): number =>
  endedAt ?? expiresAt;

/**
 * How an emergency access stands. `open`: the case is; `waiting`: for its review; `overdue`: its person is shown nothing until
 * then; `reviewed`.
 */
export function stateOf(times: Times, now: number): "open" | "waiting" | "overdue" | "reviewed" {
  if (times.reviewedAt !== null) return "reviewed";
  if (overAt(times) > now) return "open";
  return times.openedAt + REVIEW_MS_MAX <= now ? "overdue" : "waiting";
}
