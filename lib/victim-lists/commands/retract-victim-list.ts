import { z } from "zod";
import { victimLists } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findList, liveMerges, standingEntries } from "../find/lists.ts";
import { VictimListId } from "../vocabulary.ts";

/** Takes a list back with a reason: its rows count for nothing then. Nobody on it may be merged with somebody else. */
export const retractVictimList = command({
  name: "victimList.retract",
  input: z.strictObject({ listId: VictimListId, version: RowVersion, reason: Reason }),
  permission: "victimList.write",
  load: (ctx, { listId }) => findList(ctx, listId),
  async run(ctx, { listId, version, reason }, list) {
    mustStand(list);
    const entries = await standingEntries(ctx.read, list.caseId);
    const own = new Set(entries.filter((entry) => entry.listId === listId).map(({ id }) => id));
    const merges = await liveMerges(ctx, list.caseId);
    if (merges.some(({ entryIds }) => entryIds.some((id) => own.has(id))))
      throw new Conflict("victim_list.merged");
    return retracted(await ctx.write.amend(victimLists, listId, version, retraction(ctx, reason)), reason);
  },
});
