import type { markKinds, revealReasons, shredGrounds } from "#db/schema/vault.ts";

/** The sealed parts of an identity. */
export const PARTS = ["names", "contacts", "relatives", "papers", "likeness"] as const;
export type Part = (typeof PARTS)[number];

/** The parts that can be emptied again; somebody without a name is anonymous. */
export const CLEARABLE = ["contacts", "relatives", "papers", "likeness"] as const satisfies readonly Part[];

/** How many names, numbers or papers are typed of somebody at once, at most. */
export const ENTRIES_MAX = 20;

/** How many of them are kept, and how many characters of a text, at most: a change adds to what is there. */
export const ENTRIES_KEPT_MAX = 60;
export const TEXT_KEPT_MAX = 16_000;

/** By what somebody is found. */
export const MARK_KINDS = ["name", "alias", "phone", "email", "paper"] as const satisfies typeof markKinds;
export type MarkKind = (typeof MARK_KINDS)[number];

/** What an identity is opened for. */
export const REVEAL_REASONS = [
  "contact",
  "danger",
  "court",
  "correct_record",
  "same_person",
  "withdrawal",
  "other",
] as const satisfies typeof revealReasons;

/** How long another reason is, at least, in characters. */
export const WHY_MIN = 10;

/** For how long an identity stays on the screen. */
export const SHOWN_MS = 2 * 60_000;

/** For how long the yes of a second person can be used, once. */
export const APPROVED_MS = 24 * 3_600_000;

/** How often somebody may look within an hour whether a person is known; whoever has a list of names needs more. */
export const SEEKS_MAX = 30;
export const SEEKS_MS = 3_600_000;

/** Why an identity is destroyed. */
export const SHRED_GROUNDS = ["asked", "due", "unlawful", "mistake"] as const satisfies typeof shredGrounds;

/** The job that destroys the key once it is committed that it goes. */
export const FINISHING = "identity.finish";
