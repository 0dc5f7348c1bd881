import { and, eq, isNull } from "drizzle-orm";
import { victimDoubles, victimListEntries, victimLists } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { z } from "zod";
import { likenessOf, LIKELY_HUNDREDTHS, pairsToCompare } from "../rules/doubles.ts";
import { type Names, openNames } from "../rules/sealing.ts";
import { DoubleMode } from "../vocabulary.ts";

/** Pairs that are put before people by one act; the likeliest first. */
const FOUND_MAX = 1_000;

/**
 * Looks for rows of the lists of a case that may be one person, within a list and across them. Names are opened in memory, of rows
 * alone that have a keyed hash in common, and nobody is shown them. Nothing is decided.
 */
export const findDoubles = command({
  name: "victimList.findDoubles",
  input: z.strictObject({ caseId: CaseId, mode: DoubleMode.optional().default("folded") }),
  permission: "victimList.decide",
  alone: true,
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, mode }) {
    const rows = await ctx.read
      .select({
        id: victimListEntries.id,
        caseId: victimListEntries.caseId,
        listId: victimListEntries.listId,
        names: victimListEntries.names,
        marks: victimListEntries.marks,
      })
      .from(victimListEntries)
      .innerJoin(victimLists, eq(victimLists.id, victimListEntries.listId))
      .where(and(eq(victimListEntries.caseId, caseId), isNull(victimLists.retractedAt)));
    const before = await ctx.read
      .select({ oneId: victimDoubles.oneId, otherId: victimDoubles.otherId })
      .from(victimDoubles)
      .where(eq(victimDoubles.caseId, caseId));
    const known = new Set(before.map(({ oneId, otherId }) => `${oneId} ${otherId}`));
    const opened = new Map<string, Names>();
    const namesOf = (row: (typeof rows)[number]): Names => {
      const names = opened.get(row.id) ?? openNames(ctx.recordKeys, row);
      opened.set(row.id, names);
      return names;
    };
    const found = pairsToCompare(rows)
      .filter(([one, other]) => !known.has(`${one.id} ${other.id}`))
      .map(([one, other]) => ({ one, other, likeness: likenessOf(namesOf(one), namesOf(other), mode) }))
      .filter(({ likeness }) => likeness >= LIKELY_HUNDREDTHS)
      .toSorted((a, b) => b.likeness - a.likeness)
      .slice(0, FOUND_MAX);
    for (const { one, other, likeness } of found)
      await ctx.write.insert(victimDoubles, {
        id: newId("victimDouble"),
        caseId,
        oneId: one.id,
        otherId: other.id,
        likeness,
        mode,
        status: "open",
        foundAt: ctx.now,
        decidedAt: null,
        decidedByHumanId: null,
      });
    return {
      result: { id: caseId, found: found.length },
      entry: { detail: { mode, found: found.length } },
    };
  },
});
