import { legalHolds } from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { Reason } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { findTestimony } from "#lib/testimonies/find.ts";
import { TestimonyId } from "#lib/testimonies/vocabulary.ts";
import { z } from "zod";
import { deletedAt } from "../find/retention.ts";

/**
 * Puts a case, or one account of it, under a legal hold: nothing under it is deleted while it lasts, also not what was asked for
 * already (GDPR, article 17(3)(e): legal claims).
 */
export const placeHold = command({
  name: "hold.place",
  input: z.strictObject({
    caseId: CaseId,
    testimonyId: TestimonyId.nullable().optional().default(null),
    reason: Reason,
  }),
  permission: "hold.write",
  sight: "testimony.read",
  load: (ctx, { caseId }) => findCase(ctx, caseId),
  async run(ctx, { caseId, testimonyId, reason }) {
    if (testimonyId !== null) {
      if ((await findTestimony(ctx, testimonyId)).caseId !== caseId) throw new NotFound();
      if ((await deletedAt(ctx.read, testimonyId)) !== null) throw new Conflict("deletion.done");
    }
    const { id, version } = await ctx.write.insert(legalHolds, {
      id: newId("legalHold"),
      caseId,
      testimonyId,
      reason,
      placedAt: ctx.now,
      placedBy: ctx.scope.accountId,
      liftedAt: null,
      liftedBy: null,
      liftReason: null,
    });
    return {
      result: { id },
      entry: { object: { id, version }, detail: { testimonyId, reason } },
    };
  },
});
