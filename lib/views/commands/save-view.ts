import { savedViews } from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { mustBeAllowedToShare, mustBeFreeName, ownViews } from "../find.ts";
import { viewKey } from "../rules.ts";
import { ListId, ViewAddress, ViewName, VIEWS_OWN_MAX, ViewSharing } from "../vocabulary.ts";

/** Keeps a list of a case as it is filtered and ordered, for oneself or for everybody in the case. */
export const saveView = command({
  name: "view.record",
  input: z.strictObject({
    caseId: CaseId,
    list: ListId,
    name: ViewName,
    address: ViewAddress,
    sharing: ViewSharing,
  }),
  permission: "view.write",
  load: (ctx, { caseId }) => findCase(ctx, caseId),
  async run(ctx, { caseId, list, name, address, sharing }) {
    mustBeAllowedToShare(ctx, caseId, sharing);
    const { accountId } = ctx.scope;
    const key = viewKey(list, accountId, name);
    await mustBeFreeName(ctx, caseId, key, null);
    if ((await ownViews(ctx, caseId, list)) >= VIEWS_OWN_MAX) throw new Conflict("view.too_many");
    const { id, version } = await ctx.write.insert(savedViews, {
      id: newId("savedView"),
      caseId,
      list,
      name,
      address,
      ownerAccountId: accountId,
      sharing,
      nameKey: key,
      createdAt: ctx.now,
      createdBy: accountId,
      updatedAt: ctx.now,
    });
    const detail = { after: { list, name, address, sharing } };
    return { result: { id, version }, entry: { object: { id, version }, detail } };
  },
});
