import { z } from "zod";
import { dependencies } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { amended, mustStand } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findDependency } from "../find/records.ts";
import { DependencyId, Tenths } from "../vocabulary.ts";
import { recheckFindings } from "./recheck-finding.ts";

/** A reviewer weighs a soft tie anew, 0 to 9 tenths, with a reason. A hard tie has no weight. */
export const amendDependency = command({
  name: "dependency.amend",
  input: z.strictObject({
    dependencyId: DependencyId,
    version: RowVersion,
    weightTenths: Tenths,
    reason: Reason,
  }),
  permission: "evidence.resolve",
  load: (ctx, { dependencyId }) => findDependency(ctx, dependencyId),
  async run(ctx, { dependencyId, version, weightTenths, reason }, dependency) {
    mustStand(dependency);
    if (dependency.family === "hard") throw new Conflict("dependency.hard_has_no_weight");
    const changes = { weightTenths, weightReason: reason, updatedAt: ctx.now };
    const after = await ctx.write.amend(dependencies, dependencyId, version, changes);
    await recheckFindings(ctx, { statementIds: [dependency.statementId, dependency.otherStatementId] });
    return amended(dependency, after, reason);
  },
});
