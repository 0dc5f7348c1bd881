import { savedViews } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { difference } from "#lib/core/outcome.ts";
import { z } from "zod";
import { findView, mustBeAllowedToShare, mustBeFreeName } from "../find.ts";
import { mustOwn, mustStand, viewKey } from "../rules.ts";
import { SavedViewId, ViewAddress, ViewName, ViewSharing } from "../vocabulary.ts";

/** Renames one's view, shares it or takes it back to oneself, and keeps the list as it is now under it. */
export const amendView = command({
  name: "view.amend",
  input: z.strictObject({
    savedViewId: SavedViewId,
    version: RowVersion,
    name: ViewName,
    address: ViewAddress,
    sharing: ViewSharing,
  }),
  permission: "view.write",
  load: (ctx, { savedViewId }) => findView(ctx, savedViewId),
  async run(ctx, { savedViewId, version, ...fields }, view) {
    mustOwn(view, ctx.scope.accountId);
    mustStand(view);
    if (view.sharing !== fields.sharing) mustBeAllowedToShare(ctx, view.caseId, fields.sharing);
    const key = viewKey(view.list, view.ownerAccountId, fields.name);
    await mustBeFreeName(ctx, view.caseId, key, savedViewId);
    const changes = { ...fields, nameKey: key, updatedAt: ctx.now };
    const after = await ctx.write.amend(savedViews, savedViewId, version, changes);
    return {
      result: { id: savedViewId, version: after.version },
      entry: { object: { id: savedViewId, version: after.version }, detail: difference(view, after) },
    };
  },
});
