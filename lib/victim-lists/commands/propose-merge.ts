import { victimMerges } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict, Invalid } from "#lib/core/refusals.ts";
import { liveMerges, mustHoldEntries } from "../find/lists.ts";
import { MergeFields } from "../vocabulary.ts";

/**
 * Proposes that rows of lists are one person. Rows that are no victim yet become the one that another of them is already, or a new
 * one. A count of persons changes by it, so nothing does before a second person has confirmed it.
 */
export const proposeMerge = command({
  name: "victimMerge.propose",
  input: MergeFields,
  permission: "victimList.decide",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, entryIds }) {
    const wanted = [...new Set(entryIds)];
    if (wanted.length < 2) throw new Invalid([{ path: "entryIds", code: "named_twice" }]);
    await mustHoldEntries(ctx.read, caseId, wanted);
    const live = await liveMerges(ctx, caseId);
    const touched = live.filter((merge) => merge.entryIds.some((id) => wanted.includes(id)));
    if (touched.some(({ status }) => status === "waiting")) throw new Conflict("merge.waits");
    const are = new Set(touched.map(({ victimId }) => victimId));
    if (are.size > 1) throw new Conflict("merge.two_victims");
    const [victimId = null] = are;
    const taken = new Set(touched.flatMap((merge) => merge.entryIds));
    const joining = wanted.filter((id) => !taken.has(id)).toSorted();
    if (joining.length === 0) throw new Conflict("merge.merged");
    const row = await ctx.write.insert(victimMerges, {
      id: newId("victimMerge"),
      caseId,
      victimId,
      hasMadeVictim: false,
      entryIds: joining,
      status: "waiting",
      proposedAt: ctx.now,
      proposedByHumanId: ctx.scope.humanId,
      decidedAt: null,
      decidedByHumanId: null,
      undoneAt: null,
      undoneByHumanId: null,
    });
    const { id, version } = row;
    return {
      result: { id, version },
      entry: { object: { id, version }, detail: { victimId, rows: joining } },
    };
  },
});
