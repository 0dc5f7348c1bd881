import type { noticeKinds } from "#db/schema/teamwork.ts";

/** Of what people are told, in the order in which they choose. */
export const NOTICE_KINDS = [
  "assigned",
  "assignment_ended",
  "mentioned",
  "commented",
  "testimony_returned",
  "testimony_accepted",
  "finding_returned",
  "finding_approved",
  "finding_contested",
  "review_waiting",
  "export_ready",
  "export_failed",
  "export_expiring",
  "admitted",
  "emergency_opened",
  "emergency_reviewed",
] as const satisfies typeof noticeKinds;

/** What nobody who is to be told can decline to hear: that a case was opened in an emergency, which they have to review. */
export const ALWAYS_TOLD = ["emergency_opened"] as const satisfies readonly (typeof NOTICE_KINDS)[number][];

type AlwaysTold = (typeof ALWAYS_TOLD)[number];

/** What can be declined. */
export const MUTABLE_KINDS = NOTICE_KINDS.filter(
  (kind): kind is Exclude<(typeof NOTICE_KINDS)[number], AlwaysTold> =>
    !(ALWAYS_TOLD as readonly string[]).includes(kind),
);
