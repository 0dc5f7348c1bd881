import { and, eq, inArray } from "drizzle-orm";
import { victimListEntries, victimLists, victimMerges, victims } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion, TEXT_LENGTH } from "#lib/core/fields.ts";
import { maybeRecord } from "#lib/core/find-record.ts";
import { newRecord } from "#lib/core/outcome.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { z } from "zod";
import { findMerge, mustHoldEntries } from "../find/lists.ts";
import { MergeId } from "../vocabulary.ts";

/**
 * A second person's yes to a merge: the rows are one victim from now on, who is recorded by code if there is none yet. Every row stays
 * as it was published.
 */
export const confirmMerge = command({
  name: "victimMerge.confirm",
  input: z.strictObject({ mergeId: MergeId, version: RowVersion }),
  permission: "victimList.decide",
  load: (ctx, { mergeId }) => findMerge(ctx, mergeId),
  async run(ctx, { mergeId, version }, merge) {
    if (merge.status !== "waiting") throw new Conflict("merge.decided");
    if (merge.proposedByHumanId === ctx.scope.humanId) throw new Refused("merge.second_person");
    const { caseId, entryIds } = merge;
    await mustHoldEntries(ctx.read, caseId, entryIds);
    const before = merge.victimId === null ? null : await maybeRecord(ctx, victims, merge.victimId);
    if (before !== null && before.retractedAt !== null) throw new Conflict("record.retracted");
    const made = merge.victimId === null ? await ctx.write.insert(victims, await victimOf()) : null;
    const after = await ctx.write.amend(victimMerges, mergeId, version, {
      status: "merged",
      victimId: made?.id ?? merge.victimId,
      hasMadeVictim: made !== null,
      decidedAt: ctx.now,
      decidedByHumanId: ctx.scope.humanId,
    });
    return {
      result: { id: mergeId, version: after.version, victimId: after.victimId },
      entry: {
        object: { id: mergeId, version: after.version },
        rules: ["merge.second_person"],
        detail: { victimId: after.victimId, rows: entryIds },
      },
    };

    /** What all rows say alike; what they say otherwise is unknown of the victim, and stands on the lists. */
    async function victimOf() {
      const rows = await ctx.read
        .select({ code: victimLists.code, row: victimListEntries })
        .from(victimListEntries)
        .innerJoin(victimLists, eq(victimLists.id, victimListEntries.listId))
        .where(and(eq(victimListEntries.caseId, caseId), inArray(victimListEntries.id, entryIds)));
      const alike = <V>(values: readonly V[]): V | null =>
        new Set(values).size === 1 ? (values[0] ?? null) : null;
      return {
        ...newRecord(ctx, "victim", "V"),
        caseId,
        importKey: null,
        kind: "person",
        label: rows
          .map(({ code, row: { position } }) => `${code}/${position}`)
          .join(", ")
          .slice(0, TEXT_LENGTH.line),
        ageBand: alike(rows.map(({ row }) => row.ageBand)) ?? "unknown",
        sex: alike(rows.map(({ row }) => row.sex)) ?? "unknown",
        outcome: alike(rows.map(({ row }) => row.outcome)),
        incidentId: null,
        sourceId: null,
        note: null,
      };
    }
  },
});
