/**
 * A name as it is compared where two must not be the same: compatible letters in one form, case and runs of spaces set
 * aside. What people read keeps their spelling.
 */
export const nameKey = (name: string): string =>
  name.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
