import { dialect } from "#db/columns.ts";

const EVERY = 16;

/**
 * Of specimens, those that the running lane tries: all on SQLite, the default, and all in the long lane; every sixteenth on
 * PostgreSQL in the short one, where each world takes long to make.
 * @param lane the setting `ATTEST_LONG`: `1` in the long lane
 */
export const inThisLane = <T>(specimens: readonly T[], lane: string | undefined): readonly T[] =>
  dialect === "sqlite" || lane === "1" ? specimens : specimens.filter((_, index) => index % EVERY === 0);
