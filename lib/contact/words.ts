import type { contactModes, permitKinds, waysReached } from "#db/schema/contact.ts";

/** How somebody was reached for a talk. */
export const WAYS_REACHED = [
  "in_person",
  "telephone",
  "message",
  "through_somebody",
] as const satisfies typeof waysReached;

export const YES_NO = ["yes", "no"] as const;

/** Whether and how a person wants to be contacted again, the widest first. */
export const CONTACT_MODES = [
  "open",
  "only_window",
  "only_through",
  "never",
] as const satisfies typeof contactModes;
export type ContactMode = (typeof CONTACT_MODES)[number];

export const PERMIT_KINDS = ["contact", "interview"] as const satisfies typeof permitKinds;

/** For how many days a permit can be used. */
export const PERMIT_DAYS = 30;

/** How a person would rather be reached; never where. */
export const PLAN_WAYS = ["in_person", "telephone", "message", "letter", "through_somebody"] as const;

/** What must not be done, at most. */
export const MUST_NOT_MAX = 20;

/** What somebody opens a plan for safe contact for. */
export const PLAN_REASONS = [
  "scheduled_contact",
  "emergency",
  "breach",
  "notify_of_withdrawal",
  "other",
] as const;

/** How long another reason is, at least, in characters. */
export const WHY_MIN = 10;

/** For how long a plan stays on the screen. */
export const PLAN_SHOWN_MS = 2 * 60_000;
