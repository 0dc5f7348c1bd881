/** Digits of a one-time code. */
export const CODE_DIGITS = 6;
/** Recovery codes of a series, and characters of each without its hyphen. */
export const RECOVERY_CODES = 10;
export const RECOVERY_LENGTH = 10;
