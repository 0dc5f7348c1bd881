import { z } from "zod";
import { statements } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { Reason, RowVersion } from "#lib/core/fields.ts";
import { mustStand, retracted, retraction } from "#lib/core/outcome.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { findStatement, liveLinks } from "../find/records.ts";
import { StatementId } from "../vocabulary.ts";
import { recheckFindings } from "./recheck-finding.ts";

/** Takes a statement back with a reason: it stays on view and counts for nothing. One that contradicts is resolved first. */
export const retractStatement = command({
  name: "statement.retract",
  input: z.strictObject({ statementId: StatementId, version: RowVersion, reason: Reason }),
  permission: "statement.write",
  load: (ctx, { statementId }) => findStatement(ctx, statementId),
  async run(ctx, { statementId, version, reason }, statement) {
    mustStand(statement);
    const links = await liveLinks(ctx, { statementId });
    if (links.some((link) => link.stance === "contradict" && link.resolvedAt === null)) {
      throw new Conflict("statement.contradicts");
    }
    const after = await ctx.write.amend(statements, statementId, version, retraction(ctx, reason));
    await recheckFindings(ctx, { statementIds: [statementId] });
    return retracted(after, reason);
  },
});
