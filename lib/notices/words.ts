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
  "identity_opened",
  "identity_emptied",
  "identity_waiting",
  "seeking_many",
  "appeal_lodged",
  "appeal_decided",
] as const satisfies typeof noticeKinds;

/** What whoever is told of it has to watch over: a case opened in an emergency, an identity opened or emptied, a list of people tried. */
const WATCHED: readonly string[] = [
  "emergency_opened",
  "identity_opened",
  "identity_emptied",
  "seeking_many",
];

/** What can be declined: all the rest. */
export const MUTABLE_KINDS = NOTICE_KINDS.filter((kind) => !WATCHED.includes(kind));
