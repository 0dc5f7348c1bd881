/** What is more than usual in what people did. Pure; a hint where to look, never a finding about anybody. Safe for the browser. */

export const measures = ["opened", "searched", "taken", "refused", "notFound", "night"] as const;
export type Measure = (typeof measures)[number];
export type Counts = Readonly<Record<Measure, number>>;

/** Spans that can be chosen, in days. */
export const spans = [7, 30, 90] as const;

/** Fewer than this are never more than usual: small numbers triple by chance. */
export const NOTABLE_MIN = 10;
/** More than this many times the median of all, or one's own count in the span before, is more than usual. */
export const USUAL_TIMES = 3;
/** Night begins at this hour and ends before that one, on the clocks of the zone that was asked for. */
export const NIGHT = { from: 22, to: 6 } as const;

/** Reads that show protected records, each of which leaves an entry. */
export const OPENING_ACTS: readonly string[] = [
  "appeal.read",
  "breach.list",
  "consent.read",
  "contact.read",
  "contact.readPlan",
  "contradiction.accounts",
  "contradiction.read",
  "finding.read",
  "history.read",
  "identity.listReveals",
  "identity.read",
  "identity.readRevealed",
  "identity.seek",
  "referral.list",
  "retention.readTestimony",
  "risk.read",
  "statement.read",
  "talk.list",
  "testimony.compare",
  "testimony.read",
  "testimony.readAttachment",
  "testimony.readPersons",
  "victimList.readNames",
  "witness.read",
];

/** Acts by which records leave the program. */
export const TAKING_ACTS: readonly string[] = [
  "audit.excerpt",
  "audit.export",
  "export.start",
  "export.download",
  "pseudonymKey.start",
  "pseudonymKey.download",
  "testimony.print",
];

export const noCounts: Counts = { opened: 0, searched: 0, taken: 0, refused: 0, notFound: 0, night: 0 };

/** A group of like entries of one person. */
interface Group {
  act: string;
  decision: string;
  /** Whether the answer was "not found". */
  isNotFound: boolean;
  count: number;
  /** Answers told of by number only, beside the entries. */
  repeats: number;
  night: number;
}

/** What the entries of a group count as. */
export function countsOf({ act, decision, isNotFound, count, repeats, night }: Group): Counts {
  const denied = decision === "deny";
  // The entry that counts a minute's answers is none itself: the first of them has an entry of its own.
  if (denied && isNotFound) {
    const notFound = act === "notFound.count" ? repeats : count + repeats;
    return { ...noCounts, notFound, night };
  }
  if (denied) return { ...noCounts, refused: count, night };
  return {
    ...noCounts,
    opened: OPENING_ACTS.includes(act) ? count : 0,
    searched: act === "search.find" ? count : 0,
    taken: TAKING_ACTS.includes(act) ? count : 0,
    night,
  };
}

export const added = (one: Counts, other: Counts): Counts => mapped((m) => one[m] + other[m]);

/** For each measure the median of all who acted. */
export const mediansOf = (all: readonly Counts[]): Counts =>
  mapped((measure) => medianOf(all.map((counts) => counts[measure])));

/** The middle of the numbers, or halfway between the middle two; 0 of none. */
function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low = 0, high = low] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}

/**
 * Whether a count is more than usual: at least {@link NOTABLE_MIN}, and more than {@link USUAL_TIMES} times the median
 * of all or one's own count before.
 * @param before null where the person did nothing before: then there is nothing of their own to compare with
 */
export const isMore = (now: number, median: number, before: number | null): boolean =>
  now >= NOTABLE_MIN && (now > USUAL_TIMES * median || (before !== null && now > USUAL_TIMES * before));

/** What is more than usual of a person. */
export const moreThanUsual = (now: Counts, medians: Counts, before: Counts | null): Measure[] =>
  measures.filter((measure) => isMore(now[measure], medians[measure], before && before[measure]));

/**
 * How far somebody stands out: the most times over the median that any count is which is more than usual. A median
 * below 1 counts as 1.
 */
export const standsOut = (now: Counts, medians: Counts, more: readonly Measure[]): number =>
  Math.max(0, ...more.map((measure) => now[measure] / Math.max(1, medians[measure])));

function mapped(of: (measure: Measure) => number): Counts {
  return {
    opened: of("opened"),
    searched: of("searched"),
    taken: of("taken"),
    refused: of("refused"),
    notFound: of("notFound"),
    night: of("night"),
  };
}
