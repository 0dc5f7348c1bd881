import { MONTHS, type RetentionClass, TERM_CLASSES, type TermClass } from "../words.ts";

/** A twelfth of the mean year of the Gregorian calendar: a term is as long whenever it begins. */
const MONTH_MS = (365.2425 / 12) * 86_400_000;

/** How many months each class lasts in a case. */
export type Terms = Readonly<Record<TermClass, number>>;

/** The terms of a case: those that were set, and the house's for the others. */
export const termsFrom = (set: readonly { retentionClass: TermClass; months: number }[]): Terms => ({
  ...MONTHS,
  ...Object.fromEntries(set.map(({ retentionClass, months }) => [retentionClass, months])),
});

/** When what was recorded then is due to be deleted, in ms since 1970; null for what is kept. */
export const dueAt = (recordedAt: number, retentionClass: RetentionClass, terms: Terms): number | null =>
  retentionClass === "kept" ? null : recordedAt + Math.ceil(terms[retentionClass] * MONTH_MS);

/** For each class that ends, the last instant of recording that is due now: the same rule as `dueAt`, for a condition of SQL. */
export const dueUntil = (now: number, terms: Terms): Readonly<Record<TermClass, number>> =>
  Object.fromEntries(
    TERM_CLASSES.map((one) => [one, now - Math.ceil(terms[one] * MONTH_MS)]),
  ) as unknown as Readonly<Record<TermClass, number>>;
