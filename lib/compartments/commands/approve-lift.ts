import { placements } from "#db/schema/index.ts";
import { maybeHumanOf } from "#lib/accounts/find.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { Conflict, Refused } from "#lib/core/refusals.ts";
import { recheckPlaced } from "#lib/corroboration/commands/recheck-finding.ts";
import { z } from "zod";
import { findPlacement, marksOf } from "../find.ts";
import { PLACED } from "./place-record.ts";
import { PlacementId } from "../vocabulary.ts";

/** The second person's yes: the record leaves the compartments, and what rests on it as far as nothing else holds it there. */
export const approveLift = command({
  name: "compartment.approveLift",
  input: z.strictObject({ placementId: PlacementId, version: RowVersion }),
  permission: "compartment.lift",
  sight: "case.read",
  isSensitive: true,
  load: (ctx, { placementId }) => findPlacement(ctx, placementId),
  async run(
    ctx,
    { placementId, version },
    { noun, recordId, before, after, proposedBy, caseId, ...placement },
  ) {
    await findOpenCase(ctx, caseId);
    if (placement.approvedAt !== null || placement.withdrawnAt !== null)
      throw new Conflict("compartment.lift_over");
    if ((await maybeHumanOf(ctx, proposedBy)) === ctx.scope.humanId)
      throw new Refused("compartment.second_person");
    // What was proposed is bound to the compartments of then.
    if ((await marksOf(ctx.read, recordId)).own !== before) throw new Conflict("compartment.changed");
    await ctx.write.amend(placements, placementId, version, {
      approvedAt: ctx.now,
      approvedBy: ctx.scope.accountId,
      waitingKey: placementId,
    });
    await ctx.write.place(
      { table: PLACED[noun], id: recordId, caseId },
      { own: after, lifted: before & ~after },
    );
    await recheckPlaced(ctx, { noun, recordId });
    return {
      result: { id: recordId },
      entry: {
        object: { id: recordId, version: placement.record.version },
        rules: ["compartment.second_person"],
        detail: { before, after },
      },
    };
  },
});
