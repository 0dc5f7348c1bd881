import { z } from "zod";
import { appeals } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { command } from "#lib/core/command.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { amended } from "#lib/core/outcome.ts";
import { seatsOf } from "../find/appeals.ts";
import { involvedIn, vacantSeats } from "../find/panels.ts";
import { findAppeal, findFinding } from "../find/records.ts";
import { freeSeat, whyNotTakeSeat } from "../policy/appeal.ts";
import { mustBeAllowed } from "../policy/finding.ts";
import { AppealId, Asked } from "../vocabulary.ts";

/**
 * Takes one of the two seats of the panel that hears an appeal. Both are for senior reviewers who had no part in the finding, its
 * links, its testimonies or the appeal, and who say that they have no conflict of interest; the no is kept.
 */
export const takeAppealSeat = command({
  name: "appeal.takeSeat",
  input: z.strictObject({ appealId: AppealId, version: RowVersion, conflict: Asked }),
  permission: "appeal.hear",
  load: (ctx, { appealId }) => findAppeal(ctx, appealId),
  async run(ctx, { appealId, version, conflict }, appeal) {
    await findOpenCase(ctx, appeal.caseId);
    const finding = await findFinding(ctx, appeal.findingId);
    const { humanId } = ctx.scope;
    const involved = await involvedIn(ctx, finding, appeal);
    const vacant = await vacantSeats(ctx, appeal, involved);
    mustBeAllowed(whyNotTakeSeat(appeal, finding, humanId, { conflict, vacant, involved }));
    const seat = freeSeat(appeal, vacant);
    const other = seatsOf(appeal).find(({ place }) => place !== seat);
    const after = await ctx.write.amend(appeals, appealId, version, {
      ...(seat === "first"
        ? { firstHumanId: humanId, firstConflict: conflict }
        : { secondHumanId: humanId, secondConflict: conflict }),
      state: other?.humanId ? "in_panel" : "lodged",
      updatedAt: ctx.now,
    });
    return amended(appeal, after);
  },
});
