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
