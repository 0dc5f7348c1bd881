import { z } from "zod";
import { OptionalLine, Ordinal } from "#lib/core/fields.ts";
import { DECISIONS, PERSONS_MAX, RELATIONS, WORDS_MAX } from "./words.ts";

export * from "./words.ts";

/** A person as entered. */
export const ThirdPersonInput = z.strictObject({
  relation: z.enum(RELATIONS),
  decision: z.enum(DECISIONS),
  /** As they stand in the account: names, nicknames, whatever shows who it is; separated by commas. */
  words: OptionalLine.optional().default(null),
  /** When and how they agreed. */
  said: OptionalLine.optional().default(null),
});
export type ThirdPersonInput = z.output<typeof ThirdPersonInput>;

/** Everybody in one version of an account besides whoever gave it. */
export const PeopleInAccount = z.strictObject({
  testimonyNumber: Ordinal,
  persons: z.array(ThirdPersonInput).max(PERSONS_MAX),
});

/** The words that one field lists, each once. */
export const wordsIn = (listed: string | null): string[] =>
  [
    ...new Set(
      (listed ?? "")
        .split(/[,،;؛]/)
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ].slice(0, WORDS_MAX);
