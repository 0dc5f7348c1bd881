/** Words of the log: its acts, what can be wrong with it, and what a check can say. Safe for the browser. */

export const decisions = ["allow", "deny"] as const;

/** Why the entry named as the first bad one is bad. */
export const chainFaults = [
  /** The number is not there: an entry was taken out, or the tail was cut. */
  "missing",
  /** Two entries have this number. */
  "duplicate",
  /** The text is no canonical event: it was written by something else. */
  "not_canonical",
  /** The hash kept beside the text is not the text's hash. */
  "leaf",
  /** The text carries another number than its place. */
  "number",
  /** The text does not carry the hash of the entry before it: one of the two was changed. */
  "previous",
  /** The text belongs to another log. */
  "log",
  /** The time lies before that of the entry before it. */
  "time",
  /** A column that repeats part of the text for look-up differs from it. */
  "column",
  /** The encrypted detail that the text names is gone. */
  "detail_missing",
  /** The encrypted detail is not the one that the text names. */
  "detail_changed",
  /** There is an encrypted detail where the text names none. */
  "detail_surplus",
  /** The note of where the log ends is gone. */
  "head_missing",
  /** The note of where the log ends does not fit the last entry. */
  "head",
  /** The log up to a size noted earlier is not the one of which the root was noted. */
  "noted_root",
  /** What is stored of the tree of hashes is not that of the entries. */
  "tree",
  /** A checkpoint that is kept beside the log was signed by no key of it. */
  "checkpoint",
  /** The time of an entry does not fit the time at which somebody else saw the log. */
  "anchor_time",
] as const;
export type ChainFault = (typeof chainFaults)[number];

/** How a row departs from the last trace of it in the log. */
export const rowFaults = ["changed", "inserted", "deleted"] as const;
export type RowFault = (typeof rowFaults)[number];

/** What a check of the whole log can say; stands as the reason of the event that the check leaves. */
export const verdicts = ["holds", "chain_broken", "rows_differ"] as const;
export type Verdict = (typeof verdicts)[number];

/** The check that the program makes by itself, as an act of the log; and all acts whose reason is a verdict. */
export const NIGHTLY_CHECK = "audit.nightly";
export const CHECKS = ["audit.verifyNow", NIGHTLY_CHECK] as const;

/** Size and root of a log as somebody wrote them down: `<size>:<root>`. */
export interface Noted {
  size: number;
  /** RFC 6962 root over the first `size` entries; lower-case hex. */
  root: string;
}

/** How the log differs from a checkpoint that lies outside the database. */
export const departureKinds = [
  /** The log is shorter: its end was cut off, or an old backup put back. */
  "shorter",
  /** The log is another one up to that size: it was written anew. */
  "other",
  /** No key of this log signed it: the database is from before the key was changed, or somebody forged it. */
  "unknown_key",
  /** The file is no checkpoint. */
  "unreadable",
  /** The folder is there and cannot be read. */
  "closed",
] as const;
export interface Departure {
  /** Beside the database, or in the folder of anchors. */
  where: "data" | "anchor";
  size: number;
  why: (typeof departureKinds)[number];
}

/** A log that no other place holds a checkpoint of for longer than this is in danger of being written anew unseen. */
export const ANCHOR_AGE_MS_MAX = 24 * 3_600_000;

/** Entries that a browser is given at once to verify; a power of two, so that each slice is a whole subtree. */
export const COPY_ENTRIES_MAX = 4_096;

/** Entries that an excerpt with proofs may have. */
export const EXCERPT_ENTRIES_MAX = 5_000;

/** Reads `<size>:<root>`; null for anything else. */
export function notedFrom(text: string): Noted | null {
  const found = /^([1-9][0-9]{0,14}):([0-9a-f]{64})$/.exec(text.trim());
  return found?.[1] && found[2] ? { size: Number(found[1]), root: found[2] } : null;
}

/** Looks words up in the catalogue `audit`. */
interface Say {
  (key: string): string;
  has(key: string): boolean;
}

const wordsOr = (t: Say, key: string, otherwise: string) => (t.has(key) ? t(key) : otherwise);

/** What an act is called; its own name where the catalogue has none (an act of an earlier or later version). */
export const actWords = (t: Say, act: string): string => wordsOr(t, `acts.${act}`, act);
/** What a rule of the log says; the rule's id where the words stand in the catalogue `problems`. */
export const ruleWords = (t: Say, rule: string): string => wordsOr(t, `rules.${rule}`, rule);
/** What the reason code of an entry means. */
export const reasonWords = (t: Say, reason: string): string => wordsOr(t, `reasons.${reason}`, reason);
export const decisionWords = (t: Say, decision: string): string =>
  wordsOr(t, `decisions.${decision}`, decision);
/** How the person proved who they are. */
export const authWords = (t: Say, auth: string): string => wordsOr(t, `auth.${auth}`, auth);
/** What is wrong with the first bad entry. */
export const faultWords = (t: Say, why: ChainFault): string => t(`why.${why}`);
/** What is wrong with a row. */
export const rowFaultWords = (t: Say, why: RowFault): string => t(`rowFaults.${why}`);
