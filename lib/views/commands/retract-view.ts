import { savedViews } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { z } from "zod";
import { findView } from "../find.ts";
import { mustOwn, mustStand } from "../rules.ts";
import { SavedViewId } from "../vocabulary.ts";

/** Takes one's view off the menu, for everybody who saw it. */
export const retractView = command({
  name: "view.retract",
  input: z.strictObject({ savedViewId: SavedViewId, version: RowVersion }),
  permission: "view.write",
  load: (ctx, { savedViewId }) => findView(ctx, savedViewId),
  async run(ctx, { savedViewId, version }, view) {
    mustOwn(view, ctx.scope.accountId);
    mustStand(view);
    const after = await ctx.write.amend(savedViews, savedViewId, version, {
      retractedAt: ctx.now,
      updatedAt: ctx.now,
      nameKey: `${view.nameKey}:${savedViewId}`,
    });
    return {
      result: { id: savedViewId, version: after.version },
      entry: { object: { id: savedViewId, version: after.version } },
    };
  },
});
