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

/** What can be declined: all but that a case was opened in an emergency, which whoever is told of it has to review. */
export const MUTABLE_KINDS = NOTICE_KINDS.filter((kind) => kind !== "emergency_opened");
