import type { AskContext } from "#lib/core/query.ts";
import { uniquePersons } from "../rules/persons.ts";
import { liveMerges, standingEntries, standingLists } from "./lists.ts";

/** The lists of a case and everybody on them, each person once: a documented minimum, and no estimate. */
export async function personsOf(ctx: Pick<AskContext, "read" | "scope">, caseId: string) {
  const { read } = ctx;
  const [lists, entries, merges] = await Promise.all([
    standingLists(read, caseId),
    standingEntries(read, caseId),
    liveMerges(ctx, caseId),
  ]);
  const held = merges.filter(({ status }) => status === "merged");
  return { lists, entries, merges, persons: uniquePersons(entries, held) };
}
