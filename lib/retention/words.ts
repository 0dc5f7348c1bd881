import type { deletionGrounds, retentionClasses, retentionTermClasses } from "#db/schema/retention.ts";

/** How long an account is kept. */
export const RETENTION_CLASSES = [
  "standard",
  "short",
  "long",
  "kept",
] as const satisfies typeof retentionClasses;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** The classes that end. */
export const TERM_CLASSES = ["standard", "short", "long"] as const satisfies typeof retentionTermClasses;
export type TermClass = (typeof TERM_CLASSES)[number];

/** Months that a case keeps what is in a class while nobody set another term. */
export const MONTHS: Readonly<Record<TermClass, number>> = { standard: 120, short: 24, long: 360 };
export const MONTHS_MAX = 1_200;

/** Why an account is deleted: its time is over, its person asks for it, it should never have been kept, it is a mistake. */
export const DELETION_GROUNDS = [
  "due",
  "asked",
  "unlawful",
  "mistake",
] as const satisfies typeof deletionGrounds;

/** What stands in place of a title or a claim that was deleted. */
export const DELETED = "—";

/** The job that finishes a deletion. */
export const FINISHING = "deletion.finish";
