import { z } from "zod";
import { dependencies } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { facetsTouchedBy } from "../find/affected-facets.ts";
import { findDependency } from "../find/records.ts";
import { DependencyId } from "../vocabulary.ts";
import { recheckFindings } from "./recheck-finding.ts";

/** A reviewer takes a recorded tie back with a reason: a level may rise by it. What the record itself shows stays tied. */
export const retractDependency = command({
  name: "dependency.retract",
  input: z.strictObject({ dependencyId: DependencyId, version: RowVersion, reason: Reason }),
  permission: "evidence.resolve",
  load: (ctx, { dependencyId }) => findDependency(ctx, dependencyId),
  async run(ctx, { dependencyId, version, reason }, dependency) {
    mustStand(dependency);
    // Asked before: what is tied by it alone is out of reach afterwards.
    const statementIds = [dependency.statementId, dependency.otherStatementId];
    const facets = await facetsTouchedBy(ctx.read, { statementIds });
    const after = await ctx.write.amend(dependencies, dependencyId, version, retraction(ctx, reason));
    await recheckFindings(ctx, { facets });
    return retracted(after, reason);
  },
});
